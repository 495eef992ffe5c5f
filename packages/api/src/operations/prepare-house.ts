import { prepareDatabase, recreateDatabase } from '@bihuan/db';
import type { House } from '../house.ts';
import { keepIndexKeys } from './index-keys.ts';
import { markDemoLoaded, markDemoLoading, readDemoMark } from './demo-mark.ts';

/** Plays the demonstration into an empty house, telling how far it is. */
export type LoadDemo = (
  house: House,
  progress: (done: number, total: number, what: string) => void,
) => Promise<void>;

export type Prepared = 'as_it_was' | 'demo_loaded';

/**
 * Brings the database to what this version needs: tables, queues, reference data; safe to repeat. With `loadDemo` an empty
 * house gets the demonstration; one in which that was cut off is emptied and gets it whole.
 */
export async function prepareHouse(
  house: House,
  log: (line: string) => void,
  loadDemo: LoadDemo | null,
): Promise<Prepared> {
  await prepareDatabase(house.db.url, log, house.now());
  await keepIndexKeys(house);
  const mark = await readDemoMark(house);
  if (loadDemo === null || mark?.state === 'loaded') return 'as_it_was';
  if (mark?.state === 'loading') {
    log('the demonstration was cut off last time; it is loaded anew');
    await recreateDatabase(house.db.url, log, house.now());
    await keepIndexKeys(house);
  } else if (!(await isEmpty(house))) return 'as_it_was';
  await markDemoLoading(house);
  let shown = -1;
  await loadDemo(house, (done, total, what) => {
    const percent = Math.floor((done / Math.max(1, total)) * 100);
    if (percent > shown) log(`demonstration ${percent} % ${what}`);
    shown = percent;
  });
  await markDemoLoaded(house);
  return 'demo_loaded';
}

/** Whether nobody has set anything up here yet. */
async function isEmpty({ db: { prisma } }: House): Promise<boolean> {
  const counts = await Promise.all([
    prisma.staff.count(),
    prisma.department.count(),
    prisma.complaint.count(),
  ]);
  return counts.every((count) => count === 0);
}
