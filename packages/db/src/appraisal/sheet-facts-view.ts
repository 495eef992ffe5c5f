import type { AppraisalPeriod, DepartmentFacts, Instant, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** What is counted of a department in a period; the indicator account comes from elsewhere. */
export type CountedFacts = Omit<DepartmentFacts, 'indicator'>;

type Row = {
  id: string;
  code: string;
  name: string;
  name_en: string;
  tier_group: string | null;
  active_from: string;
  active_to: string | null;
  successor_id: string | null;
  volume: number | null;
} & Record<
  | 'valid'
  | 'contacted'
  | 'solved'
  | 'satisfied'
  | 'basically'
  | 'excluded'
  | 'supervision'
  | 'supervision_lines'
  | 'adjustment'
  | 'adjustment_lines',
  number
>;

const SQL = `
WITH answered AS (
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
), led AS (
  SELECT lead_department_id AS id, count(*)::int AS volume
  FROM supervision_item WHERE signed_at >= $6 AND signed_at < $2 GROUP BY 1
), balance AS (
  SELECT department_id AS id,
    sum(centipoints) FILTER (WHERE account = 'supervision')::int AS supervision,
    sum(lines) FILTER (WHERE account = 'supervision')::int AS supervision_lines,
    sum(centipoints) FILTER (WHERE account = 'adjustment')::int AS adjustment,
    sum(lines) FILTER (WHERE account = 'adjustment')::int AS adjustment_lines
  FROM score_balance WHERE period = $1 GROUP BY 1
)
SELECT d.id, d.code, d.name, d.name_en, d.tier_group, d.active_from::text, d.active_to::text, d.successor_id,
  CASE WHEN $6::timestamptz IS NOT NULL THEN coalesce(volume, 0) END AS volume, coalesce(valid, 0) AS valid, coalesce(contacted, 0) AS contacted,
  coalesce(solved, 0) AS solved, coalesce(satisfied, 0) AS satisfied, coalesce(basically, 0) AS basically,
  coalesce(excluded, 0) AS excluded, coalesce(supervision, 0) AS supervision,
  coalesce(supervision_lines, 0) AS supervision_lines, coalesce(adjustment, 0) AS adjustment,
  coalesce(adjustment_lines, 0) AS adjustment_lines
FROM department d LEFT JOIN answered USING (id) LEFT JOIN excluded USING (id) LEFT JOIN led USING (id) LEFT JOIN balance USING (id)
WHERE d.kind = 'department' AND (d.active_from < $5 AND (d.active_to IS NULL OR d.active_to > $4)
  OR balance.id IS NOT NULL OR answered.id IS NOT NULL)
ORDER BY d.code, d.id`;

/**
 * Facts of every department that existed on a day of the period, or has a line or a callback in it. `from`, `until`: its moments;
 * `yearBefore`: since when items signed for count as volume; null where nobody asks for it.
 */
export async function readSheetFacts(
  db: Pick<Database, 'pool'>,
  { id, firstDay }: AppraisalPeriod,
  span: {
    readonly from: Instant;
    readonly until: Instant;
    readonly endDay: LocalDate;
    readonly yearBefore: Instant | null;
  },
): Promise<readonly CountedFacts[]> {
  const values = [id, span.from, span.until, firstDay, span.endDay, span.yearBefore];
  const { rows } = await db.pool.query<Row>({ name: 'sheet-facts', text: SQL, values });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    tierGroup: row.tier_group,
    activeFrom: row.active_from,
    activeTo: row.active_to,
    successorId: row.successor_id,
    volume: row.volume,
    callbacks: {
      valid: row.valid,
      contacted: row.contacted,
      solved: row.solved,
      satisfied: row.satisfied,
      basicallySatisfied: row.basically,
    },
    excluded: row.excluded,
    supervision: { centipoints: row.supervision, lines: row.supervision_lines },
    adjustment: { centipoints: row.adjustment, lines: row.adjustment_lines },
  }));
}
