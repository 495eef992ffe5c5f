import { readLastAnchor, readMonthAsOf, type CountedStream } from '@bihuan/db';
import {
  addDays,
  instantAt,
  monthWindow,
  MonthCount,
  type BulletinMonth,
  type BulletinPolicy,
  type CardEvent,
  type ComplaintEvent,
  type CorrectionLine,
  type Instant,
  type ItemEvent,
  type MonthSnapshot,
} from '@bihuan/domain';
import type { House } from '../house.ts';

export type Cut = { readonly at: Instant; readonly position: string };

/**
 * Counts a month from events and callbacks as they stood at a place in the log. With the same cut it comes to the same,
 * whatever was written since.
 */
export async function takeMonthSnapshot(
  house: House,
  month: BulletinMonth,
  policy: BulletinPolicy,
  cut: Cut,
  corrections: readonly CorrectionLine[] = [],
): Promise<MonthSnapshot> {
  const window = monthWindow(month, policy.monthStartsOn);
  const anchor = await readLastAnchor(house.db.pool, window.lastDay);
  const since = instantAt(addDays(window.lastDay, -policy.recurrenceCalendarDays), '00:00');
  return readMonthAsOf(house.db, window, cut.position, async (reader) => {
    const count = new MonthCount(window);
    for await (const stream of reader.streams()) add(count, stream);
    for (const call of await reader.calls()) count.addCall(call);
    const strikeOffs = count.strikeOffs();
    const recurring = await reader.recurrences(since, policy.recurrenceLeast);
    const told = new Set([...strikeOffs, ...recurring].map(({ category }) => category));
    return {
      of: 'month',
      ...{ month, firstDay: window.firstDay, lastDay: window.lastDay },
      ...{ cutAt: cut.at, cutPosition: cut.position, policyVersion: policy.version },
      figures: count.figures(),
      departments: count.departments(await reader.departments(), policy.leastSample),
      ...{ strikeOffs, recurring, corrections },
      categories: (await reader.categories()).filter(({ id }) => told.has(id)),
      ...(anchor === null ? {} : { anchor: { day: anchor.day, digest: anchor.digest } }),
    };
  });
}

function add(count: MonthCount, { stream, events }: CountedStream): void {
  if (stream === 'complaint') count.addComplaint(events as readonly unknown[] as readonly ComplaintEvent[]);
  if (stream === 'supervision_item') count.addItem(events as readonly unknown[] as readonly ItemEvent[]);
  if (stream === 'card') count.addCard(events as readonly unknown[] as readonly CardEvent[]);
}
