import type { NoticeChannel } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import { messageContext } from './queue-message.ts';

/**
 * queued: to be tried, or tried again · sent: a provider took it · local: kept in the outbox, no provider is set up ·
 * failed: given up · bounced: a provider took it, and could not hand it over
 */
export const MESSAGE_STATUSES = ['queued', 'sent', 'local', 'failed', 'bounced'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];
export type MessageChannel = Exclude<NoticeChannel, 'in_app'>;

export type StoredMessage = {
  readonly id: string;
  readonly occasion: string;
  readonly complaintId: string | null;
  readonly staffId: string | null;
  readonly audience: string;
  readonly template: string;
  readonly channel: MessageChannel;
  readonly locale: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly rulesVersion: number;
  readonly status: MessageStatus;
  readonly attempts: number;
  /** Why the last try failed, without address or text. */
  readonly error: string;
  readonly createdAt: string;
  readonly sentAt: string | null;
  /** Since when recipient and text are removed, and both are empty. */
  readonly removedAt: string | null;
};

/** The message of an occasion or with an id, opened; null where there is none. */
export async function readMessage(
  db: Pick<Database, 'prisma'>,
  where: { readonly occasion: string } | { readonly id: string },
  keyring: Keyring,
): Promise<StoredMessage | null> {
  const found = await db.prisma.message.findUnique({ where });
  if (found === null) return null;
  const { keyId, providerId: _, bouncedAt: __, ...row } = found;
  const open = (field: 'recipient' | 'body') =>
    keyring.open(row[field], messageContext(field, row.occasion), keyId);
  return {
    ...row,
    channel: row.channel as MessageChannel,
    recipient: open('recipient'),
    body: open('body'),
    status: row.status as MessageStatus,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
  };
}

/** Writes what a try came to; `isTry` where a provider was asked. */
export async function noteTry(
  db: Pick<Database, 'prisma'>,
  id: string,
  {
    status,
    error,
    at,
    providerId = '',
  }: {
    readonly status: MessageStatus;
    readonly error: string;
    readonly at: string;
    readonly providerId?: string;
  },
  isTry: boolean,
): Promise<void> {
  const sent = status === 'sent' ? { sentAt: at, providerId } : {};
  const attempts = isTry ? { attempts: { increment: 1 } } : {};
  await db.prisma.message.update({ where: { id }, data: { status, error, ...sent, ...attempts } });
}

/**
 * Runs `work` while no other process works on the same message; null, without running it, where one does. Holds one
 * connection of the pool meanwhile, so a process must run fewer of them at once than its pool has connections.
 */
export async function withMessage<Value>(
  db: Pick<Database, 'pool'>,
  id: string,
  work: () => Promise<Value>,
): Promise<Value | null> {
  const client = await db.pool.connect();
  let isBroken = true;
  try {
    await client.query('BEGIN');
    // A lock of the transaction, not of the session, so that it also holds behind PgBouncer.
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken',
      [`message:${id}`],
    );
    try {
      return rows[0]?.taken === true ? await work() : null;
    } finally {
      // The lock is gone before the answer is, so that the next try finds it free.
      await client.query('COMMIT');
      isBroken = false;
    }
  } finally {
    client.release(isBroken);
  }
}
