import {
  countRowsByKey,
  INDEX_KEY_CONTEXT,
  insertIndexKeySet,
  readIndexKeySet,
  type Keyring,
  type RowsUnderKey,
  type StoredIndexKeys,
} from '@bihuan/db';
import type { House } from '../house.ts';

const taken = new WeakMap<Keyring, Promise<void>>();

/**
 * Gives the keyring the keys of hashes and derived codes that this house keeps; once for each keyring, and again after a fault.
 * A house that keeps none yet goes on with those of its first master key. Throws where what is kept is under a key that is
 * not among ours: then nothing may be hashed.
 */
export function readIndexKeys({ db, keyring }: Pick<House, 'db' | 'keyring'>): Promise<void> {
  const before = taken.get(keyring);
  if (before !== undefined) return before;
  const reading = readIndexKeySet(db)
    .then((kept) => {
      if (kept !== null) take(keyring, kept);
    })
    .catch((error: unknown) => {
      taken.delete(keyring);
      throw error;
    });
  taken.set(keyring, reading);
  return reading;
}

/**
 * Keeps the index keys, sealed, where none are kept: those of the first master key. Throws where rows are under a key that is
 * not among ours, for then the first one is not known.
 */
export async function keepIndexKeys(house: Pick<House, 'db' | 'keyring'>): Promise<void> {
  const { db, keyring } = house;
  if ((await readIndexKeySet(db)) === null) {
    const [foreign] = await foreignKeys(house);
    if (foreign !== undefined) throw new Error(notAmongOurs(foreign.keyId));
    const sealed = keyring.sealBytes(keyring.indexKeys(), INDEX_KEY_CONTEXT);
    await insertIndexKeySet(db, { keyId: keyring.keyId, sealed });
  }
  taken.delete(keyring);
  await readIndexKeys(house);
}

/** What is under keys that are not among ours. */
export async function foreignKeys({
  db,
  keyring,
}: Pick<House, 'db' | 'keyring'>): Promise<readonly RowsUnderKey[]> {
  return (await countRowsByKey(db)).filter(({ keyId }) => !keyring.keyIds.includes(keyId));
}

function take(keyring: Keyring, { keyId, sealed }: StoredIndexKeys): void {
  try {
    keyring.takeIndexKeys(keyring.openBytes(sealed, INDEX_KEY_CONTEXT, keyId));
  } catch {
    keyring.takeIndexKeys(null);
    throw new Error(notAmongOurs(keyId));
  }
}

function notAmongOurs(keyId: string): string {
  return `The key ${keyId}, under which this house is sealed, is not the one in BIHUAN_MASTER_KEY, or not named there.`;
}
