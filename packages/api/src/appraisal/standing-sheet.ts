import { readFrozenEdition } from '@bihuan/db';
import type { PeriodSheet } from '@bihuan/domain';
import type { House } from '../house.ts';
import { composePeriod } from './compose-period.ts';

export type StandingSheet = {
  readonly sheet: PeriodSheet;
  /** The edition that was frozen or restated; null while the period is not frozen. */
  readonly edition: number | null;
};

/** The sheet of a period that holds: of a frozen one its latest edition, whatever came since; of others what the ledger gives now. */
export async function standingSheet(house: House, periodId: string): Promise<StandingSheet> {
  const frozen = await readFrozenEdition(house.db, periodId);
  if (frozen !== null) return { sheet: frozen.sheet, edition: frozen.edition };
  return { sheet: await composePeriod(house, periodId), edition: null };
}
