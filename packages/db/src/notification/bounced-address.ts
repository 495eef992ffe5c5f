import type { Database } from '../database.ts';
import { phoneHash } from '../people/contact-store.ts';
import { messageContext } from './queue-message.ts';
import type { Keyring } from '../people/keyring.ts';
import type { MessageChannel } from './message-store.ts';

export type Bounce = {
  /** How the message is known: our id, or what the provider calls it. */
  readonly message: { readonly occasion: string } | { readonly providerId: string };
  /** Short, without an address. */
  readonly reason: string;
  readonly at: string;
};

/**
 * Marks a message as bounced and its address as dead; nothing is changed the second time. Returns whether the message is
 * one of ours.
 */
export async function noteBounce(
  db: Pick<Database, 'prisma'>,
  { message, reason, at }: Bounce,
  keyring: Keyring,
): Promise<boolean> {
  const row = await db.prisma.message.findFirst({ where: message });
  if (row === null) return false;
  if (row.bouncedAt !== null || row.removedAt !== null) return true;
  const recipient = keyring.open(row.recipient, messageContext('recipient', row.occasion), row.keyId);
  const data = { status: 'bounced', error: reason, bouncedAt: at };
  await db.prisma.message.update({ where: { id: row.id }, data });
  await markBounced(db, row.channel as MessageChannel, recipient, { reason, at }, keyring);
  return true;
}

/** Marks an address as dead. */
export async function markBounced(
  db: Pick<Database, 'prisma'>,
  channel: MessageChannel,
  address: string,
  { reason, at }: { readonly reason: string; readonly at: string },
  keyring: Keyring,
): Promise<void> {
  const hash = addressHash(channel, address, keyring);
  const create = { hash, channel, at, reason };
  await db.prisma.bouncedAddress.upsert({ where: { hash }, create, update: { at, reason } });
}

/** Since when an address is dead; null where nothing is known against it. */
export async function bouncedSince(
  db: Pick<Database, 'prisma'>,
  channel: MessageChannel,
  address: string,
  keyring: Keyring,
): Promise<string | null> {
  const where = { hash: addressHash(channel, address, keyring) };
  const row = await db.prisma.bouncedAddress.findUnique({ where });
  return row?.at.toISOString() ?? null;
}

/** Forgets what was held against an address, after somebody said that it is right. */
export async function forgetBounce(
  db: Pick<Database, 'prisma'>,
  channel: MessageChannel,
  address: string,
  keyring: Keyring,
): Promise<void> {
  await db.prisma.bouncedAddress.deleteMany({ where: { hash: addressHash(channel, address, keyring) } });
}

function addressHash(channel: MessageChannel, address: string, keyring: Keyring): Uint8Array<ArrayBuffer> {
  const hash =
    channel === 'email'
      ? keyring.keyedHash('email', address.trim().toLowerCase())
      : phoneHash(address, keyring);
  return new Uint8Array(hash);
}
