import { readMessage, type StoredMessage } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { maskEmail } from './mask-email.ts';
import { maySeeMessages } from './may-see-messages.ts';

const schema = z.object({ messageId: z.uuid('malformed') });

/** One message with its text, its recipient masked. */
export async function openMessage(house: House, actor: Actor, raw: unknown): Promise<Result<StoredMessage>> {
  if (!maySeeMessages(actor)) return refusal('not_found');
  const asked = parseInput(schema, raw);
  if (!asked.ok) return refusal('not_found');
  const message = await readMessage(house.db, { id: asked.value.messageId }, house.keyring);
  return message === null
    ? refusal('not_found')
    : done({ ...message, recipient: maskEmail(message.recipient) });
}
