import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  LineRuleType,
  Paragraph,
  TabStopType,
  type IParagraphOptions,
} from 'docx';
import type { OfficialPaper } from './official-paper.ts';
import { LINE, pt, TYPE_HEIGHT, TYPE_WIDTH } from './official-measures.ts';
import { line, run, widthOf } from './official-text.ts';

/** How many characters of 14 pt stand in a line of the imprint. */
const IN_A_LINE = 29;
/** The line that says who printed it, with its two rules. */
const LAST_LINE = LINE + pt(4);

const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 };
const MIDDLE = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 };

/** 版记, at the foot of the last page: who gets copies, who printed it and when. Source: GB/T 9704-2012, 7.4. */
export function imprint({ copies, issuer, printedOn, words }: OfficialPaper): readonly Paragraph[] {
  if (printedOn === '') return [];
  const copied = copies === '' ? '' : `${words['copies'] ?? ''}${words['colon'] ?? ''}${copies}。`;
  const height = Math.ceil(widthOf(copied) / IN_A_LINE) * LINE;
  const first = line([run(copied, 'body', 'small')], {
    frame: frameAt(TYPE_HEIGHT - LAST_LINE - height, height),
    indent: { left: pt(14 * 4), hanging: pt(14 * 3), right: pt(14) },
    border: { top: THICK },
  });
  const printed = line([run(`${issuer}\t${printedOn}${words['printedSuffix'] ?? ''}`, 'body', 'small')], {
    frame: frameAt(TYPE_HEIGHT - LAST_LINE, LAST_LINE),
    indent: { left: pt(14), right: pt(14) },
    border: { top: copied === '' ? THICK : MIDDLE, bottom: THICK },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_WIDTH - pt(14) }],
  });
  return [...(copied === '' ? [printed] : [first, printed]), hair()];
}

/** A frame of its own for each line, as wide as the type area; `y` below its upper edge, in twentieths of a point. */
function frameAt(y: number, height: number): NonNullable<IParagraphOptions['frame']> {
  return {
    type: 'absolute',
    position: { x: 0, y },
    ...{ width: TYPE_WIDTH, height },
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    wrap: FrameWrap.AROUND,
  };
}

/** A paragraph of no height, on which the frame before it hangs. */
function hair(): Paragraph {
  return new Paragraph({ spacing: { line: pt(1), lineRule: LineRuleType.EXACT }, children: [] });
}
