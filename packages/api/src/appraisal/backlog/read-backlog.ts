import {
  lastBacklogDay,
  readBacklog as readCounts,
  readMatters,
  readNames,
  type DepartmentName,
} from '@bihuan/db';
import {
  addDays,
  AGE_CLASSES,
  isLocalDate,
  standingOn,
  type Actor,
  type AgeClass,
  type BacklogCount,
  type RowRef,
} from '@bihuan/domain';
import { z } from 'zod';
import { complaintScope } from '../../complaint/complaint-scope.ts';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { withForerunners } from '../../people/department-lineage.ts';
import { complaintsOfItems } from '../../people/identity/complaints-of-items.ts';
import { hiderFor } from '../../people/identity/hide-person.ts';
import { done, refusal, type Result } from '../../result.ts';
import { trendScope, type ViewScope } from '../views/view-scope.ts';
import { eachOpenCase } from './open-cases.ts';

/** So many days are drawn. */
const DAYS = 90;

export type Backlog = {
  /** Of one department alone, that of the person. */
  readonly isOwn: boolean;
  readonly about: BacklogCount['about'];
  /** The last day counted; null before the first. */
  readonly day: string | null;
  /** Of all days drawn, by age, the oldest day first. */
  readonly days: readonly { readonly day: string; readonly counts: Readonly<Record<AgeClass, number>> }[];
  /** Of the last day, by holder. */
  readonly holders: readonly {
    readonly holder: string;
    readonly department: DepartmentName | null;
    readonly counts: Readonly<Record<AgeClass, number>>;
  }[];
};

const aboutSchema = choice(['complaint', 'item']).default('item');
const schema = z.object({ about: aboutSchema });

/** What lay open when each day was over, by age and by who had it. A department sees what lay with it alone. */
export async function readBacklog(house: House, actor: Actor, raw: unknown): Promise<Result<Backlog>> {
  const scope = trendScope(actor);
  if (scope === null) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { about } = parsed.value;
  const isOwn = scope.kind === 'department';
  const day = await lastBacklogDay(house.db);
  if (day === null) return done({ isOwn, about, day, days: [], holders: [] });
  const holders = await holdersSeen(house, scope);
  const counts = await readCounts(house.db, { first: addDays(day, 1 - DAYS), last: day }, about, holders);
  const { departments } = await readNames(house.db, counts.map(({ holder }) => holder).filter(isId));
  const today = counts.filter((one) => one.day === day);
  return done({
    ...{ isOwn, about, day },
    days: [...Map.groupBy(counts, (one) => one.day)].map(([of, all]) => ({ day: of, counts: byAge(all) })),
    holders: [...Map.groupBy(today, ({ holder }) => holder)].map(([holder, all]) => ({
      ...{ holder, counts: byAge(all) },
      department: departments.get(holder) ?? null,
    })),
  });
}

export type BacklogRow = RowRef & { readonly title: string | null; readonly since: string };
export type BacklogRows = {
  readonly day: string;
  readonly department: DepartmentName | null;
  readonly rows: readonly BacklogRow[];
};

const rowsSchema = z.object({
  about: aboutSchema,
  day: z.string('not_a_date').refine(isLocalDate, 'not_a_date'),
  /** Empty for all of them. */
  holder: z.string('malformed').max(40, 'malformed').default(''),
  ageClass: z.preprocess((typed) => (typed === '' ? undefined : typed), choice(AGE_CLASSES).optional()),
});

/** The cases behind a number of the backlog, found again in the events. */
export async function readBacklogRows(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<BacklogRows>> {
  const scope = trendScope(actor);
  if (scope === null) return refusal('not_found');
  const parsed = parseInput(rowsSchema, raw);
  if (!parsed.ok) return parsed;
  const { about, day, holder, ageClass } = parsed.value;
  const holders = await holdersSeen(house, scope);
  const found: (RowRef & { readonly since: string })[] = [];
  await eachOpenCase(house, { first: day, last: day }, (spans) => {
    for (const span of spans) {
      const standing = standingOn(span, day);
      if (standing?.about !== about || (holder !== '' && standing.holder !== holder)) continue;
      if (holders !== null && !holders.includes(standing.holder)) continue;
      if (ageClass === undefined || standing.ageClass === ageClass)
        found.push({ ...span.row, since: span.since });
    }
  });
  const { departments } = await readNames(house.db, isId(holder) ? [holder] : []);
  const rows = await titled(house, actor, about, found);
  return done({
    day,
    department: departments.get(holder) ?? null,
    rows: rows.toSorted((a, b) => (a.since < b.since ? -1 : 1)),
  });
}

async function titled(
  house: House,
  actor: Actor,
  about: BacklogCount['about'],
  rows: readonly (RowRef & { readonly since: string })[],
): Promise<readonly BacklogRow[]> {
  const ids = rows.map(({ id }) => id);
  const matters = await readMatters(house.db, ids);
  const ofItem =
    about === 'item' ? await complaintsOfItems(house, rows) : new Map<string, readonly string[]>();
  const complaintIdsOf = (id: string) => (about === 'complaint' ? [id] : (ofItem.get(id) ?? []));
  const hide = await hiderFor(house, actor, ids.flatMap(complaintIdsOf));
  const isTold = about === 'item' || complaintScope(actor).isAll;
  return rows.map((row) =>
    hide.matter(
      { ...row, title: isTold ? (matters.get(row.id)?.title ?? null) : null },
      complaintIdsOf(row.id),
    ),
  );
}

async function holdersSeen(house: House, scope: ViewScope): Promise<readonly string[] | null> {
  return scope.kind === 'all' ? null : withForerunners(house, scope.departmentId);
}

function byAge(counts: readonly BacklogCount[]): Readonly<Record<AgeClass, number>> {
  const sums = { up_to_3: 0, up_to_7: 0, up_to_15: 0, up_to_30: 0, over_30: 0 };
  for (const { ageClass, count } of counts) sums[ageClass] += count;
  return sums;
}

function isId(holder: string): boolean {
  return z.uuid().safeParse(holder).success;
}
