import { TextDecoder } from 'node:util';
import { detectEncoding, type Encoding } from './detect-encoding.ts';
import { FileFault } from './file-fault.ts';

const ENOUGH_TO_TELL = 256 * 1024;

/** GBK is read as GB18030, which holds it whole. */
const LABELS: Readonly<Record<Encoding, string>> = { 'utf-8': 'utf-8', gbk: 'gb18030' };

/**
 * Bytes to text, piece by piece, without a byte order mark. Throws `FileFault` where the bytes are not of the encoding,
 * which is detected when none is given.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  wanted?: Encoding,
): AsyncGenerator<string> {
  let held: Uint8Array[] = [];
  let size = 0;
  let decoder: TextDecoder | undefined;
  let encoding: Encoding = wanted ?? 'utf-8';
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '';
    } catch {
      throw new FileFault('file_wrong_encoding', { encoding });
    }
  };
  const begin = (): string => {
    const beginning = Buffer.concat(held);
    held = [];
    const found = detectEncoding(beginning);
    encoding = wanted ?? found;
    decoder = new TextDecoder(LABELS[encoding], { fatal: true });
    return decode(beginning);
  };
  for await (const chunk of bytes) {
    if (decoder) yield decode(chunk);
    else {
      held.push(chunk);
      size += chunk.length;
      if (size >= ENOUGH_TO_TELL) yield begin();
    }
  }
  if (!decoder) yield begin();
  yield decode();
}
