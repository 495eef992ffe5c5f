import { parse } from 'csv-parse/sync';

/** `line`: the physical line a record begins on, from 1. `fields` is null where its quotes do not fit together. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] | null };

/** A quoted field of more lines or characters than this was never closed. */
const MOST_LINES = 2000;
const MOST_CHARACTERS = 200_000;

/**
 * The records of a CSV file. A record goes on over line ends while a quote is open. Where its quotes do not fit together
 * only its first line is given up, and reading goes on with the line after it, so that one stray quote costs one row.
 */
export async function* csvRecords(lines: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const queue = new Lines(lines);
  for (let first = await queue.next(); first !== null; first = await queue.next()) {
    const line = queue.number;
    const record = [first];
    let isOpen = hasOddQuotes(first);
    let characters = first.length;
    while (isOpen && record.length < MOST_LINES && characters < MOST_CHARACTERS) {
      const next = await queue.next();
      if (next === null) break;
      record.push(next);
      characters += next.length;
      if (hasOddQuotes(next)) isOpen = false;
    }
    const fields = isOpen ? null : parseRecord(record.join('\n'));
    if (fields === null) queue.giveBack(record.slice(1));
    if (fields === null || fields.some((field) => field !== '')) yield { line, fields };
  }
}

function hasOddQuotes(line: string): boolean {
  let isOdd = false;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}

function parseRecord(text: string): readonly string[] | null {
  if (!text.includes('"')) return text.split(',');
  try {
    const records: string[][] = parse(text, { relax_column_count: true, record_delimiter: '\n' });
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** Lines that can be given back, with the number of the last one taken. */
class Lines {
  number = 0;
  readonly #source: AsyncIterator<string>;
  readonly #back: string[] = [];

  constructor(source: AsyncIterable<string>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async next(): Promise<string | null> {
    const returned = this.#back.pop();
    if (returned !== undefined) {
      this.number += 1;
      return returned;
    }
    const { done, value } = await this.#source.next();
    if (done === true) return null;
    this.number += 1;
    return value;
  }

  giveBack(lines: readonly string[]): void {
    this.number -= lines.length;
    this.#back.push(...lines.toReversed());
  }
}
