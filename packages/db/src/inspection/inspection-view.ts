import type { Half, InspectionStatus, LocalDate, OpenedItem, ItemStatus } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { capped, type Waiting, type WaitingList } from '../people/inbox-view.ts';

type Reads = Pick<Database, 'pool'>;

export type ListedInspection = {
  readonly id: string;
  readonly number: string;
  readonly theme: string;
  readonly status: InspectionStatus;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly reportNumber: string | null;
  /** Findings that stand, and items that came of them; for a department its own. */
  readonly findings: number;
  readonly items: number;
};

/** Whose list it is. Ids of the units and persons that they are, or stand in for. */
export type InspectionListScope = {
  readonly seesAll: boolean;
  readonly seesOwn: boolean;
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
};

/**
 * Special inspections, the latest first, by the rule of `inspectionReach`: those that look at the reader's own unit only once
 * closed and with a finding about it, and then counting only its own.
 */
export async function readInspections(
  db: Reads,
  { seesAll, seesOwn, unitIds, personIds }: InspectionListScope,
  most: number,
): Promise<readonly ListedInspection[]> {
  const { rows } = await db.pool.query<ListedInspection>({
    name: 'read-inspections',
    text: `SELECT inspection.id, number, theme, status, from_on::text AS "fromOn", to_on::text AS "toOn",
  report_number AS "reportNumber", CASE WHEN is_own THEN own ELSE findings END AS findings,
  CASE WHEN is_own THEN own_items ELSE items END AS items
FROM inspection CROSS JOIN LATERAL (
  SELECT count(*)::int AS findings, count(item_id)::int AS items,
    count(*) FILTER (WHERE department_id = ANY($3::uuid[]))::int AS own,
    count(item_id) FILTER (WHERE department_id = ANY($3::uuid[]))::int AS own_items
  FROM inspection_finding WHERE inspection_id = inspection.id AND withdrawn_at IS NULL) counted
CROSS JOIN LATERAL (SELECT own > 0 OR department_ids && $3::uuid[] AS is_own) whose
WHERE CASE WHEN is_own THEN $2 AND status = 'closed' AND own > 0 ELSE $1 OR member_ids && $4::uuid[] END
ORDER BY planned_at DESC, inspection.id LIMIT $5`,
    values: [seesAll, seesOwn, unitIds, personIds, most],
  });
  return rows;
}

/** Where the items that came of an inspection stand. */
export async function readOpenedItems(db: Reads, inspectionId: string): Promise<readonly OpenedItem[]> {
  const { rows } = await db.pool.query<OpenedItem & { readonly status: ItemStatus }>({
    name: 'read-opened-items',
    text: `SELECT item.id, item.number, item.status, item.lead_department_id AS "leadDepartmentId",
  item.deadline_on::text AS "deadlineOn"
FROM inspection_finding finding JOIN supervision_item item ON item.id = finding.item_id
WHERE finding.inspection_id = $1 ORDER BY finding.ordinal`,
    values: [inspectionId],
  });
  return rows;
}

/** The finding an item came of; null where it came of none. */
export async function findingOfItem(
  db: Pick<Database, 'prisma'>,
  itemId: string,
): Promise<{ readonly findingId: string; readonly inspectionId: string } | null> {
  const row = await db.prisma.inspectionFindingRow.findUnique({
    where: { itemId },
    select: { id: true, inspectionId: true },
  });
  return row && { findingId: row.id, inspectionId: row.inspectionId };
}

/** $1: how many, $2: the person, $3: their units; none of an inspection that looks at one of these. */
const INSPECTIONS = {
  inspections_to_prepare: `inspection.status = 'planned'`,
  inspections_under_way: `inspection.status IN ('under_way', 'reporting') AND $2::uuid = ANY(inspection.member_ids)`,
  inspection_reports: `inspection.status = 'awaiting_approval' AND NOT $2::uuid = ANY(inspection.member_ids)`,
} as const;

export type WaitingInspectionKind = keyof typeof INSPECTIONS;

type Row = Omit<Waiting<InspectionStatus>, 'since'> & { readonly since: Date; readonly dueHalf: Half };

/** Special inspections that wait for this person; due is the day they are to begin, or their last. */
export async function readWaitingInspections(
  db: Reads,
  kind: WaitingInspectionKind,
  { staffId, units }: { readonly staffId: string; readonly units: readonly string[] },
  most: number,
): Promise<WaitingList<Waiting<InspectionStatus>>> {
  const { rows } = await db.pool.query<Row>({
    name: `waiting-inspections-${kind}`,
    text: `WITH reader AS (SELECT $2::uuid, $3::uuid[])
SELECT inspection.id, inspection.number, inspection.theme AS title, inspection.status,
  (CASE WHEN inspection.status = 'planned' THEN from_on ELSE to_on END)::text AS "dueOn", 'pm' AS "dueHalf",
  false AS "isDueProvisional", inspection.planned_at AS since
FROM inspection WHERE ${INSPECTIONS[kind]} AND NOT department_ids && $3::uuid[] ORDER BY 5, inspection.planned_at LIMIT $1`,
    values: [most + 1, staffId, units],
  });
  return capped(rows, most);
}
