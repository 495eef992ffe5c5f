import type { ComplaintStatus, Recurrence, RecurringMatterStatus } from '@bihuan/domain';
import type { TranslatedName } from '../complaint/tracking-view.ts';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;

/** One recurrence with how often it came, month by month, and what became of it. */
export type RecurrenceLine = Recurrence & {
  readonly categoryName: TranslatedName;
  readonly department: TranslatedName;
  readonly count: number;
  /** Complaints by month, `2026-10`; months without any are missing. */
  readonly months: Readonly<Record<string, number>>;
  readonly status: RecurringMatterStatus | null;
  readonly rootCause: string | null;
  readonly changeText: string | null;
  readonly owner: TranslatedName | null;
  readonly dueOn: string | null;
  readonly result: string | null;
};

type Row = Omit<RecurrenceLine, 'categoryName' | 'department' | 'owner'> & {
  readonly categoryName: string;
  readonly categoryNameEn: string;
  readonly departmentName: string;
  readonly departmentNameEn: string;
  readonly ownerName: string | null;
  readonly ownerNameEn: string | null;
};

/** The department that works on it, or the one complained about where none does yet. */
const DEPARTMENT = 'coalesce(item.lead_department_id, complaint.about_department_id)';
const FROM = `complaint LEFT JOIN supervision_item item ON item.id = complaint.item_id`;
const COUNTED = `complaint.category IS NOT NULL AND complaint.status NOT IN ('declined', 'withdrawn')
  AND complaint.submitted_at >= $1::timestamptz`;

/** What came at least `least` times since a moment, the most frequent first. */
export async function readRecurrences(
  db: Reads,
  since: string,
  least: number,
  most: number,
): Promise<readonly RecurrenceLine[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'recurrences',
    text: `WITH counted AS (
  SELECT complaint.category, ${DEPARTMENT} AS department_id, complaint.cause_class,
    to_char(complaint.submitted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, count(*)::int AS times
  FROM ${FROM} WHERE ${COUNTED} AND ${DEPARTMENT} IS NOT NULL GROUP BY 1, 2, 3, 4),
summed AS (
  SELECT category, department_id, cause_class, sum(times)::int AS times, jsonb_object_agg(month, times) AS months
  FROM counted GROUP BY 1, 2, 3 HAVING sum(times) >= $2)
SELECT summed.category, summed.department_id AS "departmentId", summed.cause_class AS "causeClass", times AS count, months,
  category.name AS "categoryName", category.name_en AS "categoryNameEn",
  department.name AS "departmentName", department.name_en AS "departmentNameEn", matter.status, matter.root_cause AS "rootCause",
  matter.change_text AS "changeText", matter.due_on::text AS "dueOn", matter.result,
  owner.name AS "ownerName", owner.name_en AS "ownerNameEn"
FROM summed JOIN category ON category.code = summed.category JOIN department ON department.id = summed.department_id
LEFT JOIN recurring_matter matter ON (matter.category, matter.department_id, matter.cause_class)
  = (summed.category, summed.department_id, summed.cause_class)
LEFT JOIN department owner ON owner.id = matter.owner_department_id
ORDER BY times DESC, summed.category, department.code LIMIT $3`,
    values: [since, least, most],
  });
  return rows.map(
    ({ categoryName, categoryNameEn, departmentName, departmentNameEn, ownerName, ownerNameEn, ...row }) => ({
      ...row,
      categoryName: { name: categoryName, nameEn: categoryNameEn },
      department: { name: departmentName, nameEn: departmentNameEn },
      owner: ownerName === null ? null : { name: ownerName, nameEn: ownerNameEn ?? '' },
    }),
  );
}

export type RecurringComplaint = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly status: ComplaintStatus;
  readonly submittedAt: string;
};

/** The complaints behind a recurrence, the latest first. */
export async function readRecurringComplaints(
  db: Reads,
  since: string,
  { category, departmentId, causeClass }: Recurrence,
  most: number,
): Promise<readonly RecurringComplaint[]> {
  const { rows } = await db.pool.query<Omit<RecurringComplaint, 'submittedAt'> & { submittedAt: Date }>({
    name: 'recurring-complaints',
    text: `SELECT complaint.id, complaint.tracking_number AS "trackingNumber", complaint.title, complaint.status,
  complaint.submitted_at AS "submittedAt"
FROM ${FROM} WHERE ${COUNTED} AND complaint.category = $2 AND ${DEPARTMENT} = $3::uuid AND complaint.cause_class = $4
ORDER BY complaint.submitted_at DESC LIMIT $5`,
    values: [since, category, departmentId, causeClass, most],
  });
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
}

/** A change of a rule that was asked for and is not there yet. */
export type RuleChangeAsked = {
  readonly id: string;
  readonly categoryName: string;
  readonly text: string;
  readonly dueOn: string;
};

/** Changes of rules that were asked for, those due first at the front. */
export async function readRuleChangesAsked(db: Reads, most: number): Promise<readonly RuleChangeAsked[]> {
  const { rows } = await db.pool.query<RuleChangeAsked>({
    name: 'rule-changes-asked',
    text: `SELECT matter.id, category.name AS "categoryName", matter.change_text AS text, matter.due_on::text AS "dueOn"
FROM recurring_matter matter JOIN category ON category.code = matter.category
WHERE matter.status = 'change_asked' ORDER BY matter.due_on, matter.id LIMIT $1`,
    values: [most],
  });
  return rows;
}
