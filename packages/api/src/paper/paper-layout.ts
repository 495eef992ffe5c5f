import type { Content, ContentColumns, ContentStack, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Paper, PaperPart } from './paper.ts';

const MM = 72 / 25.4;
const RED = '#c8102e';
const GREY = '#555555';
const NO_BORDERS = { defaultBorder: false, paddingLeft: () => 0, paddingTop: () => 0 } as const;

/** Measures of a paper in points. The A4 margins are those of official documents. Source: GB/T 9704-2012, 5.2. */
const MEASURES = {
  a4: { margins: [28, 30, 26, 30], title: 20, heading: 14, text: 12, small: 8.5, qr: 42 * MM, name: 108 },
  narrow: { margins: [4, 4, 4, 6], title: 13, heading: 10, text: 8.5, small: 6, qr: 56 * MM, name: 48 },
} as const;

type Measures = (typeof MEASURES)[Paper['size']];

/** The paper as pdfmake sets it. */
export function paperLayout(paper: Paper): TDocumentDefinitions {
  const measures = MEASURES[paper.size];
  const [left, top, right, bottom] = measures.margins;
  const content: Content[] = [...headOf(paper, measures), ...paper.parts.map((part) => set(part, measures))];
  return {
    pageSize: paper.size === 'a4' ? 'A4' : { width: 80 * MM, height: 'auto' },
    pageMargins: [left * MM, top * MM, right * MM, bottom * MM],
    info: {
      title: `${paper.title} ${paper.number}`,
      author: paper.office,
      creationDate: new Date(paper.madeAt),
    },
    language: paper.language,
    defaultStyle: { font: 'Song', fontSize: measures.text, lineHeight: 1.35 },
    content,
    ...(paper.size === 'a4' ? { footer: pageNumber } : {}),
  };
}

function pageNumber(page: number, pages: number): Content {
  return { text: `— ${page} / ${pages} —`, alignment: 'center', fontSize: 10, margin: [0, 30, 0, 0] };
}

function headOf({ size, office, title, number }: Paper, measures: Measures): readonly Content[] {
  const isWide = size === 'a4';
  const width = isWide ? 156 * MM : 72 * MM;
  const rule = (lineWidth: number, y: number) =>
    ({
      type: 'line',
      x1: 0,
      x2: width,
      y1: y,
      y2: y,
      lineWidth,
      lineColor: isWide ? RED : '#000000',
    }) as const;
  return [
    {
      text: office,
      alignment: 'center',
      bold: true,
      fontSize: isWide ? 22 : 10,
      color: isWide ? RED : '#000000',
    },
    { canvas: isWide ? [rule(1.6, 0), rule(0.5, 3)] : [rule(0.6, 0)], margin: [0, 2, 0, isWide ? 16 : 4] },
    { text: title, alignment: 'center', bold: true, fontSize: measures.title, lineHeight: 1.2 },
    { text: number, alignment: 'center', fontSize: measures.text, margin: [0, 2, 0, isWide ? 12 : 4] },
  ];
}

function set(part: PaperPart, measures: Measures): Content {
  const { text: size, small } = measures;
  const gap = size * 0.6;
  switch (part.kind) {
    case 'heading':
      return { text: part.text, bold: true, fontSize: measures.heading, margin: [0, gap, 0, gap / 2] };
    case 'text':
      return { text: part.text, margin: [0, 0, 0, gap] };
    case 'quote':
      return {
        table: { widths: ['*'], body: [[{ text: part.text }]] },
        layout: { hLineWidth: () => 0, vLineWidth: (i) => (i === 0 ? 2 : 0), vLineColor: () => '#999999' },
        margin: [0, 0, 0, gap],
      };
    case 'note':
      return { text: part.text, fontSize: small + 1, color: GREY, margin: [0, 0, 0, gap] };
    case 'facts':
      return {
        table: {
          widths: [measures.name, '*'],
          body: part.rows.map(([name, value]) => [{ text: name, color: GREY }, { text: value }]),
        },
        layout: NO_BORDERS,
        margin: [0, 0, 0, gap],
      };
    case 'code':
      return {
        table: {
          widths: ['*'],
          body: [
            [
              {
                stack: [
                  { text: part.name, fontSize: small + 1.5, color: GREY },
                  { text: part.value ?? '＿＿＿＿－＿＿＿＿－＿＿＿＿', bold: true, fontSize: size * 1.35 },
                ],
              },
            ],
          ],
        },
        layout: { hLineWidth: () => 0.8, vLineWidth: () => 0.8, paddingLeft: () => 8, paddingTop: () => 4 },
        margin: [0, 0, 0, gap],
      };
    case 'steps':
      return {
        table: {
          widths: [measures.name * 1.2, '*'],
          body: part.rows.map(([when, what]) => [
            { text: when, color: GREY, fontSize: size - 1.5 },
            { text: what },
          ]),
        },
        layout: { ...NO_BORDERS, hLineWidth: () => 0, vLineWidth: () => 0 },
        margin: [0, 0, 0, gap],
      };
    case 'qr':
      return { ...qrBeside(part, measures), unbreakable: true, margin: [0, gap, 0, gap] };
    case 'signature':
      return {
        stack: part.lines.map((text) => ({ text })),
        alignment: 'right',
        margin: [0, gap * 2, 0, gap],
      };
  }
}

/** On a wide sheet the words stand beside the code, on a slip under it. */
function qrBeside(
  { address, caption, text = '' }: PaperPart & { kind: 'qr' },
  { qr: fit, small }: Measures,
): ContentStack | ContentColumns {
  const isWide = fit === MEASURES.a4.qr;
  const alignment = isWide ? 'left' : 'center';
  const words: Content[] = [
    { text: caption, alignment, fontSize: small + 1, margin: [0, 4, 0, 3] },
    { text: brokenUp(text), alignment, fontSize: small, color: GREY, lineHeight: 1.15 },
  ];
  const code: Content = { qr: address, fit, eccLevel: 'M', alignment };
  if (!isWide) return { stack: [code, ...words] };
  return {
    columns: [
      { width: fit + 8, stack: [code] },
      { width: '*', stack: words },
    ],
  };
}

/** Long text without spaces, in pieces that a line can end after. */
function brokenUp(text: string): string {
  return text.replaceAll(/(.{12})(?=.)/g, '$1 ');
}
