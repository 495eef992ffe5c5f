import { ITEM_STATUSES, type Importance, type ItemStatus, type LocalDate, type Source } from '@bihuan/domain';
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
  /** One of these cooperates; null for any. */
  readonly cooperatingDepartmentIds: readonly string[] | null;
  /** One of its complaints is of one of these categories; null for any. */
  readonly categories: readonly string[] | null;
  /** It has a card of this colour that counts; `any` for either. */
  readonly card: 'yellow' | 'red' | 'any' | null;
  /** Whose cards are seen; null for everybody's. */
  readonly cardsOf: string | null;
  readonly inspectorId: string | null;
  readonly waiting: ItemWaiting | null;
  /** The next date is within these days, both counted. */
  readonly nextFrom: LocalDate | null;
  readonly nextUntil: LocalDate | null;
  /** Only these; null for all. */
  readonly ids: readonly string[] | null;
  /** A number, or words of problem and basis. */
  readonly text: string;
};

/** What an item waits for: it is suspended, its complainant is asked, an extension or a dispute is to be decided. */
export const ITEM_WAITINGS = ['suspended', 'complainant', 'extension', 'dispute'] as const;
export type ItemWaiting = (typeof ITEM_WAITINGS)[number];

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
  readonly inspectorId: string | null;
  /** Colours of the cards that count, the latest first. */
  readonly cards: readonly ('yellow' | 'red')[];
  /** Codes of the categories of its complaints. */
  readonly categories: readonly string[];
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

/** Cards that count against a department. */
const IN_FORCE = `card.status IN ('issued', 'objected', 'upheld', 'cleared')`;

const columns = (
  cardsOf: string,
) => `item.id, item.number, item.problem, item.source, item.importance, item.status,
  item.lead_department_id AS "leadDepartmentId", item.deadline_on::text AS "deadlineOn",
  item.is_deadline_provisional AS "isDeadlineProvisional", item.next_due_on::text AS "nextDueOn", item.near_until::text AS "nearUntil",
  item.percent, item.returns, item.reworks, item.version,
  ARRAY(SELECT department_id FROM participation WHERE item_id = item.id AND duty = 'cooperating') AS "cooperatingDepartmentIds",
  (SELECT count(*)::int FROM measure WHERE item_id = item.id) AS measures,
  (SELECT count(completed_at)::int FROM measure WHERE item_id = item.id) AS "measuresCompleted",
  (SELECT count(*)::int FROM item_complaint WHERE item_id = item.id) AS complaints,
  item.inspector_id AS "inspectorId",
  ARRAY(SELECT colour FROM card WHERE card.item_id = item.id AND ${IN_FORCE}${cardsOf} ORDER BY issued_at DESC) AS cards,
  ARRAY(SELECT DISTINCT complaint.category FROM item_complaint link JOIN complaint ON complaint.id = link.complaint_id
    WHERE link.item_id = item.id AND complaint.category IS NOT NULL) AS categories`;

/** One page of the supervision list (督办清单), by deadline; `size` rows after the cursor. */
export async function readItemList(
  db: Pick<Database, 'pool'>,
  filter: ItemFilter,
  after: ItemCursor | null,
  size: number,
): Promise<readonly ListedItem[]> {
  const { from, where, values } = conditions(filter);
  const [listedOn, id] =
    filter.participantId === null
      ? [`coalesce(item.deadline_on, 'infinity')`, 'item.id']
      : ['part.listed_on', 'part.item_id'];
  // With words the index of words has to lead; adding nothing keeps the index of deadlines out of it.
  const deadline = filter.text === '' ? listedOn : `${listedOn} + 0`;
  const page =
    after === null
      ? ''
      : ` AND (${deadline}, ${id}) > ($${values.length + 1}::date, $${values.length + 2}::uuid)`;
  const more = after === null ? [] : [after.deadlineOn ?? 'infinity', after.id];
  const placeOfCards = values.length + more.length + 1;
  const cardsOf = filter.cardsOf === null ? '' : ` AND card.department_id = $${placeOfCards}::uuid`;
  const { rows } = await db.pool.query<ListedItem>(
    `SELECT ${columns(cardsOf)} FROM ${from} WHERE ${where}${page}
ORDER BY ${deadline}, ${id} LIMIT ${Math.trunc(size)}`,
    [...values, ...more, ...(filter.cardsOf === null ? [] : [filter.cardsOf])],
  );
  return rows;
}

/** How many items the filter finds, counted no further than `most` + 1. */
export async function countItems(
  db: Pick<Database, 'pool'>,
  filter: ItemFilter,
  most: number,
): Promise<number> {
  const { from, where, values } = conditions(filter);
  // Where nothing is asked of the items themselves, the list of the department is counted without looking each of them up.
  const counted = filter.participantId === null || where.includes('item.') ? from : 'item_participant part';
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM ${counted} WHERE ${where} LIMIT ${Math.trunc(most) + 1}) found`,
    [...values],
  );
  return rows[0]?.count ?? 0;
}

const WAITS: Readonly<Record<ItemWaiting, string>> = {
  suspended: `item.status = 'suspended'`,
  complainant: `EXISTS (SELECT FROM item_complaint link JOIN complaint ON complaint.id = link.complaint_id
  WHERE link.item_id = item.id AND complaint.status = 'awaiting_complainant')`,
  extension: 'item.has_pending_extension',
  dispute: 'item.has_open_dispute',
};

type Conditions = { readonly from: string; readonly where: string; readonly values: readonly unknown[] };

function conditions(filter: ItemFilter): Conditions {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (sql: (place: string) => string, value: unknown) => {
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  const isEver = filter.statuses.includes('struck_off');
  const all = ITEM_STATUSES.filter((status) => isEver || status !== 'struck_off');
  if (!all.every((status) => filter.statuses.includes(status)))
    add((place) => `item.status = ANY(${place}::text[])`, filter.statuses);
  // The list of a department is kept in its order: asked of each item instead, all that others ever had is gone through.
  if (filter.participantId !== null) {
    add((place) => `part.department_id = ${place}::uuid`, filter.participantId);
    if (!isEver) parts.push('NOT part.is_struck_off');
  } else if (!isEver) parts.push(`item.status <> 'struck_off'`);
  if (filter.leadDepartmentIds !== null)
    add((place) => `item.lead_department_id = ANY(${place}::uuid[])`, filter.leadDepartmentIds);
  if (filter.source !== null) add((place) => `item.source = ${place}`, filter.source);
  if (filter.importance !== null) add((place) => `item.importance = ${place}`, filter.importance);
  if (filter.overdueOn !== null) {
    add((place) => `item.deadline_on < ${place}::date`, filter.overdueOn);
    add((place) => `item.status = ANY(${place}::text[])`, WITH_DEPARTMENT);
  }
  if (filter.nearOn !== null) add((place) => `item.near_until >= ${place}::date`, filter.nearOn);
  if (filter.cooperatingDepartmentIds !== null)
    add(
      (place) => `EXISTS (SELECT FROM participation WHERE item_id = item.id AND duty = 'cooperating'
  AND department_id = ANY(${place}::uuid[]))`,
      filter.cooperatingDepartmentIds,
    );
  if (filter.categories !== null)
    add(
      (place) => `EXISTS (SELECT FROM item_complaint link JOIN complaint ON complaint.id = link.complaint_id
  WHERE link.item_id = item.id AND complaint.category = ANY(${place}::text[]))`,
      filter.categories,
    );
  if (filter.card !== null) {
    const colours = filter.card === 'any' ? ['yellow', 'red'] : [filter.card];
    const whose = filter.cardsOf === null ? [] : [filter.cardsOf];
    add(
      (place) => `EXISTS (SELECT FROM card WHERE card.item_id = item.id AND ${IN_FORCE}
  AND card.colour = ANY(${place}::text[])${whose.length === 0 ? '' : ` AND card.department_id = $${values.length + 1}::uuid`})`,
      colours,
    );
    values.push(...whose);
  }
  if (filter.inspectorId !== null) add((place) => `item.inspector_id = ${place}::uuid`, filter.inspectorId);
  if (filter.waiting !== null) parts.push(WAITS[filter.waiting]);
  if (filter.nextFrom !== null) add((place) => `item.next_due_on >= ${place}::date`, filter.nextFrom);
  if (filter.nextUntil !== null) add((place) => `item.next_due_on <= ${place}::date`, filter.nextUntil);
  if (filter.ids !== null) add((place) => `item.id = ANY(${place}::uuid[])`, filter.ids);
  if (/^db-/i.test(filter.text))
    add((place) => `item.number LIKE ${place} || '%'`, filter.text.toUpperCase().replace(/[%_\\]/g, ''));
  else if (filter.text !== '')
    add((place) => `item.search @@ plainto_tsquery('simple', ${place})`, searchWords(filter.text));
  const from =
    filter.participantId === null
      ? 'supervision_item item'
      : 'item_participant part JOIN supervision_item item ON item.id = part.item_id';
  return { from, where: parts.join(' AND ') || 'true', values };
}

/** The numbers of items by their ids. */
export async function readItemNumbers(
  { prisma }: Pick<Database, 'prisma'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...ids] } };
  const rows = await prisma.supervisionItem.findMany({ where, select: { id: true, number: true } });
  return new Map(rows.map(({ id, number }) => [id, number]));
}
