import type { CauseClass, ComplaintStatus, ItemStatus } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { CategoryAnswer } from './complaint-store.ts';
import { scopeCondition, type ComplaintScope } from './complaint-scope-condition.ts';
import type { TranslatedName } from './tracking-view.ts';

export type Tried = {
  readonly desk: string;
  readonly step: string;
  readonly when: string;
  readonly trips: number;
  readonly answer: string;
};

/** What was filed, and what hangs on it. Nothing of who the complainant is but the enterprise's name. */
export type ComplaintMatterView = {
  readonly title: string;
  readonly body: string;
  readonly tried: Tried;
  readonly causeClass: CauseClass;
  readonly wish: string;
  readonly place: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly aboutDepartmentId: string | null;
  readonly category: { readonly code: string; readonly name: string; readonly nameEn: string } | null;
  readonly externalSource: string | null;
  readonly externalId: string | null;
  /** The category that the 12345 transfer came with. */
  readonly reportedCategory: string;
  /** When it was first reported there, ISO-8601 UTC; no clock runs from it. */
  readonly reportedAt: string | null;
  /** What the complainant took it for, the service item they named, and what the category asked them. */
  readonly chosenCategory: TranslatedName | null;
  readonly serviceItem: TranslatedName | null;
  readonly categoryAnswers: readonly CategoryAnswer[];
  readonly mayPublish: boolean;
  readonly hasContact: boolean;
  readonly survivor: LinkedComplaint | null;
  /** Complaints that were merged into this one. */
  readonly merged: readonly LinkedComplaint[];
  /** The complaint it is a part of. */
  readonly whole: LinkedComplaint | null;
  /** What it was split into. */
  readonly parts: readonly LinkedPart[];
  readonly items: readonly LinkedItem[];
};

export type LinkedComplaint = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
};

export type LinkedPart = LinkedComplaint & { readonly title: string };

export type LinkedItem = {
  readonly id: string;
  readonly number: string;
  readonly problem: string;
  readonly status: ItemStatus;
  readonly leadDepartmentId: string | null;
};

const SQL = (condition: string) => `
SELECT complaint.title, complaint.body, complaint.tried, complaint.cause_class AS "causeClass", complaint.wish,
  complaint.place, complaint.enterprise_name AS "enterpriseName", complaint.credit_code AS "creditCode",
  complaint.about_department_id AS "aboutDepartmentId", complaint.external_source AS "externalSource",
  complaint.external_id AS "externalId", complaint.reported_category AS "reportedCategory",
  to_char(complaint.reported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "reportedAt",
  (SELECT jsonb_build_object('code', code, 'name', name, 'nameEn', name_en) FROM category WHERE code = complaint.category) AS category,
  (SELECT jsonb_build_object('name', name, 'nameEn', name_en) FROM category WHERE code = complaint.chosen_category) AS "chosenCategory",
  (SELECT jsonb_build_object('name', name, 'nameEn', name_en) FROM service_item WHERE code = complaint.service_item) AS "serviceItem",
  complaint.category_answers AS "categoryAnswers", complaint.may_publish AS "mayPublish",
  EXISTS (SELECT FROM contact WHERE complaint_id = complaint.id AND removed_at IS NULL) AS "hasContact",
  (SELECT jsonb_build_object('id', id, 'trackingNumber', tracking_number, 'status', status)
    FROM complaint survivor WHERE survivor.id = complaint.survivor_id) AS survivor,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'trackingNumber', tracking_number, 'status', status)
    ORDER BY submitted_at) FROM complaint merged WHERE merged.survivor_id = complaint.id), '[]') AS merged,
  (SELECT jsonb_build_object('id', id, 'trackingNumber', tracking_number, 'status', status)
    FROM complaint whole WHERE whole.id = complaint.split_from_id) AS whole,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'trackingNumber', tracking_number, 'status', status,
    'title', title) ORDER BY tracking_number) FROM complaint part WHERE part.split_from_id = complaint.id), '[]') AS parts,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', item.id, 'number', item.number, 'problem', item.problem,
      'status', item.status, 'leadDepartmentId', item.lead_department_id) ORDER BY item.proposed_at)
    FROM item_complaint link JOIN supervision_item item ON item.id = link.item_id
    WHERE link.complaint_id = complaint.id), '[]') AS items
FROM complaint WHERE complaint.id = $1 AND ${condition}`;

/** What a complaint says, for somebody with this scope; null where there is none or it is not theirs. */
export async function readComplaintMatter(
  db: Pick<Database, 'pool'>,
  id: string,
  scope: ComplaintScope,
): Promise<ComplaintMatterView | null> {
  const values: unknown[] = [id];
  const condition = scopeCondition(scope, (value) => `$${values.push(value)}`);
  const { rows } = await db.pool.query<ComplaintMatterView>(SQL(condition), values);
  return rows[0] ?? null;
}

/** Whether somebody with this scope may see the complaint. */
export async function isComplaintInScope(
  db: Pick<Database, 'pool'>,
  id: string,
  scope: ComplaintScope,
): Promise<boolean> {
  const values: unknown[] = [id];
  const condition = scopeCondition(scope, (value) => `$${values.push(value)}`);
  const { rowCount } = await db.pool.query(
    `SELECT FROM complaint WHERE complaint.id = $1 AND ${condition}`,
    values,
  );
  return rowCount === 1;
}
