import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenText } from '@bihuan/domain';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, it } from 'vitest';
import { httpCarrier } from './http-carrier.ts';

const SECRET = 'a secret that both sides know';
const message = { occasion: 'a1:1:sms', to: '13800138000', text: '诉求已受理' as OpenText };

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
type Received = { readonly headers: IncomingMessage['headers']; readonly body: string };

let close: () => void = () => undefined;
afterEach(() => close());

/** A provider of SMS on a real socket, and what it got. */
async function provider(answer: Answer, timeoutMs = 20_000) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      answer(response, request);
    });
  });
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  return { carrier: httpCarrier({ url, secret: SECRET, channel: 'sms', timeoutMs }), received };
}

const json =
  (status: number, value: unknown): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

it('signs what it sends, under a key that stays the same', async () => {
  const { carrier, received } = await provider(json(202, { id: 'sms-7' }));
  expect(await carrier.send(message)).toEqual({ providerId: 'sms-7' });
  await carrier.send(message);
  const [first, second] = received;
  expect(first?.headers['idempotency-key']).toBe('a1:1:sms');
  expect(second?.headers['idempotency-key']).toBe('a1:1:sms');
  const verify = (body: string) =>
    new Webhook(SECRET, { format: 'raw' }).verify(body, first?.headers as Record<string, string>);
  expect(verify(first?.body ?? '')).toEqual({ channel: 'sms', to: '13800138000', text: '诉求已受理' });
  expect(() => verify((first?.body ?? '').replace('已受理', '不受理'))).toThrow();
});

it('takes word that the key was taken before as sent', async () => {
  const { carrier } = await provider(json(409, { id: 'sms-7' }));
  expect(await carrier.send(message)).toEqual({ providerId: 'sms-7' });
});

it.each<[string, Answer, string, { isFinal: boolean; isDeadAddress: boolean }]>([
  ['it is down', json(503, {}), 'sms: 503', { isFinal: false, isDeadAddress: false }],
  ['it is busy', json(429, {}), 'sms: 429', { isFinal: false, isDeadAddress: false }],
  ['our secret is wrong', json(401, {}), 'sms: 401', { isFinal: false, isDeadAddress: false }],
  [
    'it refuses this text',
    json(422, { error: '13800138000' }),
    'sms: 422',
    { isFinal: true, isDeadAddress: false },
  ],
  ['the number is dead', json(410, {}), 'sms: 410', { isFinal: true, isDeadAddress: true }],
  [
    'it answers without an id',
    json(200, { ok: true }),
    'sms: 200 nonsense',
    { isFinal: false, isDeadAddress: false },
  ],
  [
    'it answers HTML',
    (response) => response.end('<html>13800138000'),
    'sms: 200 nonsense',
    { isFinal: false, isDeadAddress: false },
  ],
  [
    'its id is a text',
    json(200, { id: 'to 13800138000!' }),
    'sms: 200 nonsense',
    { isFinal: false, isDeadAddress: false },
  ],
  [
    'it sends elsewhere',
    (response) => response.writeHead(302, { location: 'http://127.0.0.1:1' }).end(),
    'sms: 302',
    { isFinal: false, isDeadAddress: false },
  ],
  ['it hangs', () => undefined, 'sms: timeout', { isFinal: false, isDeadAddress: false }],
  [
    'it stops half-way',
    (response) => response.writeHead(200).write('{"id":'),
    'sms: timeout',
    { isFinal: false, isDeadAddress: false },
  ],
  [
    'it cuts the line',
    (response) => response.socket?.destroy(),
    'sms: no answer',
    { isFinal: false, isDeadAddress: false },
  ],
  [
    'it never stops talking',
    (response) => {
      const talk = () => {
        while (response.write('x'.repeat(10_000)));
        response.once('drain', talk);
      };
      talk();
    },
    'sms: 200 nonsense',
    { isFinal: false, isDeadAddress: false },
  ],
])('tells when %s, without a number', async (_, answer, reason, kind) => {
  const { carrier } = await provider(answer, reason.endsWith('timeout') ? 300 : undefined);
  const failure = await carrier.send(message).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: 'CarrierFailure', message: reason, ...kind });
});
