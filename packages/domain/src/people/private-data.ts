import { PATTERNS, PRIVATE_KINDS, type PrivateKind } from './private-data/patterns.ts';
import { plainTextOf } from './private-data/plain-text.ts';

export { PRIVATE_KINDS, type PrivateKind };

/** A stretch of text, in UTF-16 units as `slice` counts them: `text.slice(start, end)` is what is private. */
export type PrivateSpan = { readonly kind: PrivateKind; readonly start: number; readonly end: number };

/** What stands in a text where something private was. */
export const HIDDEN = '***';

/**
 * Finds what tells who wrote a text or how to reach them: mobile and land-line numbers, identity numbers, bank cards, plates,
 * e-mail, QQ and WeChat, and a name given as such. In the order of the text, never overlapping. Sees through full-width digits,
 * invisible characters, spaces inside numbers and numbers spelt out; public service numbers (12345, 400) are left alone.
 */
export function findPrivateData(text: string): readonly PrivateSpan[] {
  const { plain, places } = plainTextOf(text);
  const spans: PrivateSpan[] = [];
  for (const kind of PRIVATE_KINDS) {
    for (const { shape, isIt } of PATTERNS[kind]) {
      for (const match of plain.matchAll(shape)) {
        const value = match.groups?.['value'];
        if (value === undefined || isIt?.(value.replaceAll(/[ .·-]/g, '')) === false) continue;
        const first = match.index + match[0].lastIndexOf(value);
        const start = places[first];
        const last = places[first + value.length - 1];
        if (start === undefined || last === undefined) continue;
        const end = last + 1;
        if (!spans.some((span) => start < span.end && span.start < end)) spans.push({ kind, start, end });
      }
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}

/** The text without its private data, and without the words known to be private: the complainant's own name and numbers. */
export function hidePrivateData(text: string, alsoHidden: readonly string[] = []): string {
  const found = findPrivateData(text).reduceRight(
    (shown, { start, end }) => shown.slice(0, start) + HIDDEN + shown.slice(end),
    text,
  );
  return alsoHidden
    .filter((word) => word.trim().length > 1)
    .reduce((shown, word) => shown.replaceAll(word.trim(), HIDDEN), found);
}
