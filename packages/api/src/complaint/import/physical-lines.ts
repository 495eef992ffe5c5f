import { FileFault } from './file-fault.ts';

const LONGEST = 1_000_000;

/** The lines of a text, as an editor counts them, without their ends. Throws `FileFault` for a line of a million characters. */
export async function* physicalLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let number = 1;
  for await (const piece of text) {
    rest += piece;
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield line.endsWith('\r') ? line.slice(0, -1) : line;
      number += 1;
    }
    if (rest.length > LONGEST) throw new FileFault('file_line_too_long', { line: number });
  }
  if (rest !== '') yield rest;
}
