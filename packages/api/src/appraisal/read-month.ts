import { readMonthCounts, type MonthCounts } from '@bihuan/db';
import { instantAt, localDateOf, periodOn } from '@bihuan/domain';
import type { House } from '../house.ts';
import { periodsOf } from '../policy/rules-in-force.ts';

export type Month = MonthCounts & {
  /** `YYYY-MM`. */
  readonly month: string;
};

/** The present month in numbers, for everybody. */
export async function readMonth(house: House): Promise<Month> {
  const now = house.now();
  const month = localDateOf(now).slice(0, 7);
  const schedule = await periodsOf(house);
  const periods = [`${month}-01`, localDateOf(now)].map((day) => periodOn(day, schedule).id);
  const counts = await readMonthCounts(house.db, instantAt(`${month}-01`, '00:00'), [...new Set(periods)]);
  return { month, ...counts };
}
