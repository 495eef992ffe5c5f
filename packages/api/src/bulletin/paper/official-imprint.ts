import {
  BorderStyle,
  LineRuleType,
  Paragraph,
  RelativeHorizontalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import type { OfficialPaper } from './official-paper.ts';
import { LINE, pt, TYPE_HEIGHT, TYPE_WIDTH } from './official-measures.ts';
import { line, run, widthOf } from './official-text.ts';

/** How many characters of 14 pt stand in a line of the imprint. */
const IN_A_LINE = 29;

const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const MIDDLE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * 版记, at the foot of the last page: who gets copies, who printed it and when. Word puts it at the foot; LibreOffice 7 lets
 * such a table stand where the text ends. Source: GB/T 9704-2012, 7.4.
 */
export function imprint({ copies, issuer, printedOn, words }: OfficialPaper): readonly (Paragraph | Table)[] {
  if (printedOn === '') return [];
  const copied = copies === '' ? '' : `${words['copies'] ?? ''}${words['colon'] ?? ''}${copies}。`;
  const printed = line([run(`${issuer}\t${printedOn}${words['printedSuffix'] ?? ''}`, 'body', 'small')], {
    indent: { left: pt(14), right: pt(14) },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_WIDTH - pt(14) }],
  });
  const first = line([run(copied, 'body', 'small')], {
    indent: { left: pt(14 * 4), hanging: pt(14 * 3), right: pt(14) },
  });
  const rows = copied === '' ? [printed] : [first, printed];
  const lines = 1 + Math.ceil(widthOf(copied) / IN_A_LINE);
  const height = lines * LINE + rows.length * pt(1);
  return [
    hair(),
    new Table({
      width: { size: TYPE_WIDTH, type: WidthType.DXA },
      columnWidths: [TYPE_WIDTH],
      layout: TableLayoutType.FIXED,
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeHorizontalPosition: RelativeHorizontalPosition.LEFT,
        absoluteVerticalPosition: TYPE_HEIGHT - height,
      },
      rows: rows.map((child, index) => rowOf(child, index === 0, index === rows.length - 1)),
    }),
    hair(),
  ];
}

function rowOf(child: Paragraph, isFirst: boolean, isLast: boolean): TableRow {
  const borders = { left: NONE, right: NONE, top: isFirst ? THICK : MIDDLE, bottom: isLast ? THICK : MIDDLE };
  const width = { size: TYPE_WIDTH, type: WidthType.DXA };
  const margins = { left: 0, right: 0 };
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ width, margins, borders, children: [child] })],
  });
}

/** A paragraph of no height: tables that follow each other would become one, and a floating one hangs on what comes after it. */
function hair(): Paragraph {
  return new Paragraph({ spacing: { line: pt(1), lineRule: LineRuleType.EXACT }, children: [] });
}
