import { claimDeliveries, type DueDelivery } from '@bihuan/db';
import { webhookWait } from '@bihuan/domain';
import { Webhook } from 'standardwebhooks';
import type { House } from '../house.ts';
import { inFlight } from '../in-flight.ts';
import { postWebhook } from './post-webhook.ts';

export type WebhookTally = { readonly delivered: number; readonly failed: number; readonly dead: number };

const PAGE = 50;
const TOGETHER = 5;

/** Under which a secret is sealed. */
export const secretContext = (webhookId: string): string => `webhook:${webhookId}`;

/**
 * Sends what is due. A message that is not answered with 2xx is tried again, later each time, and given up after the last; it
 * carries the same id each time. Signed as Standard Webhooks asks: HMAC-SHA256 over id, moment and body.
 */
export async function deliverWebhooks(
  house: House,
  { isLoopbackOpen = false }: { readonly isLoopbackOpen?: boolean } = {},
): Promise<WebhookTally> {
  const tally = { delivered: 0, failed: 0, dead: 0 };
  for (;;) {
    const due = await claimDeliveries(house.db, house.now(), PAGE);
    await inFlight(due, TOGETHER, async (delivery) => {
      tally[await deliver(house, delivery, isLoopbackOpen)] += 1;
    });
    if (due.length < PAGE) return tally;
  }
}

async function deliver(
  house: House,
  { id, body, attempts, address, keyId, secret, webhookId }: DueDelivery,
  isLoopbackOpen: boolean,
): Promise<keyof WebhookTally> {
  const now = new Date(house.now());
  const signer = new Webhook(house.keyring.open(secret, secretContext(webhookId), keyId));
  const sent = await postWebhook({
    ...{ address, body, isLoopbackOpen },
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Bihuan-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signer.sign(id, now, body),
    },
  });
  const answer = 'answer' in sent ? sent.answer : null;
  const isTaken = answer !== null && answer >= 200 && answer < 300;
  const wait = webhookWait(attempts);
  const status = isTaken ? 'delivered' : wait === null ? 'dead' : 'waiting';
  await house.db.prisma.webhookDelivery.update({
    where: { id },
    data: {
      ...{ status, answer, error: 'error' in sent ? sent.error : '' },
      ...(status === 'waiting' ? { nextAt: new Date(now.getTime() + (wait ?? 0)) } : {}),
    },
  });
  return status === 'waiting' ? 'failed' : status;
}
