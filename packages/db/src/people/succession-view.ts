import type { Succeeded } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** Every department there ever was, with who took its place; a few dozen. */
export async function readSuccession(db: Pick<Database, 'prisma'>): Promise<ReadonlyMap<string, Succeeded>> {
  const rows = await db.prisma.department.findMany({
    select: { id: true, successorId: true, activeTo: true },
  });
  return new Map(
    rows.map(({ id, successorId, activeTo }) => [
      id,
      { id, successorId, activeTo: activeTo?.toISOString().slice(0, 10) ?? null },
    ]),
  );
}

/** How much each department has in hand: open items it leads, with the heavy ones counted more, and the open measures of others'. */
export type Workload = {
  readonly departmentId: string;
  readonly open: number;
  readonly late: number;
  /** Key items count double, listed ones three times, measures in items of others half. */
  readonly weighted: number;
};

const WORKLOADS = `
WITH open_item AS (SELECT id, lead_department_id, importance, deadline_on FROM supervision_item
  WHERE status NOT IN ('struck_off', 'watched', 'long_running', 'referred_up') AND lead_department_id IS NOT NULL),
led AS (SELECT lead_department_id AS department_id, count(*) AS open, count(*) FILTER (WHERE deadline_on < $1::date) AS late,
  sum(CASE importance WHEN 'listed' THEN 3 WHEN 'key' THEN 2 ELSE 1 END) AS weight FROM open_item GROUP BY 1),
helping AS (SELECT measure.department_id, count(*) * 0.5 AS weight FROM measure JOIN open_item ON open_item.id = measure.item_id
  WHERE measure.completed_at IS NULL AND measure.department_id <> open_item.lead_department_id GROUP BY 1)
SELECT coalesce(led.department_id, helping.department_id) AS "departmentId", coalesce(led.open, 0)::int AS open,
  coalesce(led.late, 0)::int AS late, (coalesce(led.weight, 0) + coalesce(helping.weight, 0))::float8 AS weighted
FROM led FULL JOIN helping ON helping.department_id = led.department_id`;

export async function readWorkloads(db: Pick<Database, 'pool'>, today: string): Promise<readonly Workload[]> {
  const { rows } = await db.pool.query<Workload>({ name: 'workloads', text: WORKLOADS, values: [today] });
  return rows;
}
