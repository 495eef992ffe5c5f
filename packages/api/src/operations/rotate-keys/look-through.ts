import { countRowsByKey, keyOf, readSealedRows, type RowKey, type SealedRow } from '@bihuan/db';
import type { House } from '../../house.ts';
import type { KeyProgress, KeyReport } from './key-report.ts';
import { opens, resealFile } from './reseal-file.ts';
import { SEALED_PLACES, type SealedPlace } from './sealed-places.ts';

const PAGE = 500;
const PAGE_WITH_FILES = 50;

type Options = { readonly isReading: boolean; readonly onProgress: KeyProgress };

/**
 * Opens everything there is under the key in use, a page at a time. Files whose row is right and that are not are sealed anew,
 * unless it `isReading`.
 */
export async function lookThrough(house: House, { isReading, onProgress }: Options): Promise<KeyReport> {
  const { keyId, keyIds } = house.keyring;
  const total = (await countRowsByKey(house.db)).reduce((sum, { rows }) => sum + rows, 0);
  const tally = new Tally();
  for (const place of SEALED_PLACES) {
    const limit = place.files === null ? PAGE : PAGE_WITH_FILES;
    for (let after: RowKey | null = null; ;) {
      const rows: readonly SealedRow[] = await readSealedRows(house.db, place, { after, limit });
      for (const row of rows) await lookAtRow(house, place, row, tally, isReading);
      onProgress(tally.rows, total, place.name);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = keyOf(place, last);
    }
  }
  const left = tally.leftUnder();
  return {
    keyId,
    resealed: { rows: 0, files: tally.resealed },
    seen: { rows: tally.rows, files: tally.files },
    ...{ left, damaged: tally.damaged, missing: tally.missing },
    removable: keyIds.filter((id) => id !== keyId && left.every((one) => one.keyId !== id)),
  };
}

async function lookAtRow(
  house: House,
  { name, contexts, files }: SealedPlace,
  row: SealedRow,
  tally: Tally,
  isReading: boolean,
): Promise<void> {
  const { keyring } = house;
  tally.rows += 1;
  if (row.key_id !== keyring.keyId) return tally.leave(name, row.key_id);
  for (const [column, contextOf] of contexts) {
    const sealed = row[column] as Uint8Array | null;
    if (sealed === null) continue;
    const context = contextOf(row);
    const fitting = keyring.keyIds.find((id) => opens(() => keyring.openBytes(sealed, context, id)));
    if (fitting === undefined) count(tally.damaged, name);
    else if (fitting !== keyring.keyId) tally.leave(name, fitting);
  }
  for (const file of files?.(row) ?? []) {
    const state = await resealFile(house, file, { isReading });
    if (state === 'missing') {
      // Only images have a copy.
      if (!file.key.endsWith('/copy')) count(tally.missing, name);
      continue;
    }
    tally.files += 1;
    if (state === 'damaged') count(tally.damaged, name);
    else if (state === 'resealed') tally.resealed += 1;
    else if (state !== 'as_it_was') tally.leave(name, state.under);
  }
}

class Tally {
  rows = 0;
  files = 0;
  resealed = 0;
  readonly damaged = new Map<string, number>();
  readonly missing = new Map<string, number>();
  readonly #left = new Map<string, number>();

  leave(table: string, keyId: string): void {
    count(this.#left, `${table} ${keyId}`);
  }

  leftUnder(): KeyReport['left'] {
    return [...this.#left].map(([what, values]) => {
      const [table = '', keyId = ''] = what.split(' ');
      return { table, keyId, values };
    });
  }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
