import { markBounced, noteTry, readMessage, withMessage, type StoredMessage } from '@bihuan/db';
import type { OpenText } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { CarrierFailure, type Carriers, type Taken } from './carrier.ts';
import { optOutUrl } from './opt-out-token.ts';

/** sent, local, failed: as the message was left · nothing_to_send: it is gone, or was given up */
export type Delivery = 'sent' | 'local' | 'failed' | 'nothing_to_send';

const jobSchema = z.object({ messageId: z.uuid('malformed') });

/**
 * Delivers one message, once however often it is asked to. Every try says the same, under the same key. Throws
 * `CarrierFailure` while another try may help; on the last one the message is left failed.
 */
export async function deliverMessage(
  house: House,
  carriers: Carriers,
  raw: unknown,
  isLastTry: boolean,
): Promise<Result<Delivery>> {
  const job = parseInput(jobSchema, raw);
  if (!job.ok) return job;
  const { messageId: id } = job.value;
  const delivery = await withMessage(house.db, id, async (): Promise<Delivery> => {
    const message = await readMessage(house.db, { id }, house.keyring);
    if (message === null || message.status === 'bounced' || message.removedAt !== null)
      return 'nothing_to_send';
    if (message.status !== 'queued') return message.status;
    const sending = hand(house, carriers, message);
    return sending === null ? keep(house, message) : await send(house, message, sending, isLastTry);
  });
  if (delivery === null) throw new CarrierFailure('another process is sending this message');
  return done(delivery);
}

/** Hands the message to the provider of its channel; null where there is none. */
function hand(house: House, carriers: Carriers, message: StoredMessage): (() => Promise<Taken>) | null {
  const { occasion, recipient: to, complaintId, staffId } = message;
  if (message.channel === 'email') {
    const { email } = carriers;
    // Subjects were filled with open values alone when the message was written.
    const subject = message.subject as OpenText;
    const ends = complaintId === null || staffId !== null ? null : optOutUrl(house, complaintId);
    return email && (() => email.send({ occasion, to, subject, text: message.body, optOutUrl: ends }));
  }
  const short = carriers[message.channel];
  // So were the bodies of short messages.
  return short && (() => short.send({ occasion, to, text: message.body as OpenText }));
}

async function keep(house: House, { id }: StoredMessage): Promise<Delivery> {
  await noteTry(house.db, id, { status: 'local', error: '', at: house.now() }, false);
  return 'local';
}

async function send(
  house: House,
  { id, channel, recipient }: StoredMessage,
  sending: () => Promise<Taken>,
  isLastTry: boolean,
): Promise<Delivery> {
  let taken: Taken;
  try {
    taken = await sending();
  } catch (error) {
    if (!(error instanceof CarrierFailure)) throw error;
    const isOver = isLastTry || error.isFinal;
    const status = isOver ? 'failed' : 'queued';
    const [at, reason] = [house.now(), error.message];
    await noteTry(house.db, id, { status, error: reason, at }, true);
    if (error.isDeadAddress) await markBounced(house.db, channel, recipient, { reason, at }, house.keyring);
    if (!isOver) throw error;
    return 'failed';
  }
  await noteTry(house.db, id, { status: 'sent', error: '', at: house.now(), ...taken }, true);
  return 'sent';
}
