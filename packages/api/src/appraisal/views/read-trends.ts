import {
  countTallies,
  readFrozenCallbacks,
  readNames,
  type FrozenCallbacks,
  type TallyFilter,
} from '@bihuan/db';
import {
  addedCallbacks,
  CALLBACK_TALLIES,
  daysOfMonth,
  instantAt,
  localDateOf,
  monthsUpTo,
  NO_CALLBACKS,
  threeRates,
  type Actor,
  type CallbackCounts,
  type DayRange,
  type Tally,
  type ThreeRates,
} from '@bihuan/domain';
import { z } from 'zod';
import { listCategories, withSubcategories, type CategoryChoice } from '../../complaint/list-categories.ts';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { signalsOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { periodsSoFar } from '../periods.ts';
import { callbackCountsIn, windowOf } from './key-figures.ts';
import { NONE } from './read-tally-rows.ts';
import { countedFor, trendScope } from './view-scope.ts';

const MONTHS = 12;

/** What a trend counts; rates follow from its callbacks. */
export const TREND_TALLIES = [
  ...(['incoming', 'closed', 'late', 'struck_on_time', 'struck_late'] as const),
  ...CALLBACK_TALLIES,
] as const satisfies readonly Tally[];
export type TrendTally = (typeof TREND_TALLIES)[number];

/** Counts of one stretch, department or category. Null where the sample is too small for this person. */
export type TrendCounts = {
  readonly counts: Readonly<Record<TrendTally, number | null>>;
  /** Null where there is no sample. */
  readonly rates: ThreeRates | null;
};

export type TrendStretch = DayRange &
  TrendCounts & {
    readonly key: string;
    /** The edition its callbacks and rates are read from, where it is frozen; null where they are counted now. */
    readonly edition: number | null;
  };
export type TrendPart = TrendCounts & {
  /** `none` for what has no department or category. */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
};

export type Trends = {
  readonly unit: 'month' | 'quarter';
  readonly isOwn: boolean;
  /** The oldest first. */
  readonly stretches: readonly TrendStretch[];
  /** The stretch that is taken apart. */
  readonly at: TrendStretch;
  readonly by: 'department' | 'category';
  readonly parts: readonly TrendPart[];
  /** The edition that the callbacks and rates of the parts are read from; null where they are counted now. */
  readonly partsEdition: number | null;
  /** Categories that can be chosen. */
  readonly categories: readonly CategoryChoice[];
};

const none = (typed: unknown) => (typed === '' || typed === undefined ? null : typed);
const schema = z.object({
  unit: choice(['month', 'quarter']).default('month'),
  by: choice(['department', 'category']).default('department'),
  departmentId: z.preprocess(none, z.uuid('unknown_department').nullable()),
  /** A category with those under it. */
  category: z.preprocess(none, z.string('unknown_category').max(64, 'unknown_category').nullable()),
  /** Which stretch is taken apart: `2026-10` or `2026-Q4`; the latest where none is named. */
  at: z.preprocess(none, z.string('malformed').max(10, 'malformed').nullable()),
});

/** Incoming, closed, late and the rates by month or quarter, and one of them by department or category. A department reads its own. */
export async function readTrends(house: House, actor: Actor, raw: unknown): Promise<Result<Trends>> {
  const scope = trendScope(actor);
  if (scope === null) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { unit, by, departmentId, category, at } = parsed.value;
  const ranges = await rangesOf(house, unit);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) throw new Error('no stretch of time at all');
  const counted = await countedFor(house, actor, scope);
  const filter: TallyFilter = {
    ...counted,
    departmentIds: counted.departmentIds ?? (departmentId === null ? null : [departmentId]),
    categories: category === null ? null : await withSubcategories(house, category),
    today: localDateOf(house.now()),
    ...windowOf({ firstDay: first.firstDay, lastDay: last.lastDay }),
  };
  const isOwn = scope.kind === 'department';
  const leastSample = isOwn ? (await signalsOf(house)).narrative.leastSample : 1;
  const begins = ranges.map(({ firstDay }) => instantAt(firstDay, '00:00'));
  const byStretch = await countTallies(house.db, TREND_TALLIES, filter, { begins });
  // An edition knows departments alone: under a category everything is counted now.
  const frozen =
    unit === 'quarter' && category === null
      ? await readFrozenCallbacks(
          house.db,
          ranges.map(({ key }) => key),
        )
      : new Map<string, FrozenCallbacks>();
  const stretches = ranges.map((range, place) => {
    const edition = frozen.get(range.key);
    const counted = byStretch.get(String(place)) ?? {};
    const counts = edition ? { ...counted, ...talliesOf(sumOfAll(edition, filter.departmentIds)) } : counted;
    return { ...range, edition: edition?.edition ?? null, ...trendCounts(counts, leastSample) };
  });
  const taken = stretches.find(({ key }) => key === at) ?? stretches.at(-1);
  if (taken === undefined) throw new Error('no stretch to take apart');
  const categories = await listCategories(house);
  const apart = await countTallies(house.db, TREND_TALLIES, { ...filter, ...windowOf(taken) }, by);
  const ofEdition = by === 'department' ? frozen.get(taken.key) : undefined;
  const keys =
    by === 'category' ? underTops(apart, categories) : asFrozen(apart, ofEdition, filter.departmentIds);
  const names = await namesOf(house, by, [...keys.keys()], categories);
  const parts = [...keys].map(([key, counts]) => {
    const { name, nameEn } = names.get(key) ?? { name: '', nameEn: '' };
    return { ...{ id: key === '' ? NONE : key, name, nameEn }, ...trendCounts(counts, leastSample) };
  });
  return done({
    ...{ unit, by, isOwn, stretches, at: taken, categories, partsEdition: ofEdition?.edition ?? null },
    parts: parts.toSorted(
      (a, b) => (b.counts.incoming ?? 0) - (a.counts.incoming ?? 0) || (a.name < b.name ? -1 : 1),
    ),
  });
}

type Range = DayRange & { readonly key: string };

async function rangesOf(house: House, unit: Trends['unit']): Promise<readonly Range[]> {
  if (unit === 'month')
    return monthsUpTo(localDateOf(house.now()), MONTHS).map((key) => ({ key, ...daysOfMonth(key) }));
  const periods = await periodsSoFar(house);
  return periods.map(({ id, firstDay, lastDay }) => ({ key: id, firstDay, lastDay })).toReversed();
}

type Counts = Partial<Record<Tally, number>>;

/** Callbacks as tallies count them. */
function talliesOf(of: CallbackCounts): Counts {
  return {
    calls_valid: of.valid,
    calls_contacted: of.contacted,
    calls_solved: of.solved,
    calls_satisfied: of.satisfied,
    calls_basically: of.basicallySatisfied,
  };
}

function sumOfAll({ of }: FrozenCallbacks, departmentIds: readonly string[] | null): CallbackCounts {
  return [...of]
    .filter(([id]) => departmentIds === null || departmentIds.includes(id))
    .reduce((sum, [, counts]) => addedCallbacks(sum, counts), NO_CALLBACKS);
}

/** Counts by department with the callbacks of an edition in the place of those counted now. */
function asFrozen(
  counts: ReadonlyMap<string, Counts>,
  edition: FrozenCallbacks | undefined,
  departmentIds: readonly string[] | null,
): ReadonlyMap<string, Counts> {
  if (edition === undefined) return counts;
  const ids = [...edition.of]
    .filter(([id, { valid }]) => valid > 0 && (departmentIds === null || departmentIds.includes(id)))
    .map(([id]) => id);
  return new Map(
    [...new Set([...counts.keys(), ...ids])].map((id) => [
      id,
      { ...counts.get(id), ...talliesOf(edition.of.get(id) ?? NO_CALLBACKS) },
    ]),
  );
}

/** Counts of callbacks below the least sample are not told, nor are their rates. */
function trendCounts(counts: Counts, leastSample: number): TrendCounts {
  const calls = callbackCountsIn(counts);
  const isTold = calls.valid === 0 || calls.valid >= leastSample;
  const told = TREND_TALLIES.map((tally) => {
    const isHidden = !isTold && (CALLBACK_TALLIES as readonly Tally[]).includes(tally);
    return [tally, isHidden ? null : (counts[tally] ?? 0)] as const;
  });
  return {
    counts: Object.fromEntries(told) as TrendCounts['counts'],
    rates: isTold ? threeRates(calls) : null,
  };
}

/** Categories summed under the one at the top, as the filter takes them. */
function underTops(
  counts: ReadonlyMap<string, Counts>,
  categories: readonly CategoryChoice[],
): ReadonlyMap<string, Counts> {
  const tops = new Map<string, Counts>();
  for (const [code, of] of counts) {
    const top = categories.find((one) => one.code === code)?.parent ?? code;
    const sum = tops.get(top) ?? {};
    for (const [tally, rows] of Object.entries(of) as [Tally, number][])
      sum[tally] = (sum[tally] ?? 0) + rows;
    tops.set(top, sum);
  }
  return tops;
}

async function namesOf(
  house: House,
  by: Trends['by'],
  keys: readonly string[],
  categories: readonly CategoryChoice[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly nameEn: string }>> {
  if (by === 'category') return new Map(categories.map((one) => [one.code, one]));
  return (
    await readNames(
      house.db,
      keys.filter((key) => key !== ''),
    )
  ).departments;
}
