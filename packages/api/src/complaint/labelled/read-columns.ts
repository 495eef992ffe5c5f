import { parse } from 'csv-parse/sync';
import { done, refusal, type Result } from '../../result.ts';

/** The named columns of a CSV text in UTF-8, row by row; refused where one is not there. */
export function readColumns<Column extends string>(
  text: string,
  columns: readonly Column[],
): Result<readonly Readonly<Record<Column, string>>[]> {
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
  const header = rows.shift() ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    return refusal('file_without_column', { fields: missing.join(', '), headers: header.join(', ') });
  const places = columns.map((column) => [column, header.indexOf(column)] as const);
  return done(
    rows.map(
      (row) =>
        Object.fromEntries(places.map(([column, place]) => [column, row[place] ?? ''])) as Record<
          Column,
          string
        >,
    ),
  );
}
