import { countRowsByKey, keyOf, resealRows, tablesWithKeyId, type RowKey, type SealedRow } from '@bihuan/db';
import type { House } from '../../house.ts';
import { keepIndexKeys } from '../index-keys.ts';
import type { KeyProgress, KeyReport } from './key-report.ts';
import { lookThrough } from './look-through.ts';
import { resealFile } from './reseal-file.ts';
import { SEALED_PLACES, type SealedPlace } from './sealed-places.ts';

type Options = { readonly onProgress: KeyProgress; readonly batch?: number };

const BATCH = 200;
/** Rows with files are held while their files are written, so only a few at a time. */
const BATCH_WITH_FILES = 10;
/** Rows that were in use, or came meanwhile, are met in the next round. */
const ROUNDS = 3;

/**
 * Seals everything anew that is not under the key in use, batch by batch, each in a transaction of its own; files before the
 * rows that name their key. Broken off and begun again it goes on where it stood, done twice it changes nothing. May run while
 * the house is in use, where every process has both keys. Then looks through all of it, as `checkKeys` does.
 */
export async function rotateKeys(house: House, { onProgress, batch = BATCH }: Options): Promise<KeyReport> {
  await refuseUnknownTables(house);
  await keepIndexKeys(house);
  const { keyId } = house.keyring;
  const resealed = { rows: 0, files: 0 };
  let total = await countOld(house);
  for (let round = 0; round < ROUNDS && total > resealed.rows; round += 1) {
    for (const place of SEALED_PLACES) {
      const limit = place.files === null ? batch : Math.min(batch, BATCH_WITH_FILES);
      for (let after: RowKey | null = null; ;) {
        const { rows, written } = await resealRows(house.db, place, { keyId, after, limit }, (row) =>
          resealRow(house, place, row, resealed),
        );
        resealed.rows += written;
        onProgress(resealed.rows, total, place.name);
        const last: SealedRow | undefined = rows.at(-1);
        if (last === undefined) break;
        after = keyOf(place, last);
      }
    }
    total = resealed.rows + (await countOld(house));
  }
  const looked = await lookThrough(house, { isReading: false, onProgress });
  return { ...looked, resealed: { rows: resealed.rows, files: resealed.files + looked.resealed.files } };
}

/**
 * Opens every value and every file under the key in use, and says what is still under another one, and which of the keys in
 * the settings nothing needs any more. Writes nothing.
 */
export async function checkKeys(house: House, { onProgress }: Options): Promise<KeyReport> {
  await refuseUnknownTables(house);
  return lookThrough(house, { isReading: true, onProgress });
}

/** The sealed columns of a row under the key in use; null where one of them or a file cannot be opened. */
async function resealRow(
  house: House,
  { contexts, files }: SealedPlace,
  row: SealedRow,
  resealed: { files: number },
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const { keyring } = house;
  const values = new Map<string, Uint8Array>();
  try {
    for (const [column, contextOf] of contexts) {
      const sealed = row[column] as Uint8Array | null;
      if (sealed === null) continue;
      const context = contextOf(row);
      values.set(column, keyring.sealBytes(keyring.openBytes(sealed, context, row.key_id), context));
    }
  } catch {
    return null;
  }
  for (const file of files?.(row) ?? []) {
    const state = await resealFile(house, file, { isReading: false });
    if (state === 'damaged') return null;
    if (state === 'resealed') resealed.files += 1;
  }
  return values;
}

async function countOld({ db, keyring }: House): Promise<number> {
  const counted = await countRowsByKey(db);
  return counted
    .filter(({ keyId }) => keyId !== keyring.keyId && keyring.keyIds.includes(keyId))
    .reduce((sum, { rows }) => sum + rows, 0);
}

async function refuseUnknownTables({ db }: House): Promise<void> {
  const known = SEALED_PLACES.map(({ name }) => name);
  const unknown = (await tablesWithKeyId(db)).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`nobody said how to seal anew what is in: ${unknown.join(', ')}`);
}
