import type { Database } from '../../database.ts';
import { messageContext } from '../../notification/queue-message.ts';
import type { Statement } from '../../statement.ts';
import type { Keyring } from '../keyring.ts';

export type KeptMessage = { readonly id: string; readonly occasion: string };

/** Messages about a complaint that still say to whom they went. */
export async function messagesAbout(
  db: Pick<Database, 'pool'>,
  complaintId: string,
): Promise<readonly KeptMessage[]> {
  const { rows } = await db.pool.query<KeptMessage>({
    name: 'messages-about',
    text: 'SELECT id, occasion FROM message WHERE complaint_id = $1 AND removed_at IS NULL',
    values: [complaintId],
  });
  return rows;
}

/** Messages about no complaint that were written before an instant (ISO-8601) and still say to whom they went. */
export async function messagesWrittenBefore(
  db: Pick<Database, 'pool'>,
  before: string,
  limit: number,
): Promise<readonly KeptMessage[]> {
  const { rows } = await db.pool.query<KeptMessage>({
    name: 'messages-written-before',
    text: `SELECT id, occasion FROM message
WHERE complaint_id IS NULL AND removed_at IS NULL AND created_at < $1 ORDER BY created_at, id LIMIT $2`,
    values: [before, limit],
  });
  return rows;
}

/** The statement that leaves of messages only that there were some: recipient and text are sealed empty, none is sent any more. */
export function removeMessageTexts(
  messages: readonly KeptMessage[],
  keyring: Keyring,
  at: string,
): readonly Statement[] {
  if (messages.length === 0) return [];
  const empty = (field: 'recipient' | 'body') =>
    messages.map(({ occasion }) => keyring.seal('', messageContext(field, occasion)));
  return [
    {
      name: 'remove-message-texts',
      text: `UPDATE message SET recipient = removed.recipient, body = removed.body, subject = '', key_id = $4, removed_at = $5,
  status = CASE WHEN status = 'queued' THEN 'failed' ELSE status END
FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS removed (id, recipient, body) WHERE message.id = removed.id`,
      values: [messages.map(({ id }) => id), empty('recipient'), empty('body'), keyring.keyId, at],
    },
  ];
}
