import { readSetting, saveSetting } from '@bihuan/db';
import { z } from 'zod';
import type { House } from '../house.ts';

/**
 * What is known of the demonstration data: 'loading' while it is being written (and after that was cut off), 'loaded' with
 * the last event it brought.
 */
export type DemoMark =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly lastPosition: string };

const KEY = 'demo';
const schema = z.union([
  z.object({ state: z.literal('loading') }),
  z.object({ state: z.literal('loaded'), lastPosition: z.string().regex(/^\d+$/) }),
]);

/** Null where no demonstration was ever loaded. */
export async function readDemoMark(house: Pick<House, 'db'>): Promise<DemoMark | null> {
  const value = await readSetting(house.db, KEY);
  return value === null ? null : schema.parse(value);
}

/** Says that the demonstration is about to be written. */
export async function markDemoLoading(house: Pick<House, 'db'>): Promise<void> {
  await saveSetting(house.db, KEY, { state: 'loading' });
}

/** Says that everything up to now is demonstration. */
export async function markDemoLoaded(house: Pick<House, 'db'>): Promise<void> {
  const { _max } = await house.db.prisma.event.aggregate({ _max: { position: true } });
  await saveSetting(house.db, KEY, { state: 'loaded', lastPosition: String(_max.position ?? 0) });
}
