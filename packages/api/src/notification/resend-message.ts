import { forgetBounce, readMessage, requeueMessage, saveChange } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { maySeeMessages } from './may-see-messages.ts';

const schema = z.object({ messageId: z.uuid('malformed') });

/**
 * Delivers again what was given up, bounced, or stayed here for want of a provider; under the same key, so that a provider
 * that took it after all does not send it twice. What was held against its address is forgotten. Nothing happens to a
 * message that waits or was sent.
 */
export async function resendMessage(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly messageId: string }>> {
  const asked = parseInput(schema, raw);
  if (!maySeeMessages(actor) || !asked.ok) return refusal('not_found');
  const { messageId } = asked.value;
  const message = await readMessage(house.db, { id: messageId }, house.keyring);
  if (message === null) return refusal('not_found');
  if (message.removedAt !== null) return refusal('text_removed');
  if (message.status === 'queued' || message.status === 'sent') return done({ messageId });
  await forgetBounce(house.db, message.channel, message.recipient, house.keyring);
  await saveChange(house.db, { statements: [requeueMessage(messageId)] });
  return done({ messageId });
}
