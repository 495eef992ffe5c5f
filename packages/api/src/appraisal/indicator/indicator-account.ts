import { readIndicatorsAsOf, readIndicatorsInForce } from '@bihuan/db';
import { accountsOf, localDateOf, type IndicatorAccount, type Instant, type LocalDate } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { indicatorPolicyOn } from '../../policy/rules-in-force.ts';

/** A period as it is appraised: days in Shanghai, both of them in it. */
export type AppraisedPeriod = {
  readonly id: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
};

/**
 * The indicator account of each department in a period, by its id: hundredths of a point, and a line for each indicator with the
 * latest result confirmed in the period. A department without any result is missing, which means no sample and never zero.
 * `asOf`: indicators and results as they were then, for what was frozen.
 */
export async function indicatorAccounts(
  house: House,
  { firstDay, lastDay }: AppraisedPeriod,
  asOf: Instant | null = null,
): Promise<ReadonlyMap<string, IndicatorAccount>> {
  const today = localDateOf(house.now());
  const policy = await indicatorPolicyOn(house, lastDay < today ? lastDay : today);
  const year = Number(lastDay.slice(0, 4));
  const indicators =
    asOf === null
      ? await readIndicatorsInForce(house.db, year)
      : await readIndicatorsAsOf(house.db, year, asOf);
  return accountsOf(indicators, { firstDay, lastDay }, policy);
}
