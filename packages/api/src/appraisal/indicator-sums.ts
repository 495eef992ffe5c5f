import type { AccountSum, AppraisalPeriod } from '@bihuan/domain';
import type { House } from '../house.ts';

/** The indicator account of each department that has results in a period. No results are kept yet. */
export function indicatorSums(
  _house: House,
  _period: AppraisalPeriod,
): Promise<ReadonlyMap<string, AccountSum>> {
  return Promise.resolve(new Map());
}
