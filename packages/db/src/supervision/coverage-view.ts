import type { ComplaintStatus, ItemStatus, Office, OpenComplaintFacts, OpenItemFacts } from '@bihuan/domain';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;

/** What an uncovered thing is shown as. */
export type CoverageHead = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly since: string;
};

export type CoverageCandidate = (CoverageHead & OpenComplaintFacts) | (CoverageHead & OpenItemFacts);

/** How many work here with each of the roles that own something. */
export async function readOffice(db: Reads): Promise<Office> {
  const { rows } = await db.pool.query<{ triage_admins: number; leaders: number }>({
    name: 'coverage-office',
    text: `SELECT count(*) FILTER (WHERE 'triage_admin' = ANY(roles))::int AS triage_admins,
  count(*) FILTER (WHERE 'leader' = ANY(roles))::int AS leaders FROM staff WHERE is_active`,
    values: [],
  });
  return { triageAdmins: rows[0]?.triage_admins ?? 0, leaders: rows[0]?.leaders ?? 0 };
}

const ENDED = `('declined', 'merged', 'split', 'withdrawn', 'settled_on_the_spot', 'closed')`;

/** Open complaints that may lack something; all that wait for triage where nobody is there. The rules decide. */
export async function coverageComplaints(
  db: Reads,
  { triageAdmins }: Office,
  most: number,
): Promise<readonly CoverageCandidate[]> {
  const { rows } = await db.pool.query<
    CoverageHead & { status: ComplaintStatus; since: Date; hasClock: boolean; hasItem: boolean }
  >({
    name: 'coverage-complaints',
    text: `SELECT id, tracking_number AS number, title, status, submitted_at AS since,
  due_on IS NOT NULL AS "hasClock", item_id IS NOT NULL AS "hasItem"
FROM complaint WHERE status NOT IN ${ENDED}
  AND (due_on IS NULL OR (status = 'under_supervision' AND item_id IS NULL)
    OR ($1::int = 0 AND status IN ('submitted', 'accepted', 'disputed', 'reopened')))
ORDER BY submitted_at LIMIT $2`,
    values: [triageAdmins, most],
  });
  return rows.map((row) => ({ ...row, about: 'complaint' as const, since: row.since.toISOString() }));
}

/** Open items that may lack something. The rules decide. */
export async function coverageItems(
  db: Reads,
  office: Office,
  most: number,
): Promise<readonly CoverageCandidate[]> {
  const { rows } = await db.pool.query<
    CoverageHead & Omit<OpenItemFacts, 'about'> & { since: Date; status: ItemStatus }
  >({
    name: 'coverage-items',
    text: `SELECT * FROM (
  SELECT item.id, item.number, item.problem AS title, item.status, item.proposed_at AS since, item.returns,
    coalesce(item.next_due_on, item.deadline_on) IS NOT NULL AS "hasClock",
    CASE WHEN item.lead_department_id IS NULL THEN NULL ELSE (
      SELECT count(*)::int FROM staff WHERE department_id = item.lead_department_id AND is_active
        AND roles && ARRAY['department_officer', 'department_head']) END AS "leadStaff",
    (SELECT is_active FROM staff WHERE id = item.inspector_id) AS "isInspectorThere",
    (SELECT count(*)::int FROM staff WHERE is_active AND id <> item.proposed_by_id
      AND roles && ARRAY['triage_admin', 'leader']) AS countersigners
  FROM supervision_item item WHERE item.status <> 'struck_off') open
WHERE NOT "hasClock" OR "leadStaff" IS NULL OR "leadStaff" = 0 OR NOT "isInspectorThere" OR countersigners = 0
  OR $1::int = 0 OR $2::int = 0
ORDER BY since LIMIT $3`,
    values: [office.triageAdmins, office.leaders, most],
  });
  return rows.map((row) => ({ ...row, about: 'item' as const, since: row.since.toISOString() }));
}
