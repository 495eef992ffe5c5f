import { whilePeriodStands } from '@bihuan/db';
import type { House } from '../../house.ts';

const running = new WeakMap<House['db'], Promise<unknown>>();

/**
 * Does something while nothing is entered for a period, one after the other in this process: each holds a connection while it waits,
 * and all of them together could leave none to whoever is at it.
 */
export async function whileStanding<Value>(
  { db }: Pick<House, 'db'>,
  period: string,
  act: () => Promise<Value>,
): Promise<Value> {
  const before = running.get(db) ?? Promise.resolve();
  const mine = before.then(() => whilePeriodStands(db, period, act));
  running.set(
    db,
    mine.catch(() => undefined),
  );
  return mine;
}
