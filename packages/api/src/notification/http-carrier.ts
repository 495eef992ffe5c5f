import { createHmac } from 'node:crypto';
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
 * `{channel, to, text}` with the headers `Idempotency-Key`, `X-Bihuan-Timestamp` (seconds) and `X-Bihuan-Signature`
 * (`v1=` and the hex HMAC-SHA-256 of `timestamp.key.body` under the secret). An answer 2xx with JSON `{id}` takes the
 * message; 409 with `{id}` says that the key was taken before; 410 that the number is dead. See docs/notifications.md.
 */
export function httpCarrier({ url, secret, channel, timeoutMs }: HttpSettings): Carrier<ShortMessage> {
  return {
    async send({ occasion, to, text }: ShortMessage): Promise<Taken> {
      const body = JSON.stringify({ channel, to, text });
      const timestamp = String(Math.floor(Date.now() / 1000));
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': occasion,
        'x-bihuan-timestamp': timestamp,
        'x-bihuan-signature': `v1=${signature(secret, timestamp, occasion, body)}`,
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

/** How requests of ours, and reports to us, are signed. */
export function signature(secret: string, timestamp: string, key: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${key}.${body}`).digest('hex');
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
