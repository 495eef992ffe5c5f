import { noteBounce } from '@bihuan/db';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { House } from '../house.ts';

/** noted: the message was ours and its address is marked · ignored: nothing to do · refused: not from the provider */
export type BounceTaken = 'noted' | 'ignored' | 'refused';

/** A report as it came: its text, and the headers that sign it (Standard Webhooks, or Resend's names for the same). */
export type Report = {
  readonly text: string;
  readonly header: (name: string) => string | null;
};

const mail = z.object({
  type: z.string(),
  data: z.object({
    email_id: z.string().min(1).max(100),
    bounce: z.object({ type: z.string().optional() }).optional(),
  }),
});

const short = z.object({ id: z.string().min(1).max(100), status: z.string() });

/** A report of Resend. `secret`: as Resend shows it, `whsec_…`. A passing bounce marks nothing. */
export async function takeResendReport(house: House, secret: string, report: Report): Promise<BounceTaken> {
  const verified = verify(new Webhook(secret), report, 'svix');
  if (verified === null) return 'refused';
  const parsed = mail.safeParse(verified);
  if (!parsed.success) return 'ignored';
  const { type, data } = parsed.data;
  const isComplaint = type === 'email.complained';
  if (!isComplaint && (type !== 'email.bounced' || data.bounce?.type === 'Transient')) return 'ignored';
  return note(house, data.email_id, isComplaint ? 'resend: complained' : 'resend: bounced');
}

/** A report of the provider of SMS or app messages: `{id, status}`, of which `undeliverable` counts. */
export async function takeShortReport(house: House, secret: string, report: Report): Promise<BounceTaken> {
  const verified = verify(new Webhook(secret, { format: 'raw' }), report, 'webhook');
  if (verified === null) return 'refused';
  const parsed = short.safeParse(verified);
  if (!parsed.success || parsed.data.status !== 'undeliverable') return 'ignored';
  return note(house, parsed.data.id, 'sms: undeliverable');
}

const FAILED = /^Action:\s*failed\s*$/im;
const STATUS = /^Status:\s*(5\.\d{1,3}\.\d{1,3})/im;
const MESSAGE_ID = /^Message-ID:\s*(<[^<>\s]{1,200}>)/gim;

/** A delivery status notification (RFC 3464) as a mail server sends it back: only final failures of ours are noted. */
export async function takeDeliveryStatus(house: House, text: string): Promise<BounceTaken> {
  const status = STATUS.exec(text)?.[1];
  if (status === undefined || !FAILED.test(text)) return 'ignored';
  for (const [, id = ''] of text.matchAll(MESSAGE_ID)) {
    const taken = await note(house, id, `smtp: ${status}`);
    if (taken === 'noted') return taken;
  }
  return 'ignored';
}

async function note(house: House, providerId: string, reason: string): Promise<BounceTaken> {
  const bounce = { message: { providerId }, reason, at: house.now() };
  return (await noteBounce(house.db, bounce, house.keyring)) ? 'noted' : 'ignored';
}

function verify(webhook: Webhook, { text, header }: Report, prefix: 'svix' | 'webhook'): unknown {
  const named = (name: string) => header(`${prefix}-${name}`) ?? '';
  try {
    return webhook.verify(text, {
      'webhook-id': named('id'),
      'webhook-timestamp': named('timestamp'),
      'webhook-signature': named('signature'),
    });
  } catch (error) {
    if (error instanceof WebhookVerificationError) return null;
    throw error;
  }
}
