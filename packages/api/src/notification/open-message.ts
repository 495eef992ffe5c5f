import { readMessage, type StoredMessage } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { withoutRatingToken } from '../complaint/rating-review/rating-token.ts';
import { withoutCode } from '../people/contact-change/contact-code.ts';
import { maskRecipient } from './mask-recipient.ts';
import { maySeeMessages } from './may-see-messages.ts';
import { withoutToken } from './opt-out-token.ts';

const schema = z.object({ messageId: z.uuid('malformed') });

/** Null text: somebody without the case does not read what was said of it. */
export type OpenedMessage = Omit<StoredMessage, 'body' | 'occasion'> & { readonly body: string | null };

/** One message with its text, its recipient masked. Who has no case reads the text of tests alone. */
export async function openMessage(house: House, actor: Actor, raw: unknown): Promise<Result<OpenedMessage>> {
  if (!maySeeMessages(actor)) return refusal('not_found');
  const asked = parseInput(schema, raw);
  if (!asked.ok) return refusal('not_found');
  const found = await readMessage(house.db, { id: asked.value.messageId }, house.keyring);
  if (found === null) return refusal('not_found');
  const { occasion: _, ...message } = found;
  const maySeeCase = message.audience === 'test' || hasRole(actor, 'clerk', 'triage_admin');
  const body =
    message.template === 'password_reset'
      ? resetText(message, actor)
      : maySeeCase
        ? shownText(message)
        : null;
  return done({ ...message, body, recipient: maskRecipient(message) });
}

/** A link that sets somebody's password: shown to those who may set passwords anyway, and only where it went nowhere else. */
function resetText({ body, status }: Pick<StoredMessage, 'body' | 'status'>, actor: Actor): string | null {
  return hasRole(actor, 'system_admin') && status === 'local' ? body : null;
}

/** A code is shown only where no provider is set up and nothing went out: then there is no other way to try it. */
function shownText({ body, template, status }: Pick<StoredMessage, 'body' | 'template' | 'status'>): string {
  const isSecret = template === 'contact_code' && status !== 'local';
  return withoutRatingToken(withoutToken(isSecret ? withoutCode(body) : body));
}
