import type { CauseClass, LocalDate, RecurringMatterStatus } from '@bihuan/domain';
import type { TranslatedName } from '../complaint/tracking-view.ts';
import type { Database } from '../database.ts';

/** A recurring matter with the change of a rule that it asks for. */
export type RuleChangeOfMatter = {
  readonly matterId: string;
  readonly category: string;
  readonly departmentId: string;
  readonly causeClass: CauseClass;
  readonly status: RecurringMatterStatus;
  readonly categoryName: TranslatedName;
  readonly department: TranslatedName;
  readonly changeText: string | null;
};

export type AskedRuleChange = RuleChangeOfMatter & {
  readonly owner: TranslatedName;
  readonly dueOn: LocalDate;
  /** The draft or version that was begun for it. */
  readonly policy: PolicyOfMatter | null;
};

/** The policy that a matter led to. */
export type PolicyOfMatter = {
  readonly kind: string;
  readonly version: string;
  readonly isDraft: boolean;
  readonly effectiveFrom: LocalDate;
};

const SELECT = `SELECT matter.id AS "matterId", matter.category, matter.department_id AS "departmentId",
  matter.cause_class AS "causeClass", matter.status, matter.change_text AS "changeText", matter.due_on::text AS "dueOn",
  json_build_object('name', coalesce(category.name, matter.category), 'nameEn', coalesce(category.name_en, matter.category)) AS "categoryName",
  json_build_object('name', department.name, 'nameEn', department.name_en) AS department,
  json_build_object('name', owner.name, 'nameEn', owner.name_en) AS owner,
  (SELECT json_build_object('kind', kind, 'version', version, 'isDraft', status = 'draft', 'effectiveFrom', effective_from)
    FROM policy WHERE policy.origin ->> 'matterId' = matter.id::text ORDER BY created_at DESC LIMIT 1) AS policy
FROM recurring_matter matter JOIN department ON department.id = matter.department_id
LEFT JOIN category ON category.code = matter.category
LEFT JOIN department owner ON owner.id = matter.owner_department_id`;

type Db = Pick<Database, 'pool'>;

/** Changes that were asked for and did not come yet, the one due first on top. */
export async function readAskedRuleChanges({ pool }: Db): Promise<readonly AskedRuleChange[]> {
  const { rows } = await pool.query<AskedRuleChange>(
    `${SELECT} WHERE matter.status = 'change_asked' ORDER BY matter.due_on, matter.id LIMIT 100`,
  );
  return rows;
}

/** One matter; null where there is none. */
export async function readRuleChange({ pool }: Db, matterId: string): Promise<RuleChangeOfMatter | null> {
  const { rows } = await pool.query<RuleChangeOfMatter>(`${SELECT} WHERE matter.id = $1`, [matterId]);
  return rows[0] ?? null;
}

/** The policies that a matter led to, the newest first. */
export async function readPoliciesOfMatter(
  { pool }: Db,
  recurrence: { readonly category: string; readonly departmentId: string; readonly causeClass: string },
): Promise<readonly PolicyOfMatter[]> {
  const { rows } = await pool.query<PolicyOfMatter>(
    `SELECT kind, version, status = 'draft' AS "isDraft", effective_from::text AS "effectiveFrom" FROM policy
WHERE origin ->> 'matterId' = (SELECT id::text FROM recurring_matter WHERE category = $1 AND department_id = $2 AND cause_class = $3)
ORDER BY created_at DESC LIMIT 20`,
    [recurrence.category, recurrence.departmentId, recurrence.causeClass],
  );
  return rows;
}
