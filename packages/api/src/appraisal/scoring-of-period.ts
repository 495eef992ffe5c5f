import { policyInForce } from '@bihuan/db';
import { DEFAULT_SCORING, localDateOf, type ScoringPolicy } from '@bihuan/domain';
import type { House } from '../house.ts';

/** The scoring policy a period is counted under: the one in force on its last day, or today while it runs. */
export async function scoringOfPeriod(house: House, period: string): Promise<ScoringPolicy> {
  const lastMonth = Number(period.slice(6)) * 3;
  const end = new Date(Date.UTC(Number(period.slice(0, 4)), lastMonth, 0)).toISOString().slice(0, 10);
  const today = localDateOf(house.now());
  const policy = await policyInForce(house.db, 'scoring', end < today ? end : today);
  return { ...DEFAULT_SCORING, ...policy };
}
