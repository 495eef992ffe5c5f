export type Cell = string | number | null;

/** Text with commas begins with this, so that spreadsheets read it as UTF-8. */
export const CSV_MARK = '\uFEFF';

/** Rows as text with commas; each ends a line. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Quoted; what a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const inert = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${inert.replaceAll('"', '""')}"`;
}
