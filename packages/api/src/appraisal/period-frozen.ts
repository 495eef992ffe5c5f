import { isFrozenPeriod } from '@bihuan/db';
import type { House } from '../house.ts';

/**
 * Whether the score sheet of a period (`2026-Q3`) is frozen. What is entered by hand for a frozen period is refused; a line
 * that follows from an event is kept in its period all the same and calls for a restatement.
 */
export function periodIsFrozen(house: Pick<House, 'db'>, periodId: string): Promise<boolean> {
  return isFrozenPeriod(house.db, periodId);
}
