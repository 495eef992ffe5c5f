import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import type { Statement } from '../statement.ts';
import { nameContext, type KeptFile, type SealedName } from './kept-file.ts';

/** A file of a filing that is not sent yet. */
export type DraftFile = KeptFile & SealedName;

/** Keeps a file of a draft. False where it has the same one. */
export async function insertDraftFile(
  db: Pick<Database, 'prisma'>,
  draftId: string,
  { name, ...file }: KeptFile,
  addedAt: string,
  keyring: Keyring,
): Promise<boolean> {
  const sealed = new Uint8Array(keyring.seal(name, nameContext(file.id)));
  const { count } = await db.prisma.attachmentDraft.createMany({
    data: [{ ...file, draftId, addedAt, name: sealed, keyId: keyring.keyId }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The files of a draft, in the order in which they came. */
export async function readDraftFiles(
  db: Pick<Database, 'prisma'>,
  draftId: string,
  keyring: Keyring,
): Promise<readonly DraftFile[]> {
  const rows = await db.prisma.attachmentDraft.findMany({
    where: { draftId },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ name: sealedName, keyId, draftId: _, addedAt: __, ...row }) => ({
    ...(row as Omit<KeptFile, 'name'>),
    ...{ sealedName, keyId, name: keyring.open(sealedName, nameContext(row.id), keyId) },
  }));
}

/** Forgets one file of a draft, or all of them, and returns the ids. */
export async function deleteDraftFiles(
  db: Pick<Database, 'pool'>,
  draftId: string,
  id: string | null,
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'delete-draft-files',
    text: 'DELETE FROM attachment_draft WHERE draft_id = $1 AND ($2::uuid IS NULL OR id = $2) RETURNING id',
    values: [draftId, id],
  });
  return rows.map((row) => row.id);
}

/** The statement that takes files out of a draft as they become those of a complaint. Fails where one is gone meanwhile. */
export function takeDraftFiles(ids: readonly string[]): Statement {
  return {
    name: 'take-draft-files',
    text: `WITH taken AS (DELETE FROM attachment_draft WHERE id = ANY($1::uuid[]) RETURNING id)
SELECT 1 / (count(*) = $2)::int FROM taken`,
    values: [ids, ids.length],
  };
}

/** Forgets files that came before `moment` and whose draft is gone, at most 500 at once, and returns their ids. */
export async function deleteFilesWithoutDraft(
  db: Pick<Database, 'pool'>,
  moment: string,
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'delete-files-without-draft',
    text: `DELETE FROM attachment_draft WHERE id IN
(SELECT file.id FROM attachment_draft file LEFT JOIN filing_draft draft ON draft.id = file.draft_id
WHERE draft.id IS NULL AND file.added_at < $1 ORDER BY file.added_at LIMIT 500) RETURNING id`,
    values: [moment],
  });
  return rows.map(({ id }) => id);
}
