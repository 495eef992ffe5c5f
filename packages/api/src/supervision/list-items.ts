import {
  countItems,
  ITEM_WAITINGS,
  readItemList,
  readNames,
  WITH_DEPARTMENT,
  type DepartmentName,
  type ItemFilter,
  type ListedItem,
} from '@bihuan/db';
import {
  IMPORTANCES,
  isLocalDate,
  ITEM_STATUSES,
  localDateOf,
  SOURCES,
  workingDaysLeft,
  type Actor,
  type BallSide,
  type ItemStatus,
  type LocalDate,
} from '@bihuan/domain';
import { z } from 'zod';
import { namesOfCategories, withSubcategories, type CategoryChoice } from '../complaint/list-categories.ts';
import type { House } from '../house.ts';
import { choice, parseInput, typedNumber, typedText } from '../parse-input.ts';
import { withForerunners } from '../people/department-lineage.ts';
import { complaintsOfItems } from '../people/identity/complaints-of-items.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { sumsOfDaysUsed } from './days-used.ts';
import { itemScope } from './item-scope.ts';

export const COUNT_CAP = 1000;

const empty = (typed: unknown) => (typed === '' ? undefined : typed);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(empty, schema.optional()).transform((value) => value ?? null);

/** What the list can be filtered by. */
export const itemFilterSchema = z.object({
  /** `open`: all that has not left the list; `disposed`: by one of the four dispositions; `any`; or one state. */
  status: z.preprocess(empty, choice(['open', 'any', 'disposed', ...ITEM_STATUSES]).default('open')),
  leadDepartmentId: optional(z.uuid('unknown_department')),
  cooperatingDepartmentId: optional(z.uuid('unknown_department')),
  /** A category, or one with others under it. */
  category: optional(typedText(0, 64)),
  card: optional(choice(['any', 'yellow', 'red'])),
  inspectorId: optional(z.uuid('unknown_staff')),
  waiting: optional(choice(ITEM_WAITINGS)),
  nextFrom: optional(z.string('not_a_date').refine(isLocalDate, 'not_a_date')),
  nextUntil: optional(z.string('not_a_date').refine(isLocalDate, 'not_a_date')),
  /** Only these, however many others there are. */
  ids: z.array(z.uuid('malformed')).max(200, 'out_of_range').nullable().default(null),
  source: optional(choice(SOURCES)),
  importance: optional(choice(IMPORTANCES)),
  overdue: z.preprocess(empty, z.union([z.boolean(), z.stringbool()], 'not_a_choice').default(false)),
  near: z.preprocess(empty, z.union([z.boolean(), z.stringbool()], 'not_a_choice').default(false)),
  text: typedText(0, 100).default(''),
  /** The `next` of the page before. */
  after: z.string('malformed').max(60, 'malformed').default(''),
  size: typedNumber(1, 200).default(50),
});

export type ItemLine = Omit<
  ListedItem,
  'leadDepartmentId' | 'cooperatingDepartmentIds' | 'inspectorId' | 'categories' | 'nearUntil'
> & {
  /** The last of its dates that are near; null where none is. */
  readonly nearOn: LocalDate | null;
  readonly lead: DepartmentName | null;
  /** Who verifies; null also for those who may not know. */
  readonly inspector: string | null;
  readonly categories: readonly CategoryChoice[];
  readonly cooperating: readonly DepartmentName[];
  /** Working days to the deadline, negative where late; null where none runs. */
  readonly daysLeft: number | null;
  /** Of one that is late: the working days each side used. */
  readonly daysUsed: Readonly<Record<BallSide, number>> | null;
};

export type ItemList = {
  readonly lines: readonly ItemLine[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  /** At most `COUNT_CAP`; `isCapped` where there are more. */
  readonly count: number;
  readonly isCapped: boolean;
};

/** The supervision list (督办清单), by deadline. A department sees only items in which it takes part. */
export async function listItems(house: House, actor: Actor, raw: unknown): Promise<Result<ItemList>> {
  const scope = itemScope(actor);
  if (scope.kind === 'none') return refusal('not_found');
  const parsed = parseInput(itemFilterSchema, raw);
  if (!parsed.ok) return parsed;
  const { status, overdue, near, after, size, leadDepartmentId, cooperatingDepartmentId, category, ...rest } =
    parsed.value;
  // Who verifies is not told to those who are verified, nor can it be found out by filtering.
  if (scope.kind === 'department' && rest.inspectorId !== null)
    return badInput({ inspectorId: 'not_a_choice' });
  const now = house.now();
  const filter: ItemFilter = {
    ...rest,
    leadDepartmentIds: leadDepartmentId === null ? null : await withForerunners(house, leadDepartmentId),
    cooperatingDepartmentIds:
      cooperatingDepartmentId === null ? null : await withForerunners(house, cooperatingDepartmentId),
    categories: category === null ? null : await withSubcategories(house, category),
    cardsOf: scope.kind === 'department' ? scope.departmentId : null,
    statuses: statusesOf(status),
    participantId: scope.kind === 'department' ? scope.departmentId : null,
    nearOn: near ? localDateOf(now) : null,
    overdueOn: overdue ? localDateOf(now) : null,
  };
  const [rows, count] = await Promise.all([
    readItemList(house.db, filter, cursorOf(after), size + 1),
    countItems(house.db, filter, COUNT_CAP),
  ]);
  const page = rows.slice(0, size);
  const ofItem = await complaintsOfItems(house, page);
  const hide = await hiderFor(house, actor, [...ofItem.values()].flat());
  const shown = await lines(house, page, now, scope.kind === 'all');
  return done({
    lines: shown.map((line) => hide.matter(line, ofItem.get(line.id) ?? [])),
    next: rows.length > size ? nextOf(page.at(-1)) : null,
    count: Math.min(count, COUNT_CAP),
    isCapped: count > COUNT_CAP,
  });
}

async function lines(
  house: House,
  rows: readonly ListedItem[],
  now: string,
  seesInspector: boolean,
): Promise<readonly ItemLine[]> {
  const calendar = await calendarOf(house);
  const ids = rows.flatMap((row) => [row.leadDepartmentId ?? [], row.cooperatingDepartmentIds].flat());
  const inspectors = seesInspector ? rows.flatMap(({ inspectorId }) => inspectorId ?? []) : [];
  const { departments, people } = await readNames(house.db, ids, inspectors);
  const known = await namesOfCategories(
    house,
    rows.flatMap(({ categories }) => categories),
  );
  const categoryOf = new Map(known.map((one) => [one.code, one]));
  const shown = rows.map((listed) => {
    const { leadDepartmentId, cooperatingDepartmentIds, inspectorId, categories, nearUntil, ...row } = listed;
    const due = row.deadlineOn && {
      date: row.deadlineOn,
      half: 'pm' as const,
      provisional: row.isDeadlineProvisional,
    };
    return {
      ...row,
      nearOn: nearUntil !== null && nearUntil >= localDateOf(now) ? nearUntil : null,
      lead: departments.get(leadDepartmentId ?? '') ?? null,
      inspector: people.get(inspectorId ?? '')?.name ?? null,
      categories: categories.flatMap((code) => categoryOf.get(code) ?? []),
      cooperating: cooperatingDepartmentIds.flatMap((id) => departments.get(id) ?? []),
      daysLeft: due && WITH_DEPARTMENT.includes(row.status) ? workingDaysLeft(due, now, calendar) : null,
    };
  });
  const late = shown.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0);
  const used = await sumsOfDaysUsed(
    house,
    late.map(({ id }) => id),
  );
  return shown.map((line) => ({ ...line, daysUsed: used.get(line.id) ?? null }));
}

const DISPOSED: readonly ItemStatus[] = ['struck_off', 'watched', 'long_running', 'referred_up'];

function statusesOf(status: 'open' | 'any' | 'disposed' | ItemStatus): readonly ItemStatus[] {
  if (status === 'disposed') return DISPOSED;
  if (status === 'any') return ITEM_STATUSES;
  return status === 'open' ? ITEM_STATUSES.filter((one) => one !== 'struck_off') : [status];
}

function nextOf(last: ListedItem | undefined): string | null {
  return last === undefined ? null : `${last.deadlineOn ?? ''}_${last.id}`;
}

/** A cursor that was tampered with begins at the first page. */
function cursorOf(after: string): { deadlineOn: string | null; id: string } | null {
  const [deadlineOn = '', id = ''] = after.split('_');
  if (!z.uuid().safeParse(id).success || (deadlineOn !== '' && !isLocalDate(deadlineOn))) return null;
  return { deadlineOn: deadlineOn === '' ? null : deadlineOn, id };
}
