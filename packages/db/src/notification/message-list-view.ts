import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import type { MessageChannel, MessageStatus } from './message-store.ts';
import { messageContext } from './queue-message.ts';

export type ListedMessage = {
  readonly id: string;
  readonly createdAt: string;
  /** Null where it is about no complaint. */
  readonly trackingNumber: string | null;
  readonly complaintId: string | null;
  readonly audience: string;
  readonly channel: MessageChannel;
  readonly template: string;
  readonly subject: string;
  /** Opened; callers mask it before it is shown. */
  readonly recipient: string;
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly error: string;
  readonly sentAt: string | null;
  readonly bouncedAt: string | null;
  readonly removedAt: string | null;
};

/** Where a page ends and the next begins. */
export type MessageKey = { readonly createdAt: string; readonly id: string };

type Row = Omit<ListedMessage, 'createdAt' | 'sentAt' | 'bouncedAt' | 'removedAt' | 'recipient'> & {
  createdAt: Date;
  sentAt: Date | null;
  bouncedAt: Date | null;
  removedAt: Date | null;
  recipient: Buffer;
  keyId: string;
  occasion: string;
};

const COLUMNS = `m.id, m.created_at AS "createdAt", c.tracking_number AS "trackingNumber", m.complaint_id AS "complaintId",
  m.audience, m.channel, m.template, m.subject, m.recipient, m.key_id AS "keyId", m.occasion, m.status, m.attempts, m.error,
  m.sent_at AS "sentAt", m.bounced_at AS "bouncedAt", m.removed_at AS "removedAt"
FROM message m LEFT JOIN complaint c ON c.id = m.complaint_id`;

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
    `SELECT ${COLUMNS}
WHERE ($1::text IS NULL OR m.status = $1)
  AND ($2::timestamptz IS NULL OR (m.created_at, m.id) < ($2::timestamptz, $3::uuid))
ORDER BY m.created_at DESC, m.id DESC LIMIT $4`,
    [status, after?.createdAt ?? null, after?.id ?? null, limit],
  );
  return rows.map((row) => listed(row, keyring));
}

/** What was sent to the complainant of one complaint, newest first. */
export async function messagesOfComplaint(
  db: Pick<Database, 'pool'>,
  complaintId: string,
  limit: number,
  keyring: Keyring,
): Promise<readonly ListedMessage[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'messages-of-complaint',
    text: `SELECT ${COLUMNS} WHERE m.complaint_id = $1 AND m.staff_id IS NULL ORDER BY m.created_at DESC, m.id DESC LIMIT $2`,
    values: [complaintId, limit],
  });
  return rows.map((row) => listed(row, keyring));
}

function listed({ keyId, occasion, ...row }: Row, keyring: Keyring): ListedMessage {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    bouncedAt: row.bouncedAt?.toISOString() ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
    recipient: keyring.open(row.recipient, messageContext('recipient', occasion), keyId),
  };
}
