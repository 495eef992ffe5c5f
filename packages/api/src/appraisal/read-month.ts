import { readMonthCounts, type MonthCounts } from '@bihuan/db';
import { instantAt, localDateOf, periodOf } from '@bihuan/domain';
import type { House } from '../house.ts';

export type Month = MonthCounts & {
  /** `YYYY-MM`. */
  readonly month: string;
};

/** The present month in numbers, for everybody. */
export async function readMonth(house: House): Promise<Month> {
  const now = house.now();
  const month = localDateOf(now).slice(0, 7);
  const counts = await readMonthCounts(house.db, instantAt(`${month}-01`, '00:00'), periodOf(now));
  return { month, ...counts };
}
