import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import type { MessageStatus } from './message-store.ts';

export type ListedMessage = {
  readonly id: string;
  readonly createdAt: string;
  readonly trackingNumber: string;
  readonly complaintId: string;
  readonly template: string;
  readonly subject: string;
  /** Opened; callers mask it before it is shown. */
  readonly recipient: string;
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly error: string;
  readonly sentAt: string | null;
};

/** Where a page ends and the next begins. */
export type MessageKey = { readonly createdAt: string; readonly id: string };

type Row = Omit<ListedMessage, 'createdAt' | 'sentAt' | 'recipient'> & {
  createdAt: Date;
  sentAt: Date | null;
  recipient: Buffer;
  keyId: string;
  occasion: string;
};

/** Messages, newest first, in pages after `after`; all of them or those in one status. */
export async function listedMessages(
  db: Pick<Database, 'pool'>,
  {
    status,
    after,
    limit,
  }: { readonly status: MessageStatus | null; readonly after: MessageKey | null; readonly limit: number },
  keyring: Keyring,
): Promise<readonly ListedMessage[]> {
  const { rows } = await db.pool.query<Row>(
    `SELECT m.id, m.created_at AS "createdAt", c.tracking_number AS "trackingNumber", m.complaint_id AS "complaintId",
  m.template, m.subject, m.recipient, m.key_id AS "keyId", m.occasion, m.status, m.attempts, m.error, m.sent_at AS "sentAt"
FROM message m JOIN complaint c ON c.id = m.complaint_id
WHERE ($1::text IS NULL OR m.status = $1)
  AND ($2::timestamptz IS NULL OR (m.created_at, m.id) < ($2::timestamptz, $3::uuid))
ORDER BY m.created_at DESC, m.id DESC LIMIT $4`,
    [status, after?.createdAt ?? null, after?.id ?? null, limit],
  );
  return rows.map(({ keyId, occasion, ...row }) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    recipient: keyring.open(row.recipient, `message:recipient:${occasion}`, keyId),
  }));
}
