import { CSV_MARK, csvLines, type ExportedItems, type ItemColumn, type ItemLine } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import writeWorkbook from 'write-excel-file/node';
import { categoryName } from '#lib/category-name.ts';
import { departmentName } from '#lib/department-name.ts';
import { importanceTerm, itemStatusTerm, sourceTerm } from '#lib/supervision/item-terms.ts';

type Cell = string | number;

/** One column of a file: heading, width in characters, content. */
type FileColumn = readonly [title: () => string, width: number, read: (line: ItemLine) => Cell];

/** What each column of the list is in a file. */
const COLUMNS: Readonly<Record<ItemColumn, readonly FileColumn[]>> = {
  problem: [[m.supervision_fact_problem, 60, ({ problem }) => problem]],
  responsible: [
    [m.duty_lead, 18, ({ lead }) => (lead ? departmentName(lead) : '')],
    [m.duty_cooperating, 24, ({ cooperating }) => cooperating.map(departmentName).join(m.admin_list_comma())],
  ],
  deadline: [
    [m.supervision_column_deadline, 12, ({ deadlineOn }) => deadlineOn ?? ''],
    [m.supervision_column_days_left, 12, ({ daysLeft }) => daysLeft ?? ''],
  ],
  status: [[m.supervision_column_status, 12, ({ status }) => itemStatusTerm[status]()]],
  progress: [
    [m.supervision_fact_percent, 10, ({ percent }) => percent],
    [m.supervision_column_measures_done, 12, (line) => `${line.measuresCompleted}/${line.measures}`],
  ],
  source: [[m.supervision_fact_source, 12, ({ source }) => sourceTerm[source]()]],
  importance: [[m.supervision_fact_importance, 10, ({ importance }) => importanceTerm[importance]()]],
  next: [[m.list_column_next, 12, ({ nextDueOn }) => nextDueOn ?? '']],
  category: [
    [m.list_category, 20, ({ categories }) => categories.map(categoryName).join(m.admin_list_comma())],
  ],
  cards: [
    [m.list_card_yellow, 8, ({ cards }) => cards.filter((colour) => colour === 'yellow').length],
    [m.list_card_red, 8, ({ cards }) => cards.filter((colour) => colour === 'red').length],
  ],
  inspector: [[m.list_inspector, 12, ({ inspector }) => inspector ?? '']],
  complaints: [[m.list_column_complaints, 10, ({ complaints }) => complaints]],
  returns: [[m.list_column_returns, 12, ({ returns, reworks }) => `${returns} / ${reworks}`]],
};

/** The number comes first, whatever was chosen. */
function fileColumns(columns: readonly ItemColumn[]): readonly FileColumn[] {
  return [
    [m.supervision_column_number, 22, ({ number }) => number],
    ...columns.flatMap((column) => COLUMNS[column]),
  ];
}

/** As a workbook (.xlsx), the heading kept in sight. */
export async function itemsAsWorkbook({ lines, columns }: ExportedItems): Promise<Buffer<ArrayBuffer>> {
  const shown = fileColumns(columns);
  const heading = shown.map(([title]) => ({ value: title(), type: String, fontWeight: 'bold' as const }));
  const rows = lines.map((line) =>
    shown.map(([, , read]) => {
      const value = read(line);
      return typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true };
    }),
  );
  const widths = shown.map(([, width]) => ({ width }));
  const workbook = writeWorkbook([heading, ...rows], { columns: widths, stickyRowsCount: 1 });
  return Buffer.from(await workbook.toBuffer());
}

/** As text with commas, with a mark at the start so that spreadsheets read it as UTF-8. */
export function itemsAsCsv({ lines, columns }: ExportedItems): string {
  const shown = fileColumns(columns);
  const rows = [
    shown.map(([title]) => title()),
    ...lines.map((line) => shown.map(([, , read]) => read(line))),
  ];
  return CSV_MARK + csvLines(rows);
}
