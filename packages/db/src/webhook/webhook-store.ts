import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** An event of the log with what may be told of it. */
export type PublicFact = {
  readonly position: string;
  readonly occasion: string;
  readonly type: string;
  readonly at: Instant;
  readonly number: string;
  readonly state: string;
  readonly department: { readonly code: string; readonly name: string; readonly nameEn: string } | null;
  /** The due date of a complaint, the deadline of an item, the month of a bulletin. */
  readonly about: string | null;
};

type Row = Omit<PublicFact, 'at' | 'department'> & {
  readonly at: Date;
  readonly code: string | null;
  readonly name: string | null;
  readonly nameEn: string | null;
};

/**
 * Complaints are told of only where their complainant chose to be open: nobody learns that another one exists. Nothing that
 * was typed is among it.
 */
const FACTS = `
SELECT event.position::text AS position, event.stream_id || ':' || event.version AS occasion, event.type, event.at,
  coalesce(complaint.tracking_number, item.number, bulletin.number, '') AS number,
  coalesce(complaint.status, item.status, bulletin.status, '') AS state,
  coalesce(complaint.due_on::text, item.deadline_on::text, bulletin.month) AS about,
  department.code, department.name, department.name_en AS "nameEn"
FROM event
LEFT JOIN complaint ON event.stream = 'complaint' AND complaint.id = event.stream_id AND complaint.openness = 'open'
LEFT JOIN supervision_item led ON led.id = complaint.item_id
LEFT JOIN supervision_item item ON event.stream = 'supervision_item' AND item.id = event.stream_id
LEFT JOIN bulletin ON event.stream = 'bulletin' AND bulletin.id = event.stream_id AND bulletin.kind = 'monthly'
LEFT JOIN department ON department.id = coalesce(led.lead_department_id, item.lead_department_id)
WHERE event.type = ANY($1) AND coalesce(complaint.id, item.id, bulletin.id) IS NOT NULL`;

/** Facts after a position of the log, in its order. */
export async function readFactsAfter(
  db: Pick<Database, 'pool'>,
  types: readonly string[],
  position: string,
  limit: number,
): Promise<readonly PublicFact[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'webhook-facts-after',
    text: `${FACTS} AND event.position > $2::bigint ORDER BY event.position LIMIT $3`,
    values: [types, position, limit],
  });
  return rows.map(factOf);
}

/** Facts of a span of time, in the order of the log. */
export async function readFactsBetween(
  db: Pick<Database, 'pool'>,
  types: readonly string[],
  from: Instant,
  until: Instant,
  limit: number,
): Promise<readonly PublicFact[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'webhook-facts-between',
    text: `${FACTS} AND event.at >= $2 AND event.at < $3 ORDER BY event.position LIMIT $4`,
    values: [types, from, until, limit],
  });
  return rows.map(factOf);
}

export type DueDelivery = {
  readonly id: string;
  readonly event: string;
  readonly body: string;
  readonly attempts: number;
  readonly address: string;
  readonly keyId: string;
  readonly secret: Buffer;
  readonly webhookId: string;
};

/** Takes deliveries that are due, for two minutes; who else looks meanwhile gets others. Each counts as tried. */
export async function claimDeliveries(
  db: Pick<Database, 'pool'>,
  now: Instant,
  limit: number,
): Promise<readonly DueDelivery[]> {
  const { rows } = await db.pool.query<DueDelivery>({
    name: 'claim-webhook-deliveries',
    text: `UPDATE webhook_delivery delivery SET attempts = attempts + 1, tried_at = $1,
  next_at = $1::timestamptz + interval '2 minutes'
FROM webhook WHERE webhook.id = delivery.webhook_id AND delivery.id IN (
  SELECT waiting.id FROM webhook_delivery waiting JOIN webhook hook ON hook.id = waiting.webhook_id
  WHERE waiting.status = 'waiting' AND waiting.next_at <= $1 AND hook.is_active
  ORDER BY waiting.next_at, waiting.id LIMIT $2 FOR UPDATE OF waiting SKIP LOCKED)
RETURNING delivery.id, delivery.event, delivery.body, delivery.attempts, webhook.address,
  webhook.key_id AS "keyId", webhook.secret, webhook.id AS "webhookId"`,
    values: [now, limit],
  });
  return rows;
}

function factOf({ at, code, name, nameEn, ...row }: Row): PublicFact {
  const department = code === null ? null : { code, name: name ?? '', nameEn: nameEn ?? '' };
  return { ...row, at: at.toISOString(), department };
}
