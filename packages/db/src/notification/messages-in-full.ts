import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import type { MessageChannel, MessageStatus } from './message-store.ts';
import { messageContext } from './queue-message.ts';

/** A message to a complainant with whom it went to and all it says. */
export type FullMessage = {
  readonly at: string;
  readonly sentAt: string | null;
  readonly channel: MessageChannel;
  readonly template: string;
  readonly status: MessageStatus;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Since when recipient, subject and text are removed, and all are empty. */
  readonly removedAt: string | null;
};

/** Everything that was written to the complainant of one complaint, oldest first. For themselves alone. */
export async function messagesInFull(
  db: Pick<Database, 'prisma'>,
  complaintId: string,
  keyring: Keyring,
): Promise<readonly FullMessage[]> {
  const rows = await db.prisma.message.findMany({
    where: { complaintId, staffId: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(
    ({ createdAt, sentAt, removedAt, channel, template, status, subject, occasion, keyId, ...row }) => {
      const open = (field: 'recipient' | 'body') =>
        keyring.open(row[field], messageContext(field, occasion), keyId);
      return {
        ...{ at: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null },
        ...{ channel: channel as MessageChannel, template, status: status as MessageStatus, subject },
        ...{ recipient: open('recipient'), text: open('body'), removedAt: removedAt?.toISOString() ?? null },
      };
    },
  );
}
