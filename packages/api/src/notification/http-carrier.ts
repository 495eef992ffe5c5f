import { Webhook } from 'standardwebhooks';
import { CarrierFailure, type Carrier, type ShortMessage, type Taken } from './carrier.ts';

export type HttpSettings = {
  /** Where messages are posted. */
  readonly url: string;
  /** Shared with the provider; signs every request. */
  readonly secret: string;
  readonly channel: 'sms' | 'app';
  readonly timeoutMs: number;
};

/** Answers by which a provider says that this very message will never be taken. */
const NEVER = [400, 413, 422];
const MOST_ANSWER = 65_536;

/**
 * SMS, WeChat or a government app through a provider, or through a small adapter in front of one: POST of JSON
 * `{channel, to, text}`, signed as Standard Webhooks have it; `webhook-id` is the idempotency key. An answer 2xx with JSON
 * `{id}` takes the message; 409 with `{id}` says that the key was taken before; 410 that the number is dead. See
 * docs/notifications.md.
 */
export function httpCarrier({ url, secret, channel, timeoutMs }: HttpSettings): Carrier<ShortMessage> {
  const webhook = new Webhook(secret, { format: 'raw' });
  return {
    async send({ occasion, to, text }: ShortMessage): Promise<Taken> {
      const body = JSON.stringify({ channel, to, text });
      const now = new Date();
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': occasion,
        'webhook-id': occasion,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': webhook.sign(occasion, now, body),
      };
      const { status, answer } = await ask(url, { headers, body }, channel, timeoutMs);
      const id = idIn(answer);
      if (((status >= 200 && status < 300) || status === 409) && id !== null) return { providerId: id };
      if (status === 410) throw new CarrierFailure(`${channel}: 410`, { isDeadAddress: true });
      if (status >= 200 && status < 300) throw new CarrierFailure(`${channel}: ${status} nonsense`);
      throw new CarrierFailure(`${channel}: ${status}`, { isFinal: NEVER.includes(status) });
    },
  };
}

async function ask(
  url: string,
  { headers, body }: { readonly headers: Record<string, string>; readonly body: string },
  channel: string,
  timeoutMs: number,
): Promise<{ readonly status: number; readonly answer: string }> {
  try {
    const response = await fetch(url, {
      ...{ method: 'POST', headers, body, redirect: 'manual' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, answer: await beginningOf(response) };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    throw new CarrierFailure(`${channel}: ${isTimeout ? 'timeout' : 'no answer'}`);
  }
}

/** A provider that never stops talking is cut off. */
async function beginningOf({ body }: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST_ANSWER) return '';
  }
  return text;
}

function idIn(answer: string): string | null {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown };
    return typeof id === 'string' && /^[\w.:-]{1,100}$/.test(id) ? id : null;
  } catch {
    return null;
  }
}
