import { changeData, readFactsBetween } from '@bihuan/db';
import {
  hasRole,
  instantAt,
  isLocalDate,
  addDays,
  WEBHOOK_EVENT_OF,
  WEBHOOK_EVENTS,
  type Actor,
} from '@bihuan/domain';
import { z } from 'zod';
import { changeBy, reasonOfChange } from '../configuration/record-change.ts';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { secretContext } from './deliver-webhooks.ts';
import { queueFacts } from './fan-out-webhooks.ts';
import { isWebhookAddress } from './public-addresses.ts';

const events = z.array(choice(WEBHOOK_EVENTS), 'required').min(1, 'required');
const day = z.string('required').refine(isLocalDate, 'not_a_date');
const creating = z.object({
  name: typedText(2, 60),
  address: typedText(8, 500).refine(isWebhookAddress, 'address_not_public'),
  events,
  isActive: z.union([z.boolean(), z.stringbool()], 'not_a_choice').default(true),
});
const changing = z.object({
  webhookId: z.uuid('required'),
  events,
  isActive: z.union([z.boolean(), z.stringbool()], 'not_a_choice'),
  reason: reasonOfChange,
});
const one = z.object({ webhookId: z.uuid('required') });
const again = z.object({ deliveryId: z.uuid('required') });
const span = z.object({ webhookId: z.uuid('required'), from: day, to: day });

/** Longest span of a replay, in days, and the most messages of it. */
const MOST_DAYS = 92;
const MOST = 5000;

/** Subscribes an address. Its secret is in the answer and nowhere else in plain. For system admins. */
export async function createWebhook(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string; readonly name: string; readonly secret: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(creating, raw);
  if (!parsed.ok) return parsed;
  const { name, address, isActive } = parsed.value;
  const id = house.newId();
  const secret = `whsec_${Buffer.from(house.randomBytes(32)).toString('base64')}`;
  const wanted = WEBHOOK_EVENTS.filter((event) => parsed.value.events.includes(event));
  const data = {
    ...{ id, name, address, events: wanted, isActive, keyId: house.keyring.keyId },
    secret: new Uint8Array(house.keyring.seal(secret, secretContext(id))),
    ...{ createdAt: new Date(house.now()), createdById: actor.staffId },
  };
  const after = { name, address, events: wanted, isActive };
  const change = changeBy(house, actor, {
    subject: 'webhook',
    subjectId: name,
    reason: name,
    before: null,
    after,
  });
  const { prisma } = house.db;
  await prisma.$transaction([
    prisma.webhook.create({ data }),
    prisma.configurationChange.create({ data: changeData(change) }),
  ]);
  return done({ id, name, secret });
}

/** Changes what a webhook is told of, or stops and resumes it. What waits while it is stopped is sent later. For system admins. */
export async function changeWebhook(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(changing, raw);
  if (!parsed.ok) return parsed;
  const { webhookId: id, reason, isActive } = parsed.value;
  const { prisma } = house.db;
  const before = await prisma.webhook.findUnique({ where: { id } });
  if (before === null) return refusal('not_found');
  const wanted = WEBHOOK_EVENTS.filter((event) => parsed.value.events.includes(event));
  const change = changeBy(house, actor, {
    ...{ subject: 'webhook', subjectId: before.name, reason },
    before: { events: before.events, isActive: before.isActive },
    after: { events: wanted, isActive },
  });
  await prisma.$transaction([
    prisma.webhook.update({ where: { id }, data: { events: wanted, isActive } }),
    prisma.configurationChange.create({ data: changeData(change) }),
  ]);
  return done({ id });
}

/** Queues a message that only says it is a test. For system admins. */
export async function testWebhook(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  const parsed = parseInput(one, raw);
  if (!hasRole(actor, 'system_admin') || !parsed.ok) return refusal('not_found');
  const { webhookId } = parsed.value;
  const { prisma } = house.db;
  if ((await prisma.webhook.count({ where: { id: webhookId } })) === 0) return refusal('not_found');
  const [id, at] = [house.newId(), house.now()];
  const body = JSON.stringify({ type: 'test', timestamp: at, data: {} });
  const moment = { happenedAt: new Date(at), nextAt: new Date(at) };
  const data = {
    ...{ id, webhookId, occasion: `test:${id}`, event: 'test', body, status: 'waiting' },
    ...moment,
  };
  await prisma.webhookDelivery.create({ data });
  return done({ id: webhookId });
}

/** Sends one message again, whatever became of it. For system admins. */
export async function replayDelivery(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  const parsed = parseInput(again, raw);
  if (!hasRole(actor, 'system_admin') || !parsed.ok) return refusal('not_found');
  const { prisma } = house.db;
  const found = await prisma.webhookDelivery.findUnique({ where: { id: parsed.value.deliveryId } });
  if (found === null) return refusal('not_found');
  if (found.body === '') return refusal('text_removed');
  const data = { status: 'waiting', attempts: 0, nextAt: new Date(house.now()) };
  await prisma.webhookDelivery.update({ where: { id: found.id }, data });
  return done({ id: found.webhookId });
}

/** Sends again everything of some days that the webhook asks for, also what was before it was there. For system admins. */
export async function replaySpan(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string; readonly queued: number }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(span, raw);
  if (!parsed.ok) return parsed;
  const { webhookId: id, from, to } = parsed.value;
  if (to < from || to >= addDays(from, MOST_DAYS)) return badInput({ to: 'out_of_range' });
  const webhook = await house.db.prisma.webhook.findUnique({ where: { id } });
  if (webhook === null) return refusal('not_found');
  const types = Object.keys(WEBHOOK_EVENT_OF);
  const until = instantAt(addDays(to, 1), '00:00');
  const facts = await readFactsBetween(house.db, types, instantAt(from, '00:00'), until, MOST);
  return done({ id, queued: await queueFacts(house, [webhook], facts, true) });
}
