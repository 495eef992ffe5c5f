import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { AnnexTable } from './official-paper.ts';
import { pt, TYPE_WIDTH } from './official-measures.ts';
import { emptyLine, line, run } from './official-text.ts';

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** An annex on a page of its own: which one, its title two lines below, then the table. Source: GB/T 9704-2012, 7.3.4. */
export function annex(
  { title, columns, rows }: AnnexTable,
  nth: string,
  word: string,
): readonly (Paragraph | Table)[] {
  const whole = columns.reduce((sum, [, width]) => sum + width, 0);
  const widths = columns.map(([, width]) => Math.floor((TYPE_WIDTH * width) / whole));
  const names = columns.map(([name]) => name);
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, index) => cell(text, widths[index] ?? 0, isHead)),
    });
  return [
    line([run(`${word}${nth}`, 'heading')], { pageBreakBefore: true }),
    emptyLine(),
    line([run(title, 'title', 'title')], { alignment: AlignmentType.CENTER, keepNext: true }),
    emptyLine(),
    new Table({
      width: { size: TYPE_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: pt(2.5), right: pt(2.5), top: pt(2), bottom: pt(2) },
      rows: [row(names, true), ...rows.map((cells) => row(cells, false))],
    }),
  ];
}

function cell(text: string, width: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { top: THIN, bottom: THIN, left: THIN, right: THIN },
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { line: pt(15), lineRule: LineRuleType.EXACT },
          children: [run(part, isHead ? 'heading' : 'body', 'table')],
        }),
    ),
  });
}
