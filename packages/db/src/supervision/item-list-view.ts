import type { Importance, ItemStatus, LocalDate, Source } from '@bihuan/domain';
import { searchWords } from '../complaint/search-words.ts';
import type { Database } from '../database.ts';

export type ItemFilter = {
  readonly statuses: readonly ItemStatus[];
  /** Only items in which this department takes part; null for everybody who may see all. */
  readonly participantId: string | null;
  /** The lead is one of these; null for any. */
  readonly leadDepartmentIds: readonly string[] | null;
  readonly source: Source | null;
  readonly importance: Importance | null;
  /** Only items whose deadline was before this day and that still lie with a department. */
  readonly overdueOn: LocalDate | null;
  /** Only items of which a date that is near is still to come on this day. */
  readonly nearOn: LocalDate | null;
  /** A number, or words of problem and basis. */
  readonly text: string;
};

/** The place after which a page goes on: the order is by deadline, items without one last. */
export type ItemCursor = { readonly deadlineOn: LocalDate | null; readonly id: string };

export type ListedItem = {
  readonly id: string;
  readonly number: string;
  readonly problem: string;
  readonly source: Source;
  readonly importance: Importance;
  readonly status: ItemStatus;
  readonly leadDepartmentId: string | null;
  readonly cooperatingDepartmentIds: readonly string[];
  readonly deadlineOn: LocalDate | null;
  readonly isDeadlineProvisional: boolean;
  readonly nextDueOn: LocalDate | null;
  /** The last of its dates that have come near. */
  readonly nearUntil: LocalDate | null;
  readonly percent: number;
  readonly returns: number;
  readonly reworks: number;
  readonly measures: number;
  readonly measuresCompleted: number;
  readonly complaints: number;
  readonly version: number;
};

/** States in which the item lies with a department, so that its deadline can be over. */
export const WITH_DEPARTMENT: readonly ItemStatus[] = [
  'assigned',
  'returned',
  'signed',
  'advancing',
  'rework',
];

const COLUMNS = `item.id, item.number, item.problem, item.source, item.importance, item.status,
  item.lead_department_id AS "leadDepartmentId", item.deadline_on::text AS "deadlineOn",
  item.is_deadline_provisional AS "isDeadlineProvisional", item.next_due_on::text AS "nextDueOn", item.near_until::text AS "nearUntil",
  item.percent, item.returns, item.reworks, item.version,
  ARRAY(SELECT department_id FROM participation WHERE item_id = item.id AND duty = 'cooperating') AS "cooperatingDepartmentIds",
  (SELECT count(*)::int FROM measure WHERE item_id = item.id) AS measures,
  (SELECT count(completed_at)::int FROM measure WHERE item_id = item.id) AS "measuresCompleted",
  (SELECT count(*)::int FROM item_complaint WHERE item_id = item.id) AS complaints`;

/** One page of the supervision list (督办清单), by deadline; `size` rows after the cursor. */
export async function readItemList(
  db: Pick<Database, 'pool'>,
  filter: ItemFilter,
  after: ItemCursor | null,
  size: number,
): Promise<readonly ListedItem[]> {
  const { where, values } = conditions(filter);
  // With words the index of words has to lead; adding nothing keeps the index of deadlines out of it.
  const deadline =
    filter.text === ''
      ? `coalesce(item.deadline_on, 'infinity')`
      : `coalesce(item.deadline_on, 'infinity') + 0`;
  const page =
    after === null
      ? ''
      : ` AND (${deadline}, item.id) > ($${values.length + 1}::date, $${values.length + 2}::uuid)`;
  const more = after === null ? [] : [after.deadlineOn ?? 'infinity', after.id];
  const { rows } = await db.pool.query<ListedItem>(
    `SELECT ${COLUMNS} FROM supervision_item item WHERE ${where}${page}
ORDER BY ${deadline}, item.id LIMIT ${Math.trunc(size)}`,
    [...values, ...more],
  );
  return rows;
}

/** How many items the filter finds, counted no further than `most` + 1. */
export async function countItems(
  db: Pick<Database, 'pool'>,
  filter: ItemFilter,
  most: number,
): Promise<number> {
  const { where, values } = conditions(filter);
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM supervision_item item WHERE ${where} LIMIT ${Math.trunc(most) + 1}) found`,
    [...values],
  );
  return rows[0]?.count ?? 0;
}

function conditions(filter: ItemFilter): { where: string; values: readonly unknown[] } {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (sql: (place: string) => string, value: unknown) => {
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  add((place) => `item.status = ANY(${place}::text[])`, filter.statuses);
  // Said once more, so that the index of what is open fits.
  if (!filter.statuses.includes('struck_off')) parts.push(`item.status <> 'struck_off'`);
  // One probe for each item in the order of the list: asked as two, everything a department ever had is gathered first.
  if (filter.participantId !== null)
    add(
      (place) => `EXISTS (SELECT FROM participation WHERE item_id = item.id AND department_id = ${place}::uuid
  UNION ALL SELECT FROM measure WHERE item_id = item.id AND department_id = ${place}::uuid)`,
      filter.participantId,
    );
  if (filter.leadDepartmentIds !== null)
    add((place) => `item.lead_department_id = ANY(${place}::uuid[])`, filter.leadDepartmentIds);
  if (filter.source !== null) add((place) => `item.source = ${place}`, filter.source);
  if (filter.importance !== null) add((place) => `item.importance = ${place}`, filter.importance);
  if (filter.overdueOn !== null) {
    add((place) => `item.deadline_on < ${place}::date`, filter.overdueOn);
    add((place) => `item.status = ANY(${place}::text[])`, WITH_DEPARTMENT);
  }
  if (filter.nearOn !== null) add((place) => `item.near_until >= ${place}::date`, filter.nearOn);
  if (/^db-/i.test(filter.text))
    add((place) => `item.number LIKE ${place} || '%'`, filter.text.toUpperCase().replace(/[%_\\]/g, ''));
  else if (filter.text !== '')
    add((place) => `item.search @@ plainto_tsquery('simple', ${place})`, searchWords(filter.text));
  return { where: parts.join(' AND '), values };
}
