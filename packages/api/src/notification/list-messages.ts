import { listedMessages, MESSAGE_STATUSES, type ListedMessage, type MessageStatus } from '@bihuan/db';
import { type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { maskRecipient } from './mask-recipient.ts';
import { maySeeMessages } from './may-see-messages.ts';

export type { MessageStatus };

export type MessagePage = {
  /** Newest first, recipients masked. */
  readonly messages: readonly ListedMessage[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
};

const PAGE = 50;

const schema = z.object({
  status: z.preprocess(
    (text) => (text === '' ? null : text),
    z.enum(MESSAGE_STATUSES, 'not_a_choice').nullable().default(null),
  ),
  /** The `next` of the page before. */
  after: z.preprocess(
    (text) => (typeof text === 'string' && text !== '' ? text.split('~') : null),
    z.tuple([z.iso.datetime('malformed'), z.uuid('malformed')]).nullable(),
  ),
});

/** What went out or would have gone out, a page of 50. */
export async function listMessages(house: House, actor: Actor, raw: unknown): Promise<Result<MessagePage>> {
  if (!maySeeMessages(actor)) return refusal('not_found');
  const asked = parseInput(schema, raw);
  if (!asked.ok) return asked;
  const { status, after } = asked.value;
  const from = after === null ? null : { createdAt: after[0], id: after[1] };
  const rows = await listedMessages(house.db, { status, after: from, limit: PAGE + 1 }, house.keyring);
  const messages = rows.slice(0, PAGE).map((row) => ({ ...row, recipient: maskRecipient(row) }));
  const last = rows.length > PAGE ? messages.at(-1) : undefined;
  return done({ messages, next: last === undefined ? null : `${last.createdAt}~${last.id}` });
}
