import { readSheet } from 'read-excel-file/node';
import type { CsvRecord } from './csv-records.ts';
import { FileFault } from './file-fault.ts';

/**
 * The rows of the first sheet of a workbook as text, numbered as the sheet numbers them; empty ones are left out. The file
 * must have been looked into for bombs before. Throws `FileFault` where it is no workbook.
 */
export async function* xlsxRecords(bytes: Buffer): AsyncGenerator<CsvRecord> {
  const rows = await readSheet(bytes).catch((error: unknown) => {
    throw new FileFault('file_no_workbook', {}, { cause: error });
  });
  let width: number | null = null;
  for (const [index, row] of rows.entries()) {
    const texts = row.map(cellText);
    const used = texts.findLastIndex((text) => text.trim() !== '') + 1;
    if (used === 0) continue;
    width ??= used;
    // A sheet is as wide as its widest row: cells that are not there are empty ones.
    const fields = Array.from({ length: Math.max(width, used) }, (_, at) => texts[at] ?? '');
    yield { line: index + 1, fields };
  }
}

/** Moments are written as they stand in the sheet, without a zone; numbers without exponent, so that a phone stays one. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ');
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
  return typeof cell === 'string' ? cell : String(cell as boolean);
}
