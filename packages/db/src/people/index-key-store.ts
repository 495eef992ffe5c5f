import type { Database } from '../database.ts';

/** The keys of hashes and derived codes as they are kept: sealed under the master key that `keyId` names. */
export type StoredIndexKeys = { readonly keyId: string; readonly sealed: Uint8Array };

const ONLY = 'index';

/** The context that binds the sealed index keys to their row. */
export function indexKeyContext(id: string): string {
  return `index_key_set:${id}`;
}

export const INDEX_KEY_CONTEXT = indexKeyContext(ONLY);

/** The index keys that are kept; null where none are yet. */
export async function readIndexKeySet({ prisma }: Pick<Database, 'prisma'>): Promise<StoredIndexKeys | null> {
  return prisma.indexKeySet.findUnique({ where: { id: ONLY }, select: { keyId: true, sealed: true } });
}

/** Keeps index keys; what is kept already stays. */
export async function insertIndexKeySet(
  { prisma }: Pick<Database, 'prisma'>,
  { keyId, sealed }: StoredIndexKeys,
): Promise<void> {
  await prisma.indexKeySet.createMany({
    data: [{ id: ONLY, keyId, sealed: new Uint8Array(sealed) }],
    skipDuplicates: true,
  });
}
