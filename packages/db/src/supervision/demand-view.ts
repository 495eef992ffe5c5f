import type { DemandKind, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;

export type DemandCount = {
  readonly departmentId: string;
  readonly month: string;
  readonly kind: DemandKind;
  readonly count: number;
};

/** How much was asked of each department in these months (`2026-10`), by kind. */
export async function countDemands(db: Reads, months: readonly string[]): Promise<readonly DemandCount[]> {
  const { rows } = await db.pool.query<DemandCount>({
    name: 'count-demands',
    text: `SELECT department_id AS "departmentId", month, kind, count(*)::int AS count FROM demand
WHERE month = ANY($1::text[]) GROUP BY department_id, month, kind`,
    values: [months],
  });
  return rows;
}

/** One thing that was asked, with the case it belongs to. */
export type ListedDemand = {
  readonly streamId: string;
  readonly version: number;
  readonly kind: DemandKind;
  readonly on: LocalDate;
  readonly about: 'item' | 'card' | 'inspection';
  readonly number: string;
};

/** What was asked of a department in a month, the latest first. `kind` null: everything. */
export async function readDemands(
  db: Reads,
  departmentId: string,
  month: string,
  kind: DemandKind | null,
  most: number,
): Promise<readonly ListedDemand[]> {
  const { rows } = await db.pool.query<ListedDemand>({
    name: 'read-demands',
    text: `SELECT demand.stream_id AS "streamId", demand.version, demand.kind, demand.on_day::text AS "on",
  CASE WHEN card.id IS NOT NULL THEN 'card' WHEN inspection.id IS NOT NULL THEN 'inspection' ELSE 'item' END AS about,
  coalesce(card.number, inspection.number, item.number, '') AS number
FROM demand
LEFT JOIN supervision_item item ON item.id = demand.stream_id
LEFT JOIN card ON card.id = demand.stream_id
LEFT JOIN inspection ON inspection.id = demand.stream_id
WHERE demand.department_id = $1 AND demand.month = $2 AND ($3::text IS NULL OR demand.kind = $3)
ORDER BY demand.on_day DESC, demand.stream_id, demand.version DESC LIMIT $4`,
    values: [departmentId, month, kind, most],
  });
  return rows;
}
