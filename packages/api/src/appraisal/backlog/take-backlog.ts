import { firstCaseAt, lastBacklogDay, saveBacklog } from '@bihuan/db';
import { addDays, BacklogTally, localDateOf, type LocalDate } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { eachOpenCase } from './open-cases.ts';

/** Counts each day that is over and not counted yet, from the first case on. Counting a day again comes to the same. Returns the days counted. */
export async function takeBacklog(house: House): Promise<number> {
  const last = addDays(localDateOf(house.now()), -1);
  const [counted, firstAt] = [await lastBacklogDay(house.db), await firstCaseAt(house.db)];
  if (firstAt === null) return 0;
  const first = counted === null ? localDateOf(firstAt) : addDays(counted, 1);
  if (first > last) return 0;
  return countBacklog(house, { first, last });
}

/** Counts days anew from the events, whether they were counted before or not. */
export async function countBacklog(
  house: House,
  days: { readonly first: LocalDate; readonly last: LocalDate },
): Promise<number> {
  const tally = new BacklogTally(days.first, days.last);
  await eachOpenCase(house, days, (spans) => tally.add(spans));
  const counts = tally.counts();
  await saveBacklog(house.db, days, counts);
  return new Set(counts.map(({ day }) => day)).size;
}
