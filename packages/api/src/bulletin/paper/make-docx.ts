import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type Table,
} from 'docx';
import { sealDocx } from './seal-docx.ts';
import type { OfficialPaper } from './official-paper.ts';
import { ABOVE_HEAD, FACE, LATIN, PAGE, pt, SIZE } from './official-measures.ts';
import { imprint } from './official-imprint.ts';
import { annex } from './official-tables.ts';
import { bodyText, characters, emptyLine, headingText, line, run, widthOf } from './official-text.ts';
import { titleLines } from './title-lines.ts';

const RED = 'FF0000';

/**
 * Sets an official paper as .docx in the layout of GB/T 9704-2012. The same paper gives the same bytes, wherever and whenever
 * it is set.
 */
export async function makeDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            size: SIZE.body,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
            font: { ascii: LATIN, hAnsi: LATIN, eastAsia: FACE.body, cs: LATIN },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: { size: PAGE.size, margin: PAGE.margin },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          ...headOf(paper),
          ...textOf(paper),
          ...endOf(paper),
          ...annexesOf(paper),
          ...imprint(paper),
        ],
      },
    ],
  });
  return sealDocx(new Uint8Array(await Packer.toBuffer(document)), paper.madeAt);
}

/** Head, number, red rule, title, recipients. Source: 7.2.4 to 7.3.2. */
function headOf({ head, number, title, recipients, words }: OfficialPaper): readonly Paragraph[] {
  const size = Math.min(48, Math.floor(442 / [...head].length));
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: ABOVE_HEAD, after: 0, line: pt(size * 1.3), lineRule: LineRuleType.EXACT },
      children: [run(head, 'title', size * 2, RED)],
    }),
    emptyLine(),
    emptyLine(),
    line([run(number)], {
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 11, color: RED } },
    }),
    emptyLine(),
    emptyLine(),
    ...titleLines(title).map((text) =>
      line([run(text, 'title', 'title')], {
        alignment: AlignmentType.CENTER,
        spacing: { line: pt(36), lineRule: LineRuleType.EXACT },
      }),
    ),
    emptyLine(),
    line([run(`${recipients}${words['colon'] ?? ''}`)]),
  ];
}

function textOf({ sections }: OfficialPaper): readonly Paragraph[] {
  let nth = -1;
  return sections.flatMap((section) => {
    const { heading, paragraphs } = section;
    if (heading !== null) nth += 1;
    const head = heading === null ? [] : [headingText(nth, heading)];
    const isLast = section === sections.at(-1);
    return [
      ...head,
      ...paragraphs.map((text, index) => bodyText(text, isLast && index === paragraphs.length - 1)),
    ];
  });
}

/** List of annexes, issuer and date, note. Source: 7.3.4 to 7.3.6. */
function endOf({ annexes, issuer, date, note, words }: OfficialPaper): readonly Paragraph[] {
  const label = `${words['annex'] ?? ''}${words['colon'] ?? ''}`;
  const listed = annexes.map(({ title }, index) =>
    line([run(`${index === 0 ? label : ''}${annexes.length > 1 ? `${index + 1}. ` : ''}${title}`)], {
      indent: { left: characters(index === 0 ? 2 : 5) },
      keepNext: true,
    }),
  );
  // The date begins two characters to the right of the issuer, whose last one stands two from the edge.
  const afterDate = Math.max(2, widthOf(issuer) + 2 - 2 - widthOf(date));
  return [
    ...(listed.length > 0 ? [emptyLine(true), ...listed] : []),
    emptyLine(true),
    emptyLine(true),
    line([run(issuer)], { alignment: AlignmentType.RIGHT, indent: { right: characters(2) }, keepNext: true }),
    line([run(date)], {
      alignment: AlignmentType.RIGHT,
      indent: { right: characters(afterDate) },
      keepNext: true,
    }),
    ...(note === '' ? [] : [line([run(note)], { indent: { firstLine: characters(2) } })]),
  ];
}

function annexesOf({ annexes, words }: OfficialPaper): readonly (Paragraph | Table)[] {
  return annexes.flatMap((one, index) =>
    annex(one, annexes.length > 1 ? String(index + 1) : '', words['annex'] ?? ''),
  );
}

/** `— 1 —`, outside: right on odd pages, left on even ones, one character from the edge. Source: 7.5. */
function pageNumber(alignment: (typeof AlignmentType)['RIGHT' | 'LEFT']): Footer {
  const children = [
    new TextRun({
      children: ['— ', PageNumber.CURRENT, ' —'],
      font: { ascii: FACE.number, hAnsi: FACE.number, eastAsia: FACE.number, cs: FACE.number },
      size: SIZE.small,
    }),
  ];
  const indent = { left: pt(14), right: pt(14) };
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
}
