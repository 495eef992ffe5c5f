import {
  readMatters,
  readTallyRows as readRows,
  readNames,
  sumTally,
  type DepartmentName,
  type TallyCursor,
  type TallyFilter,
  type TallyRow,
} from '@bihuan/db';
import {
  addDays,
  instantAt,
  isLocalDate,
  localDateOf,
  TALLIES,
  type Actor,
  type Tally,
} from '@bihuan/domain';
import { z } from 'zod';
import { complaintScope } from '../../complaint/complaint-scope.ts';
import { withSubcategories } from '../../complaint/list-categories.ts';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { complaintsOfItems } from '../../people/identity/complaints-of-items.ts';
import { hiderFor } from '../../people/identity/hide-person.ts';
import { done, refusal, type Result } from '../../result.ts';
import { itemScope } from '../../supervision/item-scope.ts';
import { countedFor, mayOpen, trendScope } from './view-scope.ts';

const SIZE = 50;
/** Stands for rows of no department or no category. */
export const NONE = 'none';

const day = z.string('not_a_date').refine(isLocalDate, 'not_a_date');

const schema = z.object({
  tally: choice(TALLIES),
  /** First and last day; not asked of tallies of what is so now. */
  from: day.default('2000-01-01'),
  to: day.default('2999-12-31'),
  departmentId: z.preprocess(orNull, z.union([z.uuid(), z.literal(NONE)], 'unknown_department').nullable()),
  category: z.preprocess(orNull, z.string('unknown_category').max(64, 'unknown_category').nullable()),
  /** The `next` of the page before. */
  after: z.string('malformed').max(100, 'malformed').default(''),
});

export type TallyLine = Pick<TallyRow, 'about' | 'id' | 'number' | 'at' | 'centipoints'> & {
  readonly department: DepartmentName | null;
  /** Null where this person may not read the thing itself. */
  readonly title: string | null;
};

export type TallyRows = {
  readonly tally: Tally;
  readonly from: string;
  readonly to: string;
  readonly department: DepartmentName | null;
  readonly rows: number;
  /** What they come to, where the tally is of points. */
  readonly centipoints: number;
  readonly lines: readonly TallyLine[];
  readonly next: string | null;
};

/** The rows behind a number of the leader page or a trend: exactly those that were counted. */
export async function readTallyRows(house: House, actor: Actor, raw: unknown): Promise<Result<TallyRows>> {
  const parsed = parseInput(schema, raw);
  const scope = trendScope(actor);
  if (scope === null) return refusal('not_found');
  if (!parsed.ok) return parsed;
  const { tally, from, to, departmentId, category, after } = parsed.value;
  if (!mayOpen(scope, tally)) return refusal('not_found');
  const counted = await countedFor(house, actor, scope);
  const filter: TallyFilter = {
    ...counted,
    departmentIds: counted.departmentIds ?? oneOrNone(departmentId),
    categories:
      category === null || category === NONE ? oneOrNone(category) : await withSubcategories(house, category),
    today: localDateOf(house.now()),
    from: instantAt(from, '00:00'),
    until: instantAt(addDays(to, 1), '00:00'),
  };
  const [sum, found] = await Promise.all([
    sumTally(house.db, tally, filter),
    readRows(house.db, tally, filter, cursorOf(after), SIZE + 1),
  ]);
  const page = found.slice(0, SIZE);
  const last = page.at(-1);
  const { departments } = await readNames(house.db, [
    ...page.flatMap((row) => row.departmentId ?? []),
    ...(departmentId === null || departmentId === NONE ? [] : [departmentId]),
  ]);
  return done({
    ...{ tally, from, to, ...sum },
    department: departments.get(departmentId ?? '') ?? null,
    lines: (await titled(house, actor, page)).map(({ departmentId: of, ...row }) => ({
      ...row,
      department: departments.get(of ?? '') ?? null,
    })),
    next: found.length > SIZE && last !== undefined ? `${last.at}_${last.id}` : null,
  });
}

type Titled = Omit<TallyRow, 'category'> & { readonly title: string | null };

async function titled(house: House, actor: Actor, rows: readonly TallyRow[]): Promise<readonly Titled[]> {
  const matters = await readMatters(house.db, [...new Set(rows.map(({ id }) => id))]);
  const cards = rows.filter(({ about }) => about === 'card').map(({ id }) => id);
  const ofCard = new Map(
    (
      await house.db.prisma.cardRow.findMany({
        where: { id: { in: cards } },
        select: { id: true, itemId: true },
      })
    ).map(({ id, itemId }) => [id, itemId]),
  );
  const itemIdOf = ({ about, id }: TallyRow) => (about === 'card' ? (ofCard.get(id) ?? id) : id);
  const items = rows.filter(({ about }) => about !== 'complaint').map((row) => ({ id: itemIdOf(row) }));
  const ofItem = await complaintsOfItems(house, items);
  const complaintIdsOf = (row: TallyRow) =>
    row.about === 'complaint' ? [row.id] : (ofItem.get(itemIdOf(row)) ?? []);
  const hide = await hiderFor(house, actor, rows.flatMap(complaintIdsOf));
  const scope = complaintScope(actor);
  // A department's rows are already those it may see.
  const seesComplaints = scope.isAll || scope.participantId !== null;
  return rows.map(({ category: _, ...row }) => {
    const isSeen = row.about === 'complaint' ? seesComplaints : itemScope(actor).kind !== 'none';
    const title = isSeen ? (matters.get(row.id)?.title ?? null) : null;
    return hide.matter({ ...row, title }, complaintIdsOf({ ...row, category: null }));
  });
}

function orNull(typed: unknown): unknown {
  return typed === '' || typed === undefined ? null : typed;
}

function oneOrNone(id: string | null): readonly string[] | null {
  if (id === null) return null;
  return id === NONE ? [] : [id];
}

/** A cursor that was tampered with begins at the first page. */
function cursorOf(after: string): TallyCursor | null {
  const [at = '', id = ''] = after.split('_');
  const isKey = z.iso.datetime({ precision: 3 }).safeParse(at).success && z.uuid().safeParse(id).success;
  return isKey ? { at, id } : null;
}
