import type { House } from '../../house.ts';
import type { RowDifference } from '../import/differences-of.ts';

/** What a row says, kept sealed until it is of no more use. */
export type RowTexts = { readonly title: string; readonly differences: readonly RowDifference[] };

const context = (importId: string, line: number) => `import_row:${importId}:${line}`;

export function sealRowTexts(house: House, importId: string, line: number, texts: RowTexts): Buffer {
  return house.keyring.seal(JSON.stringify(texts), context(importId, line));
}

export function openRowTexts(
  house: House,
  { id, keyId }: { readonly id: string; readonly keyId: string },
  line: number,
  sealed: Buffer | null,
): RowTexts {
  if (sealed === null) return { title: '', differences: [] };
  return JSON.parse(house.keyring.open(sealed, context(id, line), keyId)) as RowTexts;
}
