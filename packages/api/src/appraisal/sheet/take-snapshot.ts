import { readPeriodLines, type SheetSnapshot } from '@bihuan/db';
import type { House } from '../../house.ts';
import { composePeriod } from '../compose-period.ts';
import { periodById } from '../periods.ts';
import { countBoard, type Board } from '../read-scoreboard.ts';

/** What the sheet of a period would say now. Throws `RangeError` where there is no such period. */
export async function takeSnapshot(house: House, period: string): Promise<SheetSnapshot> {
  const [sheet, lines] = await Promise.all([composePeriod(house, period), readPeriodLines(house.db, period)]);
  return { sheet, lines };
}

/** What an edition says and shows to everybody. */
export type Edition = { readonly snapshot: SheetSnapshot; readonly board: Board };

/** The sheet of a period as it would be published now, with its scoreboard. Throws `RangeError` where there is no such period. */
export async function takeEdition(house: House, periodId: string): Promise<Edition> {
  const snapshot = await takeSnapshot(house, periodId);
  const period = await periodById(house, periodId);
  if (period === null) throw new RangeError(`no period: ${periodId}`);
  return { snapshot, board: await countBoard(house, period) };
}
