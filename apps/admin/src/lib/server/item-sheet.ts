import type { ItemLine } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import writeWorkbook from 'write-excel-file/node';
import { departmentName } from '#lib/department-name.ts';
import { importanceTerm, itemStatusTerm, sourceTerm } from '#lib/terms.ts';

type Cell = string | number;

/** The columns of the supervision list in a file: heading, width in characters, content. */
const COLUMNS: readonly (readonly [() => string, number, (line: ItemLine) => Cell])[] = [
  [m.supervision_column_number, 22, ({ number }) => number],
  [m.supervision_fact_problem, 60, ({ problem }) => problem],
  [m.supervision_fact_source, 12, ({ source }) => sourceTerm[source]()],
  [m.supervision_fact_importance, 10, ({ importance }) => importanceTerm[importance]()],
  [m.duty_lead, 18, ({ lead }) => (lead ? departmentName(lead) : '')],
  [m.duty_cooperating, 24, ({ cooperating }) => cooperating.map(departmentName).join(m.admin_list_comma())],
  [m.supervision_column_deadline, 12, ({ deadlineOn }) => deadlineOn ?? ''],
  [m.supervision_column_days_left, 12, ({ daysLeft }) => daysLeft ?? ''],
  [m.supervision_column_status, 12, ({ status }) => itemStatusTerm[status]()],
  [m.supervision_fact_percent, 10, ({ percent }) => percent],
  [m.supervision_column_measures_done, 12, (line) => `${line.measuresCompleted}/${line.measures}`],
];

/** As a workbook (.xlsx), the heading kept in sight. */
export async function itemsAsWorkbook(lines: readonly ItemLine[]): Promise<Buffer<ArrayBuffer>> {
  const heading = COLUMNS.map(([title]) => ({ value: title(), type: String, fontWeight: 'bold' as const }));
  const rows = lines.map((line) =>
    COLUMNS.map(([, , read]) => {
      const value = read(line);
      return typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true };
    }),
  );
  const columns = COLUMNS.map(([, width]) => ({ width }));
  const workbook = writeWorkbook([heading, ...rows], { columns, stickyRowsCount: 1 });
  return Buffer.from(await workbook.toBuffer());
}

/** As text with commas, with a mark at the start so that spreadsheets read it as UTF-8. */
export function itemsAsCsv(lines: readonly ItemLine[]): string {
  const rows = [
    COLUMNS.map(([title]) => title()),
    ...lines.map((line) => COLUMNS.map(([, , read]) => read(line))),
  ];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted; what a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const inert = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${inert.replaceAll('"', '""')}"`;
}
