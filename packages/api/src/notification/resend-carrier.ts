import { Resend } from 'resend';
import { CarrierFailure, type Carrier, type Mail, type Taken } from './carrier.ts';
import { optOutHeaders } from './opt-out-headers.ts';

export type ResendSettings = {
  readonly apiKey: string;
  /** Another address than Resend's own, for tests and proxies. */
  readonly baseUrl?: string | undefined;
  readonly from: string;
  readonly timeoutMs: number;
};

/** What Resend calls a message it will never take; the sender's address is ours to correct, so that one is tried again. */
const NEVER = [400, 422];

/** Mail through Resend. The occasion is the idempotency key. */
export function resendCarrier({ apiKey, baseUrl, from, timeoutMs }: ResendSettings): Carrier<Mail> {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    async send({ occasion, to, subject, text, optOutUrl }: Mail): Promise<Taken> {
      // The library hands its options on to fetch, which knows the signal.
      const options = { idempotencyKey: occasion, signal: AbortSignal.timeout(timeoutMs) };
      const mail = { from, to, subject, text, headers: optOutHeaders(optOutUrl) };
      const { data, error } = await resend.emails.send(mail, options);
      if (typeof data?.id === 'string' && data.id !== '') return { providerId: data.id.slice(0, 100) };
      const status = numberOf(error?.statusCode);
      const name = wordOf(error?.name);
      if (status === null) throw new CarrierFailure('resend: no answer');
      const isFinal = NEVER.includes(status) && name !== 'invalid_from_address';
      throw new CarrierFailure(`resend: ${status} ${name}`, { isFinal });
    },
  };
}

/** What came back may be anything, also where the types say otherwise. */
function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' && /^[a-z_]{1,60}$/.test(value) ? value : 'nonsense';
}
