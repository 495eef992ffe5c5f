import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import type { Statement } from '../statement.ts';

type Reads = Pick<Database, 'pool'>;

export type StoredDraft = {
  readonly id: string;
  readonly version: number;
  /** What was sealed: JSON of the caller's making. */
  readonly text: string;
  readonly hasResumeCode: boolean;
  /** ISO-8601 UTC. */
  readonly expiresAt: string;
};

/** The context that binds a sealed draft to its row. */
export const draftContext = (id: string): string => `filing_draft:${id}`;

/** Keeps a new draft, sealed. `expiresAt`: ISO-8601. */
export async function insertDraft(
  db: Reads,
  keyring: Keyring,
  draft: { readonly id: string; readonly text: string; readonly expiresAt: string },
): Promise<void> {
  await db.pool.query({
    name: 'insert-draft',
    text: 'INSERT INTO filing_draft (id, key_id, sealed, version, expires_at) VALUES ($1, $2, $3, 1, $4)',
    values: [draft.id, keyring.keyId, keyring.seal(draft.text, draftContext(draft.id)), draft.expiresAt],
  });
}

type DraftRow = {
  key_id: string;
  sealed: Buffer;
  version: number;
  resume_hash: Buffer | null;
  expires_at: Date;
};

/** The draft, opened; null where there is none, or where it ran out before `now`. */
export async function loadDraft(
  db: Reads,
  keyring: Keyring,
  id: string,
  now: string,
): Promise<StoredDraft | null> {
  const { rows } = await db.pool.query<DraftRow>({
    name: 'load-draft',
    text: 'SELECT key_id, sealed, version, resume_hash, expires_at FROM filing_draft WHERE id = $1 AND expires_at > $2',
    values: [id, now],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const text = keyring.open(row.sealed, draftContext(id), row.key_id);
  const hasResumeCode = row.resume_hash !== null;
  return { id, version: row.version, text, hasResumeCode, expiresAt: row.expires_at.toISOString() };
}

/** Writes over a draft as it was read; false where another tab was first, or where it is gone. */
export async function updateDraft(
  db: Reads,
  keyring: Keyring,
  draft: {
    readonly id: string;
    readonly version: number;
    readonly text: string;
    readonly expiresAt: string;
  },
): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    name: 'update-draft',
    text: `UPDATE filing_draft SET key_id = $3, sealed = $4, version = version + 1, expires_at = $5
WHERE id = $1 AND version = $2`,
    values: [
      draft.id,
      draft.version,
      keyring.keyId,
      keyring.seal(draft.text, draftContext(draft.id)),
      draft.expiresAt,
    ],
  });
  return rowCount === 1;
}

/** Gives a draft its resume code, of which only the keyed hash is kept; a code given before opens nothing any more. */
export async function keepResumeHash(db: Reads, id: string, hash: Buffer, now: string): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    name: 'keep-resume-hash',
    text: 'UPDATE filing_draft SET resume_hash = $2 WHERE id = $1 AND expires_at > $3',
    values: [id, hash, now],
  });
  return rowCount === 1;
}

/** The draft that a resume code opens; null where there is none, or where it ran out before `now`. */
export async function findDraftByResumeHash(db: Reads, hash: Buffer, now: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'find-draft-by-resume-hash',
    text: 'SELECT id FROM filing_draft WHERE resume_hash = $1 AND expires_at > $2',
    values: [hash, now],
  });
  return rows[0]?.id ?? null;
}

/**
 * The statement that removes a draft with whatever files are still its own; it belongs to the transaction that files what stood
 * in it, after those that take files out of it.
 */
export function deleteDraft(id: string): Statement {
  return {
    name: 'delete-draft',
    text: 'DELETE FROM filing_draft WHERE id = $1',
    values: [id],
    isApart: true,
  };
}

/** Removes a draft that its owner does not want any more. */
export async function removeDraft(db: Reads, id: string): Promise<void> {
  await db.pool.query(deleteDraft(id) as { name: string; text: string; values: unknown[] });
}

/** Removes the drafts that ran out before `now`. Returns how many. */
export async function removeExpiredDrafts(db: Reads, now: string): Promise<number> {
  const { rowCount } = await db.pool.query({
    name: 'remove-expired-drafts',
    text: 'DELETE FROM filing_draft WHERE expires_at <= $1',
    values: [now],
  });
  return rowCount ?? 0;
}
