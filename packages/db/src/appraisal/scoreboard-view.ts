import type { CallbackCounts, Instant, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** One department in one period. */
export type ScoreboardCounts = {
  readonly departmentId: string;
  readonly name: string;
  readonly nameEn: string;
  /** On the supervision list now. */
  readonly underSupervision: number;
  readonly struckOffOnTime: number;
  readonly struckOffLate: number;
  readonly callbacks: CallbackCounts;
  /** Cases whose rating and callbacks a panel took out of the rates. */
  readonly excluded: number;
};

type Row = { id: string; name: string; name_en: string } & Record<
  'open' | 'on_time' | 'late' | 'valid' | 'contacted' | 'solved' | 'satisfied' | 'basically' | 'excluded',
  number
>;

const SQL = `
WITH item AS (
  SELECT lead_department_id AS id,
    count(*) FILTER (WHERE struck_off_at IS NULL)::int AS open,
    count(*) FILTER (WHERE struck_off_at >= $2 AND struck_off_at < $3 AND is_on_time)::int AS on_time,
    count(*) FILTER (WHERE struck_off_at >= $2 AND struck_off_at < $3 AND NOT is_on_time)::int AS late
  FROM supervision_item WHERE lead_department_id IS NOT NULL
    AND (struck_off_at IS NULL OR (struck_off_at >= $2 AND struck_off_at < $3))
  GROUP BY 1
), answered AS (
  SELECT department_id AS id, count(*)::int AS valid,
    count(*) FILTER (WHERE has_contact)::int AS contacted,
    count(*) FILTER (WHERE is_solved)::int AS solved,
    count(*) FILTER (WHERE satisfaction IN ('satisfied', 'very_satisfied'))::int AS satisfied,
    count(*) FILTER (WHERE satisfaction = 'basically_satisfied')::int AS basically
  FROM callback WHERE period = $1 AND outcome = 'valid' AND NOT EXISTS (
    SELECT FROM rating_review review WHERE review.is_excluded AND review.complaint_id = callback.complaint_id
      AND review.department_id = callback.department_id)
  GROUP BY 1
), excluded AS (
  SELECT department_id AS id, count(DISTINCT complaint_id)::int AS excluded
  FROM rating_review WHERE is_excluded AND opened_at >= $2 AND opened_at < $3 GROUP BY 1
)
SELECT d.id, d.name, d.name_en, coalesce(open, 0) AS open, coalesce(on_time, 0) AS on_time, coalesce(late, 0) AS late,
  coalesce(valid, 0) AS valid, coalesce(contacted, 0) AS contacted, coalesce(solved, 0) AS solved,
  coalesce(satisfied, 0) AS satisfied, coalesce(basically, 0) AS basically,
  coalesce(excluded, 0) AS excluded
FROM department d LEFT JOIN item USING (id) LEFT JOIN answered USING (id) LEFT JOIN excluded USING (id)
WHERE d.kind = 'department' AND d.active_from < $5 AND (d.active_to IS NULL OR d.active_to >= $4)
ORDER BY d.code`;

/**
 * Counts of every department that may be complained about. Strike-offs within [`from`, `until`); callbacks of the period;
 * departments that existed on a day from `firstDay` to before `endDay`.
 */
export async function readScoreboardCounts(
  db: Pick<Database, 'pool'>,
  period: string,
  {
    from,
    until,
    firstDay,
    endDay,
  }: { from: Instant; until: Instant; firstDay: LocalDate; endDay: LocalDate },
): Promise<readonly ScoreboardCounts[]> {
  const values = [period, from, until, firstDay, endDay];
  const { rows } = await db.pool.query<Row>({ name: 'scoreboard', text: SQL, values });
  return rows.map((row) => ({
    departmentId: row.id,
    name: row.name,
    nameEn: row.name_en,
    underSupervision: row.open,
    struckOffOnTime: row.on_time,
    struckOffLate: row.late,
    callbacks: {
      valid: row.valid,
      contacted: row.contacted,
      solved: row.solved,
      satisfied: row.satisfied,
      basicallySatisfied: row.basically,
    },
    excluded: row.excluded,
  }));
}

/** When the first complaint was filed; null where there is none. */
export async function firstFiledAt(db: Pick<Database, 'pool'>): Promise<Instant | null> {
  const { rows } = await db.pool.query<{ at: Date | null }>({
    name: 'first-filed',
    text: 'SELECT min(submitted_at) AS at FROM complaint',
    values: [],
  });
  return rows[0]?.at?.toISOString() ?? null;
}
