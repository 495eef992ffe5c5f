import { hasRole, type Actor, type Instant, type WebhookEvent } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

export type WebhookLine = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
  readonly isActive: boolean;
  readonly createdAt: Instant;
  readonly counts: { readonly waiting: number; readonly delivered: number; readonly dead: number };
};

export type WebhookDeliveryLine = {
  readonly id: string;
  readonly event: string;
  readonly happenedAt: Instant;
  readonly status: 'waiting' | 'delivered' | 'dead';
  readonly attempts: number;
  readonly triedAt: Instant | null;
  readonly nextAt: Instant;
  readonly answer: number | null;
  readonly error: string;
  readonly body: string;
};

/** The webhooks with how their deliveries stand. For system admins. */
export async function listWebhooks(house: House, actor: Actor): Promise<Result<readonly WebhookLine[]>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const { prisma } = house.db;
  const [rows, counted] = await Promise.all([
    prisma.webhook.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: 100 }),
    prisma.webhookDelivery.groupBy({ by: ['webhookId', 'status'], _count: { _all: true } }),
  ]);
  const count = (id: string, status: string) =>
    counted.find((one) => one.webhookId === id && one.status === status)?._count._all ?? 0;
  return done(
    rows.map(({ id, name, address, events, isActive, createdAt }) => ({
      ...{
        id,
        name,
        address,
        isActive,
        events: events as WebhookEvent[],
        createdAt: createdAt.toISOString(),
      },
      counts: {
        waiting: count(id, 'waiting'),
        delivered: count(id, 'delivered'),
        dead: count(id, 'dead'),
      },
    })),
  );
}

const asked = z.object({
  webhookId: z.uuid(),
  status: z.enum(['waiting', 'delivered', 'dead']).or(z.literal('')).default(''),
});
const MOST = 50;

/** The latest deliveries of a webhook. For system admins. */
export async function listDeliveries(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<readonly WebhookDeliveryLine[]>> {
  const parsed = parseInput(asked, raw);
  if (!hasRole(actor, 'system_admin') || !parsed.ok) return refusal('not_found');
  const { webhookId, status } = parsed.value;
  const rows = await house.db.prisma.webhookDelivery.findMany({
    where: { webhookId, ...(status === '' ? {} : { status }) },
    orderBy: [{ happenedAt: 'desc' }, { id: 'asc' }],
    take: MOST,
  });
  return done(
    rows.map(({ happenedAt, triedAt, nextAt, status: state, webhookId: _, occasion: __, ...row }) => ({
      ...row,
      status: state as WebhookDeliveryLine['status'],
      happenedAt: happenedAt.toISOString(),
      triedAt: triedAt?.toISOString() ?? null,
      nextAt: nextAt.toISOString(),
    })),
  );
}
