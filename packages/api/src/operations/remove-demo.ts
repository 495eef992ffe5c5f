import { recreateDatabase } from '@bihuan/db';
import type { House } from '../house.ts';
import { keepIndexKeys } from './index-keys.ts';
import { readDemoMark } from './demo-mark.ts';

export type DemoRemoval =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'no_demo' }
  /** Complaints were filed after the demonstration was loaded, and would go with it. */
  | { readonly ok: false; readonly reason: 'complaints_since'; readonly complaints: number };

/** Empties a house that holds the demonstration. With `withEverything` also what was filed since goes. */
export async function removeDemo(
  house: House,
  log: (line: string) => void,
  withEverything: boolean,
): Promise<DemoRemoval> {
  const mark = await readDemoMark(house);
  if (mark === null) return { ok: false, reason: 'no_demo' };
  const complaints = mark.state === 'loading' ? 0 : await complaintsAfter(house, BigInt(mark.lastPosition));
  if (complaints > 0 && !withEverything) return { ok: false, reason: 'complaints_since', complaints };
  await recreateDatabase(house.db.url, log, house.now());
  await keepIndexKeys(house);
  return { ok: true };
}

function complaintsAfter(house: House, position: bigint): Promise<number> {
  return house.db.prisma.event.count({ where: { position: { gt: position }, type: 'ComplaintSubmitted' } });
}
