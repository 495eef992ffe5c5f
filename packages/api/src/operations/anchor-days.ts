import { cutLog, firstEventDay, insertAnchor, readLastAnchor, takeAnchor } from '@bihuan/db';
import { addDays, daysToAnchor, instantAt, type LocalDate } from '@bihuan/domain';
import type { House } from '../house.ts';

/**
 * Anchors every day that is over and has no anchor, the oldest first; once, however often and however many run. Returns the
 * days anchored.
 */
export async function anchorEndedDays(house: House): Promise<readonly LocalDate[]> {
  const { db } = house;
  let before = await readLastAnchor(db.pool);
  const first = before === null ? await firstEventDay(db.pool) : null;
  const due = daysToAnchor(before?.day ?? null, first, house.now());
  if (due.length === 0) return [];
  const end = await cutLog(db);
  const anchored: LocalDate[] = [];
  for (const day of due) {
    const until = instantAt(addDays(day, 1), '00:00');
    before = await takeAnchor(db.pool, day, before, { until, end });
    // Where another worker was first, the rest is its own to do.
    if (!(await insertAnchor(db, before, house.now()))) return anchored;
    anchored.push(day);
  }
  return anchored;
}
