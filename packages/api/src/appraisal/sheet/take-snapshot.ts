import { readPeriodLines, type SheetSnapshot } from '@bihuan/db';
import type { House } from '../../house.ts';
import { composePeriod } from '../compose-period.ts';

/** What the sheet of a period would say now. Throws `RangeError` where there is no such period. */
export async function takeSnapshot(house: House, period: string): Promise<SheetSnapshot> {
  const [sheet, lines] = await Promise.all([composePeriod(house, period), readPeriodLines(house.db, period)]);
  return { sheet, lines };
}
