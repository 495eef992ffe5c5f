import { lookup as resolve } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackIp, isPublicIp } from './public-addresses.ts';

export type WebhookPost = {
  readonly address: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For tests and trials: this machine may be sent to. */
  readonly isLoopbackOpen: boolean;
};

/** `answer`: the status; `error`: why there was none. */
export type WebhookAnswer = { readonly answer: number } | { readonly error: string };

const MOST_MS = 10_000;

/**
 * Sends one message. Names are resolved at the moment of connecting, and only public addresses are connected to, so that
 * nothing inside can be reached whatever a name comes to stand for. Redirects are not followed; what is answered is not read.
 */
export function postWebhook({ address, body, headers, isLoopbackOpen }: WebhookPost): Promise<WebhookAnswer> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isOpen = (ip: string) => isPublicIp(ip) || (isLoopbackOpen && isLoopbackIp(ip));
  if (isIP(host) !== 0 && !isOpen(host)) return Promise.resolve({ error: 'address_not_public' });
  if (url.protocol !== 'https:' && !(isLoopbackOpen && isLoopbackIp(host)))
    return Promise.resolve({ error: 'not_https' });
  const lookup: LookupFunction = (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const open = found.filter((one) => isOpen(one.address));
      const [first] = open;
      // One closed address among them is enough to refuse all: names are made to alternate.
      if (first === undefined || open.length < found.length)
        return done(Object.assign(new Error('closed'), { code: 'address_not_public' }), '', 0);
      if (options.all === true) return done(null, open);
      return done(null, first.address, first.family);
    });
  };
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    lookup,
    agent: false,
    signal: AbortSignal.timeout(MOST_MS),
  };
  return new Promise((settle) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const outgoing = send(url, options, (response) => {
      settle({ answer: response.statusCode ?? 0 });
      response.destroy();
    });
    outgoing.on('error', (error) => {
      const { code } = error as { code?: unknown };
      settle({ error: typeof code === 'string' ? code : error.name });
    });
    outgoing.end(body);
  });
}
