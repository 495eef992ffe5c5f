import {
  insertMessage,
  noteTry,
  readContact,
  readMessage,
  withOccasion,
  type StoredMessage,
} from '@bihuan/db';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { CarrierFailure, type Carrier } from './carrier.ts';
import { messageFacts, type MessageFacts } from './message-facts.ts';
import { TEMPLATES, type Template } from './occasions.ts';

export type MessageLocale = 'zh-CN' | 'en';

/** Puts a message into words; the apps bring the catalogue. */
export type Compose = (
  template: Template,
  locale: MessageLocale,
  facts: MessageFacts,
) => { readonly subject: string; readonly text: string };

/** sent, local, failed: as the message was left · nothing_to_send: no e-mail address, or the case is gone */
export type Delivery = 'sent' | 'local' | 'failed' | 'nothing_to_send';

export type Courier = {
  /** Null where no provider is set up: messages stay in the local outbox. */
  readonly carrier: Carrier | null;
  readonly compose: Compose;
};

const jobSchema = z.object({
  complaintId: z.uuid('malformed'),
  template: z.enum(TEMPLATES, 'not_a_choice'),
  occasion: z.string('required').regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'malformed'),
});

/**
 * Delivers the message of one occasion, once however often it is asked to. The words are kept before the first try, so that
 * every try says the same. Throws `CarrierFailure` while another try may help; on the last one the message is left failed.
 */
export async function deliverMessage(
  house: House,
  { carrier, compose }: Courier,
  raw: unknown,
  isLastTry: boolean,
): Promise<Result<Delivery>> {
  const job = parseInput(jobSchema, raw);
  if (!job.ok) return job;
  const { occasion } = job.value;
  const delivery = await withOccasion(house.db, occasion, async (): Promise<Delivery> => {
    const message =
      (await readMessage(house.db, { occasion }, house.keyring)) ?? (await write(house, compose, job.value));
    if (message === null) return 'nothing_to_send';
    if (message.status === 'sent' || message.status === 'local') return message.status;
    return carrier === null ? keep(house, message) : send(house, carrier, message, isLastTry);
  });
  if (delivery === null) throw new CarrierFailure('another process is sending this message');
  return done(delivery);
}

async function write(
  house: House,
  compose: Compose,
  job: z.output<typeof jobSchema>,
): Promise<StoredMessage | null> {
  const { complaintId, template, occasion } = job;
  const contact = await readContact(house.db, complaintId, house.keyring);
  if (contact === null || contact.email === '') return null;
  const facts = await messageFacts(house, complaintId, Number(occasion.split(':')[1]));
  if (facts === null) return null;
  const locale: MessageLocale = contact.locale === 'en' ? 'en' : 'zh-CN';
  const { subject, text: body } = compose(template, locale, facts);
  const about = { id: house.newId(), occasion, complaintId, template, channel: 'email', locale } as const;
  await insertMessage(
    house.db,
    { ...about, recipient: contact.email, subject, body, createdAt: house.now() },
    house.keyring,
  );
  return readMessage(house.db, { occasion }, house.keyring);
}

async function keep(house: House, { occasion }: StoredMessage): Promise<Delivery> {
  await noteTry(house.db, occasion, { status: 'local', error: '', at: house.now() }, false);
  return 'local';
}

async function send(
  house: House,
  carrier: Carrier,
  message: StoredMessage,
  isLastTry: boolean,
): Promise<Delivery> {
  const { occasion, recipient: to, subject, body: text } = message;
  try {
    await carrier.send({ occasion, to, subject, text });
  } catch (error) {
    if (!(error instanceof CarrierFailure)) throw error;
    const isOver = isLastTry || error.isFinal;
    const status = isOver ? 'failed' : 'queued';
    await noteTry(house.db, occasion, { status, error: error.message, at: house.now() }, true);
    if (!isOver) throw error;
    return 'failed';
  }
  await noteTry(house.db, occasion, { status: 'sent', error: '', at: house.now() }, true);
  return 'sent';
}
