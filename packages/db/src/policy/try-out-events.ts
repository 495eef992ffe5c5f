import type { CardCause, CardColour, CardStatus, Importance } from '@bihuan/domain';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;

/** How many places of the log are looked through at once; what is found in them is all that is held. */
const AT_ONCE = 20_000;
const CARDS_AT_ONCE = 1000;

/** An event of the log with what it is about, as much as a try-out asks for. */
export type TriedEvent = {
  readonly streamId: string;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly subject: 'complaint' | 'item';
  readonly number: string;
  /** The lead department of an item; null of a complaint. */
  readonly departmentId: string | null;
  readonly importance: Importance | null;
  /** Categories of the complaints. */
  readonly categories: readonly string[];
  /** What the ledger holds of it. */
  readonly lines: readonly {
    readonly rule: string;
    readonly period: string;
    readonly departmentId: string;
    readonly centipoints: number;
  }[];
};

export type TriedBatch = {
  readonly events: readonly TriedEvent[];
  readonly done: number;
  readonly total: number;
};

/** Events of some types since a moment, in the order in which they were written, a stretch of the log at a time. */
export async function* triedEvents(
  { pool }: Reads,
  types: readonly string[],
  since: string,
): AsyncGenerator<TriedBatch> {
  const { rows: ends } = await pool.query<{ last: string }>(
    'SELECT coalesce(max(position), 0) AS last FROM event',
  );
  const total = Number(ends[0]?.last ?? 0);
  for (let after = 0; after < total; after += AT_ONCE) {
    const { rows } = await pool.query<TriedEvent & { at: unknown }>({
      name: 'tried-events',
      text: `SELECT event.stream_id AS "streamId", event.type, event.at, event.data,
  CASE event.stream WHEN 'complaint' THEN 'complaint' ELSE 'item' END AS subject,
  coalesce(item.number, complaint.tracking_number) AS number, item.lead_department_id AS "departmentId", item.importance,
  CASE WHEN complaint.id IS NOT NULL THEN array_remove(ARRAY[complaint.category], NULL) ELSE ARRAY(
    SELECT of_item.category FROM item_complaint link JOIN complaint of_item ON of_item.id = link.complaint_id
    WHERE link.item_id = item.id AND of_item.category IS NOT NULL) END AS categories,
  coalesce((SELECT json_agg(json_build_object('rule', rule, 'period', period, 'departmentId', department_id, 'centipoints', centipoints))
    FROM score_entry WHERE score_entry.stream_id = event.stream_id AND event_version = event.version), '[]') AS lines
FROM event LEFT JOIN supervision_item item ON event.stream = 'supervision_item' AND item.id = event.stream_id
LEFT JOIN complaint ON event.stream = 'complaint' AND complaint.id = event.stream_id
WHERE event.position > $1 AND event.position <= $2 AND event.type = ANY($3) AND event.at >= $4
  AND (item.id IS NOT NULL OR complaint.id IS NOT NULL)
ORDER BY event.position`,
      values: [after, after + AT_ONCE, types, since],
    });
    const events = rows.map((row) => ({ ...row, at: (row.at as unknown as Date).toISOString() }));
    yield { events, done: Math.min(total, after + AT_ONCE), total };
  }
}

/** A card with what decides its colour. Points as the ledger has them: none before it is issued or once it is revoked. */
export type TriedCard = {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly departmentId: string;
  readonly colour: CardColour;
  readonly cause: CardCause;
  readonly status: CardStatus;
  readonly isIssued: boolean;
  readonly centipoints: number;
  readonly period: string | null;
  readonly proposedAt: string;
  readonly importance: Importance;
};

/** Cards proposed since a moment, those of one item together and in their order. */
export async function* triedCards(
  { pool }: Reads,
  since: string,
): AsyncGenerator<{ readonly cards: readonly TriedCard[]; readonly done: number; readonly total: number }> {
  const { rows: counts } = await pool.query<{ total: number }>(
    'SELECT count(*)::int AS total FROM card WHERE proposed_at >= $1',
    [since],
  );
  const total = counts[0]?.total ?? 0;
  const first = '00000000-0000-0000-0000-000000000000';
  let after: readonly [string, string, string] = [first, '0001-01-01T00:00:00Z', first];
  for (let done = 0; done < total;) {
    const { rows } = await pool.query<TriedCard & { proposedAt: unknown; exactly: string }>({
      name: 'tried-cards',
      text: `SELECT card.id, card.number, card.item_id AS "itemId", card.department_id AS "departmentId", card.colour, card.cause,
  card.status, card.issued_at IS NOT NULL AS "isIssued", card.proposed_at AS "proposedAt", card.proposed_at::text AS exactly, item.importance,
  coalesce((SELECT sum(centipoints)::int FROM score_entry WHERE stream_id = card.id), 0) AS centipoints,
  (SELECT min(period) FROM score_entry WHERE stream_id = card.id) AS period
FROM card JOIN supervision_item item ON item.id = card.item_id
WHERE card.proposed_at >= $1 AND (card.item_id, card.proposed_at, card.id) > ($2::uuid, $3::timestamptz, $4::uuid)
ORDER BY card.item_id, card.proposed_at, card.id LIMIT $5`,
      values: [since, ...after, CARDS_AT_ONCE],
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    after = [last.itemId, last.exactly, last.id];
    done += rows.length;
    const cards = rows.map(({ exactly: _, ...row }) => ({
      ...row,
      proposedAt: (row.proposedAt as unknown as Date).toISOString(),
    }));
    yield { cards, done, total };
  }
}
