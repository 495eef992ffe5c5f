import { csvRecords, type CsvRecord } from '../import/csv-records.ts';
import { decodeText } from '../import/decode-text.ts';
import { physicalLines } from '../import/physical-lines.ts';
import { xlsxRecords } from '../import/xlsx-records.ts';

export type ImportKind = 'csv' | 'xlsx';

/** The records of a file that is kept, the header first. */
export function importFileRecords(kind: ImportKind, bytes: Buffer): AsyncGenerator<CsvRecord> {
  if (kind === 'xlsx') return xlsxRecords(bytes);
  return csvRecords(physicalLines(decodeText(inPieces(bytes))));
}

const PIECE = 64 * 1024;

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE)
    yield await Promise.resolve(bytes.subarray(at, at + PIECE));
}

/** Where the file lies in the store, and the context it is sealed in. */
export const importKey = (id: string): string => `imports/${id}`;
