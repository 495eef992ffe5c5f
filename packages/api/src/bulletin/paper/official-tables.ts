import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { AnnexTable, OfficialPaper } from './official-paper.ts';
import { pt, TYPE_WIDTH } from './official-measures.ts';
import { emptyLine, line, run } from './official-text.ts';

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** An annex on a page of its own: which one, its title two lines below, then the table. Source: GB/T 9704-2012, 7.3.4. */
export function annex(
  { title, columns, rows }: AnnexTable,
  nth: number,
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
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run(text, isHead ? 'heading' : 'body', 'table')],
      }),
    ],
  });
}

/** 版记, at the foot of the last page: who gets copies, who printed it and when. Source: 7.4. */
export function imprint({ copies, issuer, printedOn, words }: OfficialPaper): readonly Table[] {
  if (printedOn === '') return [];
  const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
  const middle = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  const printed = line([run(`${issuer}\t${printedOn}${words['printedSuffix'] ?? ''}`, 'body', 'small')], {
    indent: { left: pt(14), right: pt(14) },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_WIDTH - pt(14) }],
  });
  const copied = `${words['copies'] ?? ''}${words['colon'] ?? ''}`;
  const rows = [
    ...(copies === ''
      ? []
      : [
          line([run(`${copied}${copies}。`, 'body', 'small')], {
            indent: { left: pt(14 * 4), hanging: pt(14 * 3), right: pt(14) },
          }),
        ]),
    printed,
  ];
  return [
    new Table({
      width: { size: TYPE_WIDTH, type: WidthType.DXA },
      columnWidths: [TYPE_WIDTH],
      layout: TableLayoutType.FIXED,
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeHorizontalPosition: RelativeHorizontalPosition.LEFT,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      },
      rows: rows.map(
        (child, index) =>
          new TableRow({
            cantSplit: true,
            children: [
              new TableCell({
                width: { size: TYPE_WIDTH, type: WidthType.DXA },
                margins: { left: 0, right: 0 },
                borders: {
                  left: NONE,
                  right: NONE,
                  top: index === 0 ? thick : middle,
                  bottom: index === rows.length - 1 ? thick : middle,
                },
                children: [child],
              }),
            ],
          }),
      ),
    }),
  ];
}
