import { countTallies, type TallyCounts, type TallyFilter } from '@bihuan/db';
import {
  daysOfMonth,
  addDays,
  instantAt,
  localDateOf,
  monthsUpTo,
  sameStretchBefore,
  threeRates,
  type CallbackCounts,
  type DayRange,
  type Tally,
} from '@bihuan/domain';
import type { House } from '../../house.ts';

/** The figures a leader sees first. */
export const KEY_FIGURES = [
  'incoming',
  'closed',
  'late',
  'on_time',
  'resolution',
  'satisfaction',
  'composite',
] as const;
export type KeyFigureKey = (typeof KEY_FIGURES)[number];

type Counts = Partial<Record<Tally, number>>;

export type KeyFigure = {
  readonly key: KeyFigureKey;
  readonly isRate: boolean;
  /** A count, or a fraction of one; null where there is no sample. */
  readonly value: number | null;
  /** The same of as many days of the quarter before. */
  readonly before: number | null;
  /** What a rate rests on: tallies with their counts. Of a count the one tally it is. */
  readonly of: readonly { readonly tally: Tally; readonly rows: number }[];
  /** The latest months, the oldest first. */
  readonly months: readonly { readonly month: string; readonly value: number | null }[];
};

const PARTS: Readonly<Record<KeyFigureKey, readonly Tally[]>> = {
  incoming: ['incoming'],
  closed: ['closed'],
  late: ['late'],
  on_time: ['struck_on_time', 'struck_late'],
  resolution: ['calls_solved', 'calls_valid'],
  satisfaction: ['calls_satisfied', 'calls_basically', 'calls_valid'],
  composite: ['calls_valid'],
};
const ALL: readonly Tally[] = [...new Set(Object.values(PARTS).flat()), 'calls_contacted'];
const MONTHS = 6;

/**
 * The key figures of the present period beside as many days of the one before, and month by month. `leastSample`: fewer valid
 * callbacks are no sample.
 */
export async function keyFigures(
  house: House,
  filter: Pick<TallyFilter, 'departmentIds' | 'scope'>,
  { period, before: earlier }: { readonly period: DayRange; readonly before: DayRange },
  leastSample: number,
): Promise<readonly KeyFigure[]> {
  const today = localDateOf(house.now());
  const months = monthsUpTo(today, MONTHS);
  const count = (range: DayRange) =>
    countTallies(house.db, ALL, { ...filter, ...windowOf(range), today, categories: null }, 'month');
  const monthsRange = { firstDay: daysOfMonth(months[0] ?? today.slice(0, 7)).firstDay, lastDay: today };
  const [ofQuarter, ofBefore, byMonth] = await Promise.all([
    count(period),
    count(sameStretchBefore(period, earlier, today)),
    count(monthsRange),
  ]);
  const [present, before] = [sumOf(ofQuarter), sumOf(ofBefore)];
  return KEY_FIGURES.map((key) => ({
    ...{ key, isRate: PARTS[key].length > 1 || key === 'composite' },
    value: valueOf(key, present, leastSample),
    before: valueOf(key, before, leastSample),
    of: PARTS[key].map((tally) => ({ tally, rows: present[tally] ?? 0 })),
    months: months.map((month) => ({ month, value: valueOf(key, byMonth.get(month) ?? {}, leastSample) })),
  }));
}

export function windowOf({ firstDay, lastDay }: DayRange): Pick<TallyFilter, 'from' | 'until'> {
  return { from: instantAt(firstDay, '00:00'), until: instantAt(addDays(lastDay, 1), '00:00') };
}

export function callbackCountsIn(counts: Counts): CallbackCounts {
  return {
    valid: counts.calls_valid ?? 0,
    contacted: counts.calls_contacted ?? 0,
    solved: counts.calls_solved ?? 0,
    satisfied: counts.calls_satisfied ?? 0,
    basicallySatisfied: counts.calls_basically ?? 0,
  };
}

export function sumOf(counts: TallyCounts): Counts {
  const sum: Counts = {};
  for (const one of counts.values())
    for (const [tally, rows] of Object.entries(one) as [Tally, number][])
      sum[tally] = (sum[tally] ?? 0) + rows;
  return sum;
}

function valueOf(key: KeyFigureKey, counts: Counts, leastSample: number): number | null {
  if (key === 'incoming' || key === 'closed' || key === 'late') return counts[key] ?? 0;
  if (key === 'on_time') {
    const onTime = counts.struck_on_time ?? 0;
    const all = onTime + (counts.struck_late ?? 0);
    return all === 0 ? null : onTime / all;
  }
  const calls = callbackCountsIn(counts);
  return calls.valid < leastSample ? null : (threeRates(calls)?.[key] ?? null);
}
