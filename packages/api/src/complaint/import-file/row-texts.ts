import type { ImportRow } from '@bihuan/db';
import type { House } from '../../house.ts';
import type { RowDifference } from '../import/differences-of.ts';

/** What a row says, kept sealed until it is of no more use. */
export type RowTexts = { readonly title: string; readonly differences: readonly RowDifference[] };

/** The context that binds sealed texts to their row of an import. */
export const rowContext = (importId: string, line: number): string => `import_row:${importId}:${line}`;

export function sealRowTexts(house: House, importId: string, line: number, texts: RowTexts): Buffer {
  return house.keyring.seal(JSON.stringify(texts), rowContext(importId, line));
}

export function openRowTexts(
  house: House,
  importId: string,
  { line, texts, keyId }: Pick<ImportRow, 'line' | 'texts' | 'keyId'>,
): RowTexts {
  if (texts === null) return { title: '', differences: [] };
  return JSON.parse(house.keyring.open(texts, rowContext(importId, line), keyId)) as RowTexts;
}
