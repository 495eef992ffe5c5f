import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import type { Statement } from '../statement.ts';
import { nameContext, type KeptFile } from './kept-file.ts';

/** Keeps a file that was sent before its complaint. False where the same one is there. */
export async function insertDraftFile(
  db: Pick<Database, 'prisma'>,
  token: string,
  { name, ...file }: KeptFile,
  addedAt: string,
  keyring: Keyring,
): Promise<boolean> {
  const sealed = new Uint8Array(keyring.seal(name, nameContext(file.id)));
  const tokenHash = tokenHashOf(token, keyring);
  const { count } = await db.prisma.attachmentDraft.createMany({
    data: [{ ...file, tokenHash, addedAt, name: sealed, keyId: keyring.keyId }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The files sent under a token, in the order in which they came. */
export async function readDraftFiles(
  db: Pick<Database, 'prisma'>,
  token: string,
  keyring: Keyring,
): Promise<readonly KeptFile[]> {
  const rows = await db.prisma.attachmentDraft.findMany({
    where: { tokenHash: tokenHashOf(token, keyring) },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ name, keyId, tokenHash: _, addedAt: __, ...row }) => ({
    ...(row as Omit<KeptFile, 'name'>),
    name: keyring.open(name, nameContext(row.id), keyId),
  }));
}

/** Forgets one file of a token; false where it has none such. */
export async function deleteDraftFile(
  db: Pick<Database, 'prisma'>,
  token: string,
  id: string,
  keyring: Keyring,
): Promise<boolean> {
  const where = { id, tokenHash: tokenHashOf(token, keyring) };
  return (await db.prisma.attachmentDraft.deleteMany({ where })).count === 1;
}

/** The statement that takes files out of the drafts, as they become those of a complaint. */
export function takeDraftFiles(ids: readonly string[]): Statement {
  return {
    name: 'take-draft-files',
    text: 'DELETE FROM attachment_draft WHERE id = ANY($1::uuid[])',
    values: [ids],
  };
}

/** Forgets the drafts of before `moment`, at most 500 at once, and returns their ids. */
export async function deleteDraftFilesBefore(
  db: Pick<Database, 'pool'>,
  moment: string,
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'delete-draft-files-before',
    text: `DELETE FROM attachment_draft WHERE id IN
(SELECT id FROM attachment_draft WHERE added_at < $1 ORDER BY added_at LIMIT 500) RETURNING id`,
    values: [moment],
  });
  return rows.map(({ id }) => id);
}

function tokenHashOf(token: string, keyring: Keyring): Uint8Array<ArrayBuffer> {
  return new Uint8Array(keyring.keyedHash('once', `files:${token}`));
}
