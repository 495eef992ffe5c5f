import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StaffActor } from '@bihuan/domain';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { settleOnTheSpot } from '../complaint/settle-on-the-spot.ts';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { anAnsweredComplaint } from '../complaint/testing/answered.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { changeWebhook, createWebhook, replayDelivery, replaySpan, testWebhook } from './change-webhooks.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { fanOutWebhooks } from './fan-out-webhooks.ts';
import { listDeliveries, listWebhooks } from './list-webhooks.ts';
import { isPublicIp, isWebhookAddress } from './public-addresses.ts';

type Received = { readonly headers: IncomingMessage['headers']; readonly body: string };

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
let peer: Server;
let address: string;
let status = 204;
const received: Received[] = [];
const OPEN = { isLoopbackOpen: true };

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.leader, roles: ['system_admin'] };
  peer = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((listening) => peer.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  peer.close();
  await house.drop();
});
beforeEach(() => {
  status = 204;
  received.length = 0;
});

async function aSettledComplaint(openness: 'open' | 'confidential'): Promise<string> {
  const contact = { name: '栗栽种', phone: '13911112222' };
  const text = { title: '居住证被退回三次', body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。' };
  const matter = { channel: 'portal', complainantKind: 'citizen', openness, ...contact, ...text };
  const filed = taken(await submitComplaint(house, { kind: 'complainant', complaintId: '' }, matter));
  const settled = {
    category: 'people-4',
    complexity: 'simple',
    outcome: 'solved',
    text: '已当场办好居住证。',
  };
  taken(await settleOnTheSpot(house, cast.triage, { complaintId: filed.complaintId, ...settled }));
  return filed.trackingNumber;
}

const events = ['complaint.answered', 'item.struck_off'];
let webhook: { id: string; secret: string };

it('tells a signed public fact, once, and nothing of anybody who is not open', async () => {
  webhook = taken(await createWebhook(house, admin, { name: '园区大屏', address, events }));
  const number = await aSettledComplaint('open');
  await aSettledComplaint('confidential');
  await anAnsweredComplaint(house, cast);
  expect(await fanOutWebhooks(house)).toBe(2);
  expect(await fanOutWebhooks(house)).toBe(0);
  expect(await deliverWebhooks(house, OPEN)).toEqual({ delivered: 2, failed: 0, dead: 0 });
  expect(await deliverWebhooks(house, OPEN)).toEqual({ delivered: 0, failed: 0, dead: 0 });
  const bodies = received.map(
    ({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> },
  );
  expect(bodies.find(({ type }) => type === 'complaint.answered')).toEqual({
    ...{ type: 'complaint.answered', timestamp: '2026-10-12T01:00:00.000Z' },
    data: { number, state: 'settled_on_the_spot', department: null, due_on: null },
  });
  expect(bodies.find(({ type }) => type === 'item.struck_off')?.data).toMatchObject({
    state: 'struck_off',
    department: { code: 'D01', name: '行政审批局', name_en: 'D01' },
  });
  const said = JSON.stringify(received);
  for (const secret of ['栗栽种', '13911112222', '居住证', '一次性告知书'])
    expect(said).not.toContain(secret);
  const [first] = received;
  const headers = first?.headers as Record<string, string>;
  // The moment of the house is not that of the machine, so only the signature is looked at.
  const signed = new Webhook(webhook.secret).sign(
    headers['webhook-id'] ?? '',
    new Date(Number(headers['webhook-timestamp']) * 1000),
    first?.body ?? '',
  );
  expect(headers['webhook-signature']).toBe(signed);
});

it('tries again later each time and gives up after ten tries; a replay begins anew with the same id', async () => {
  status = 503;
  taken(await testWebhook(house, admin, { webhookId: webhook.id }));
  expect(await deliverWebhooks(house, OPEN)).toEqual({ delivered: 0, failed: 1, dead: 0 });
  expect(await deliverWebhooks(house, OPEN)).toEqual({ delivered: 0, failed: 0, dead: 0 });
  house.at('2026-10-12T01:01:00.000Z');
  expect(await deliverWebhooks(house, OPEN)).toEqual({ delivered: 0, failed: 1, dead: 0 });
  for (let day = 13; day < 20; day += 1) {
    house.at(`2026-10-${day}T01:00:00.000Z`);
    await deliverWebhooks(house, OPEN);
  }
  house.at('2026-10-20T01:00:00.000Z');
  expect(await deliverWebhooks(house, OPEN)).toEqual({ delivered: 0, failed: 0, dead: 1 });
  const dead = taken(await listDeliveries(house, admin, { webhookId: webhook.id, status: 'dead' }));
  expect(dead).toMatchObject([{ event: 'test', attempts: 10, answer: 503 }]);
  status = 200;
  taken(await replayDelivery(house, admin, { deliveryId: dead[0]?.id }));
  expect(await deliverWebhooks(house, OPEN)).toEqual({ delivered: 1, failed: 0, dead: 0 });
  expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([dead[0]?.id]));
});

it('sends some days again, and follows no redirect', async () => {
  const span = { webhookId: webhook.id, from: '2026-10-12', to: '2026-10-12' };
  expect(taken(await replaySpan(house, admin, span)).queued).toBe(2);
  expect(await deliverWebhooks(house, OPEN)).toMatchObject({ delivered: 2 });
  expect(await replaySpan(house, admin, { ...span, to: '2026-10-11' })).toMatchObject({
    fields: { to: 'out_of_range' },
  });
  status = 302;
  taken(await testWebhook(house, admin, { webhookId: webhook.id }));
  expect(await deliverWebhooks(house, OPEN)).toMatchObject({ failed: 1 });
  expect(received).toHaveLength(3);
});

it('sends nothing to this machine unless told to, and nothing to a webhook that is stopped', async () => {
  taken(await testWebhook(house, admin, { webhookId: webhook.id }));
  house.at('2026-10-22T01:00:00.000Z');
  expect(await deliverWebhooks(house)).toMatchObject({ delivered: 0, failed: 2 });
  expect(received).toHaveLength(0);
  const [line] = taken(await listDeliveries(house, admin, { webhookId: webhook.id, status: 'waiting' }));
  expect(line?.error).toBe('address_not_public');
  const stopped = { webhookId: webhook.id, events, isActive: 'false', reason: '大屏检修' };
  taken(await changeWebhook(house, admin, stopped));
  house.at('2026-10-30T01:00:00.000Z');
  expect(await deliverWebhooks(house, OPEN)).toEqual({ delivered: 0, failed: 0, dead: 0 });
  expect(taken(await listWebhooks(house, admin))).toMatchObject([
    { isActive: false, counts: { waiting: 2 } },
  ]);
});

it.each([
  ['https://hooks.example.gov.cn/bihuan', true],
  ['http://hooks.example.gov.cn/bihuan', false],
  ['https://user:word@hooks.example.gov.cn/', false],
  ['https://10.0.0.8/hook', false],
  ['https://[fd00::1]/hook', false],
  ['https://[::ffff:10.0.0.8]/hook', false],
  ['https://169.254.169.254/latest/meta-data', false],
  ['https://metadata.internal/', false],
  ['https://localhost/', false],
  ['https://0x7f.1/', true],
  ['http://127.0.0.1:4999/hook', true],
  ['file:///etc/passwd', false],
])('takes %s: %s', (text, isTaken) => {
  expect(isWebhookAddress(text)).toBe(isTaken);
});

it('tells public addresses from others', () => {
  for (const ip of ['8.8.8.8', '114.114.114.114', '2400:3200::1']) expect(isPublicIp(ip)).toBe(true);
  for (const ip of [
    '127.0.0.1',
    '100.64.0.1',
    '192.168.1.1',
    '::1',
    '::ffff:8.8.8.8',
    'fe80::1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
  ])
    expect(isPublicIp(ip)).toBe(false);
});

it('is kept by system admins alone, and sends back what cannot be', async () => {
  const typed = { name: '', address: 'https://10.1.2.3/', events: [] };
  expect(await createWebhook(house, admin, typed)).toMatchObject({
    fields: { name: 'required', address: 'address_not_public', events: 'required' },
  });
  for (const actor of [cast.triage, cast.leader, cast.auditor, cast.officer]) {
    const use = [
      createWebhook,
      changeWebhook,
      testWebhook,
      replayDelivery,
      replaySpan,
      listDeliveries,
      listWebhooks,
    ];
    for (const one of use)
      expect(await one(house, actor, { webhookId: webhook.id })).toMatchObject({
        refusal: { code: 'not_found' },
      });
  }
});
