import { readFactsAfter, readSetting, saveSetting, type PublicFact } from '@bihuan/db';
import { WEBHOOK_EVENT_OF } from '@bihuan/domain';
import type { House } from '../house.ts';
import { webhookMessage } from './webhook-body.ts';

const PLACE = 'webhooks';
const PAGE = 1000;
/** Events get their position before they are committed, so that a later one may be seen first; so far is looked back. */
const OVERLAP = 500n;

/** Writes a delivery for everything that happened since the last time and that a webhook asks for; each once. */
export async function fanOutWebhooks(house: House): Promise<number> {
  const webhooks = await house.db.prisma.webhook.findMany({ where: { isActive: true } });
  const kept = (await readSetting(house.db, PLACE)) as { position?: string } | null;
  if (webhooks.length === 0) return 0;
  let position = BigInt(kept?.position ?? (await firstPosition(house)));
  let written = 0;
  for (;;) {
    const from = position > OVERLAP ? position - OVERLAP : 0n;
    const facts = await readFactsAfter(house.db, Object.keys(WEBHOOK_EVENT_OF), String(from), PAGE);
    written += await queueFacts(house, webhooks, facts);
    const last = BigInt(facts.at(-1)?.position ?? 0);
    if (last > position) {
      position = last;
      await saveSetting(house.db, PLACE, { position: String(position) });
    }
    if (facts.length < PAGE) return written;
  }
}

type Asking = { readonly id: string; readonly events: readonly string[]; readonly createdAt: Date };

/** `isReplay`: what was given up or delivered is sent again. */
export async function queueFacts(
  house: House,
  webhooks: readonly Asking[],
  facts: readonly PublicFact[],
  isReplay = false,
): Promise<number> {
  const now = new Date(house.now());
  const rows = facts.flatMap((fact) => {
    const message = webhookMessage(fact, house.portalUrl);
    if (message === null) return [];
    const { event, occasion, at, body } = message;
    return webhooks
      .filter((one) => one.events.includes(event) && (isReplay || at >= one.createdAt.toISOString()))
      .map((one) => ({
        ...{ id: house.newId(), webhookId: one.id, occasion, event, body },
        ...{ happenedAt: new Date(at), status: 'waiting', nextAt: now },
      }));
  });
  if (rows.length === 0) return 0;
  const { prisma } = house.db;
  const { count } = await prisma.webhookDelivery.createMany({ data: rows, skipDuplicates: true });
  if (!isReplay) return count;
  const again = await prisma.webhookDelivery.updateMany({
    where: {
      webhookId: { in: webhooks.map(({ id }) => id) },
      occasion: { in: rows.map(({ occasion }) => occasion) },
      status: { in: ['delivered', 'dead'] },
    },
    data: { status: 'waiting', attempts: 0, nextAt: now },
  });
  return count + again.count;
}

/** Where the log stands when the first webhook is there: what was before is asked for by a replay. */
async function firstPosition({ db }: House): Promise<string> {
  const { rows } = await db.pool.query<{ at: string }>(
    'SELECT coalesce(min(position), 0)::text AS at FROM event WHERE at >= (SELECT min(created_at) FROM webhook)',
  );
  return rows[0]?.at ?? '0';
}
