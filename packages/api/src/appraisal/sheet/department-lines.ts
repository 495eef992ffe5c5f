import { readLedgerLines, type LedgerLine } from '@bihuan/db';
import type { House } from '../../house.ts';

const MOST_LINES = 1000;

/** The lines of a department in a period, of the accounts that are kept as lines. */
export async function departmentLines(
  house: House,
  departmentId: string,
  period: string,
): Promise<readonly LedgerLine[]> {
  const of = (account: 'supervision' | 'adjustment') =>
    readLedgerLines(house.db, { departmentId, period, account }, MOST_LINES);
  return (await Promise.all([of('supervision'), of('adjustment')])).flat();
}
