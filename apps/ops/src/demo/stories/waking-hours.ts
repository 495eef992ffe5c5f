import { shanghaiTimeOf, type Instant } from '@bihuan/api/domain';
import type { Scene } from '../scene.ts';

const HOUR = 3_600_000;

/** A moment from `least` to `most` hours on, put off to the morning where people sleep. */
export function whenAwake({ at, chance }: Scene, least: number, most: number): Instant {
  const minutes = chance.whole(least * 60, most * 60);
  const moment = Date.parse(at) + minutes * 60_000;
  const { hour } = shanghaiTimeOf(new Date(moment).toISOString());
  const put = hour >= 22 ? 10 : hour < 7 ? 8 : 0;
  return new Date(moment + put * HOUR).toISOString();
}
