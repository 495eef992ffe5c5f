import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';

/** queued: to be tried again · sent: a provider took it · local: kept in the outbox, no provider is set up · failed: given up */
export const MESSAGE_STATUSES = ['queued', 'sent', 'local', 'failed'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export type NewMessage = {
  readonly id: string;
  /** What it is about; one message per occasion. */
  readonly occasion: string;
  readonly complaintId: string;
  readonly template: string;
  readonly channel: 'email';
  readonly locale: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: string;
};

export type StoredMessage = NewMessage & {
  readonly status: MessageStatus;
  readonly attempts: number;
  /** Why the last try failed, without address or text. */
  readonly error: string;
  readonly sentAt: string | null;
};

/** Keeps a message, recipient and body sealed. Nothing happens where one of the same occasion is kept already. */
export async function insertMessage(
  db: Pick<Database, 'prisma'>,
  message: NewMessage,
  keyring: Keyring,
): Promise<void> {
  const { recipient, body, ...rest } = message;
  const seal = (text: string, field: string) =>
    new Uint8Array(keyring.seal(text, contextOf(field, message.occasion)));
  const sealed = { recipient: seal(recipient, 'recipient'), body: seal(body, 'body'), keyId: keyring.keyId };
  await db.prisma.message.upsert({
    where: { occasion: message.occasion },
    create: { ...rest, ...sealed, status: 'queued' },
    update: {},
  });
}

/** The message of an occasion or with an id, opened; null where there is none. */
export async function readMessage(
  db: Pick<Database, 'prisma'>,
  where: { readonly occasion: string } | { readonly id: string },
  keyring: Keyring,
): Promise<StoredMessage | null> {
  const row = await db.prisma.message.findUnique({ where });
  if (row === null) return null;
  const open = (field: 'recipient' | 'body') =>
    keyring.open(row[field], contextOf(field, row.occasion), row.keyId);
  return {
    ...row,
    channel: 'email',
    recipient: open('recipient'),
    body: open('body'),
    status: row.status as MessageStatus,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

/** Writes what a try came to; `isTry` where a provider was asked. */
export async function noteTry(
  db: Pick<Database, 'prisma'>,
  occasion: string,
  { status, error, at }: { readonly status: MessageStatus; readonly error: string; readonly at: string },
  isTry: boolean,
): Promise<void> {
  const sentAt = status === 'sent' ? { sentAt: at } : {};
  const attempts = isTry ? { attempts: { increment: 1 } } : {};
  await db.prisma.message.update({ where: { occasion }, data: { status, error, ...sentAt, ...attempts } });
}

/**
 * Runs `work` while no other process works on the same occasion; null, without running it, where one does. Holds one
 * connection of the pool meanwhile, so a process must run fewer of them at once than its pool has connections.
 */
export async function withOccasion<Value>(
  db: Pick<Database, 'pool'>,
  occasion: string,
  work: () => Promise<Value>,
): Promise<Value | null> {
  const client = await db.pool.connect();
  let isBroken = true;
  try {
    await client.query('BEGIN');
    // A lock of the transaction, not of the session, so that it also holds behind PgBouncer.
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken',
      [`message:${occasion}`],
    );
    const value = rows[0]?.taken === true ? await work() : null;
    await client.query('COMMIT');
    isBroken = false;
    return value;
  } finally {
    client.release(isBroken);
  }
}

function contextOf(field: string, occasion: string): string {
  return `message:${field}:${occasion}`;
}
