import { AlignmentType, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { CHARACTER, CLOSER, FACE, LATIN, LINE, pt, SIZE } from './official-measures.ts';

type Face = keyof typeof FACE;
type Size = keyof typeof SIZE;

export function run(
  text: string,
  face: Face = 'body',
  size: Size | number = 'body',
  colour?: string,
): TextRun {
  const name = FACE[face];
  return new TextRun({
    text,
    font: { ascii: LATIN, hAnsi: LATIN, eastAsia: name, cs: LATIN, hint: 'eastAsia' },
    size: typeof size === 'number' ? size : SIZE[size],
    ...(size === 'body' ? { characterSpacing: CLOSER } : {}),
    ...(colour === undefined ? {} : { color: colour }),
  });
}

/** A paragraph on the grid of 28 pt. */
export function line(
  children: readonly TextRun[],
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  return new Paragraph({
    widowControl: false,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    ...options,
    children,
  });
}

export const emptyLine = (keepNext = false) => line([run('')], { keepNext });

/** So many characters of the body, as a length. */
export const characters = (count: number) => pt(count * CHARACTER);

/** `isLast`: its end is kept with what follows, so that no issuer signs a page without text. Source: GB/T 9704-2012, 7.3.5.5. */
export function bodyText(text: string, isLast: boolean): Paragraph {
  return line([run(text)], {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: characters(2) },
    ...(isLast ? { keepNext: true } : {}),
  });
}

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

export function headingText(nth: number, text: string): Paragraph {
  return line([run(`${ORDINALS[nth] ?? String(nth + 1)}、${text}`, 'heading')], {
    indent: { firstLine: characters(2) },
    keepNext: true,
  });
}

/** How wide a text is in characters of the body: those of Latin script and digits are half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[ -~]/.test(one) ? 0.5 : 1), 0);
}
