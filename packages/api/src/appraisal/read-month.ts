import { readMonthCounts, type MonthCounts } from '@bihuan/db';
import { heldBackCallbacks, instantAt, localDateOf, periodOn } from '@bihuan/domain';
import type { House } from '../house.ts';
import { openDataOf, periodsOf } from '../policy/rules-in-force.ts';

export type Month = Omit<MonthCounts, 'validCallbacks' | 'solvedByCallback'> & {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Null where there are so few that a single complainant could be told from them, as on the scoreboard. */
  readonly callbacks: { readonly valid: number; readonly solved: number } | null;
};

/** The present month in numbers, for everybody. */
export async function readMonth(house: House): Promise<Month> {
  const now = house.now();
  const month = localDateOf(now).slice(0, 7);
  const schedule = await periodsOf(house);
  const periods = [`${month}-01`, localDateOf(now)].map((day) => periodOn(day, schedule).id);
  const [{ validCallbacks: valid, solvedByCallback: solved, ...counts }, { leastCell }] = await Promise.all([
    readMonthCounts(house.db, instantAt(`${month}-01`, '00:00'), [...new Set(periods)]),
    openDataOf(house),
  ]);
  const { isTotalHeldBack } = heldBackCallbacks([valid], leastCell);
  return { month, ...counts, callbacks: isTotalHeldBack ? null : { valid, solved } };
}
