import type { ContactField } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import type { Keyring } from './keyring.ts';

/** A phone number or an address that waits for its code to come back. */
export type WaitingChange = {
  readonly id: string;
  readonly field: ContactField;
  readonly value: string;
  readonly codeHash: Uint8Array;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly tries: number;
};

export type NewContactChange = {
  readonly id: string;
  readonly complaintId: string;
  readonly field: ContactField;
  readonly value: string;
  readonly codeHash: Uint8Array;
  readonly askedAt: string;
  /** Null where the complainant asks. */
  readonly askedById: string | null;
  readonly expiresAt: string;
};

/** Statements that keep a new value, sealed, until it is confirmed; one that waited before it counts no more. */
export function insertContactChange(change: NewContactChange, keyring: Keyring): readonly Statement[] {
  const { id, complaintId, field, askedAt } = change;
  return [
    {
      name: 'replace-contact-change',
      text: `UPDATE contact_change SET status = 'replaced', value = NULL, settled_at = $3
WHERE complaint_id = $1 AND field = $2 AND status = 'waiting'`,
      values: [complaintId, field, askedAt],
    },
    {
      name: 'insert-contact-change',
      text: `INSERT INTO contact_change (id, complaint_id, field, key_id, value, code_hash, asked_at, asked_by_id, expires_at, status)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting')`,
      values: [
        ...[id, complaintId, field, keyring.keyId, keyring.seal(change.value, contactChangeContext(id))],
        ...[change.codeHash, askedAt, change.askedById, change.expiresAt],
      ],
    },
  ];
}

/** The changes of one complaint that wait and have not run out, opened. */
export async function waitingChanges(
  db: Pick<Database, 'prisma'>,
  complaintId: string,
  now: string,
  keyring: Keyring,
): Promise<readonly WaitingChange[]> {
  const rows = await db.prisma.contactChange.findMany({
    where: { complaintId, status: 'waiting', expiresAt: { gt: now } },
    orderBy: { askedAt: 'desc' },
  });
  return rows.flatMap(({ id, field, value, keyId, codeHash, askedAt, expiresAt, tries }) =>
    value === null
      ? []
      : [
          {
            ...{
              id,
              field: field as ContactField,
              value: keyring.open(value, contactChangeContext(id), keyId),
              codeHash,
            },
            ...{ askedAt: askedAt.toISOString(), expiresAt: expiresAt.toISOString(), tries },
          },
        ],
  );
}

/** The statement that settles a change; its value is kept with the contact data from then on, or nowhere. */
export function settleContactChange(id: string, status: 'confirmed' | 'given_up', at: string): Statement {
  return {
    name: 'settle-contact-change',
    text: `UPDATE contact_change SET status = $2, value = NULL, settled_at = $3 WHERE id = $1 AND status = 'waiting'`,
    values: [id, status, at],
  };
}

/** Counts one wrong code. Returns how many there were; the last one allowed ends the change. */
export async function countWrongCode(
  db: Pick<Database, 'pool'>,
  id: string,
  most: number,
  at: string,
): Promise<number> {
  const { rows } = await db.pool.query<{ tries: number }>({
    name: 'count-wrong-code',
    text: `UPDATE contact_change SET tries = tries + 1,
  status = CASE WHEN tries + 1 >= $2 THEN 'given_up' ELSE status END,
  value = CASE WHEN tries + 1 >= $2 THEN NULL ELSE value END,
  settled_at = CASE WHEN tries + 1 >= $2 THEN $3::timestamptz END
WHERE id = $1 AND status = 'waiting' RETURNING tries`,
    values: [id, most, at],
  });
  return rows[0]?.tries ?? most;
}

/** The context that binds a sealed value to its change. */
export function contactChangeContext(id: string): string {
  return `contact_change:${id}`;
}
