import { readBalances } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { readScoreboard, type DepartmentLine } from './read-scoreboard.ts';
import { scoringOfPeriod } from './scoring-of-period.ts';
import { seesSheet } from './sheet-scope.ts';

/** A department in a period: its supervision account beside its three rates. */
export type AppraisalLine = DepartmentLine & {
  /** Hundredths of a point: what every department begins with, and all its lines. */
  readonly supervision: number;
  readonly lines: number;
};

export type Appraisal = {
  readonly period: string;
  readonly periods: readonly string[];
  readonly departments: readonly AppraisalLine[];
};

/** All departments a person may see in one period, the present one where none is named. */
export async function readAppraisal(house: House, actor: Actor, raw: unknown): Promise<Result<Appraisal>> {
  const scoreboard = await readScoreboard(house, raw);
  if (!scoreboard.ok) return scoreboard;
  const { period, periods, departments } = scoreboard.value;
  const seen = departments.filter(({ id }) => seesSheet(actor, id));
  if (seen.length === 0 && departments.length > 0) return refusal('not_found');
  const { supervisionBase } = await scoringOfPeriod(house, period);
  const balances = await readBalances(house.db, 'supervision', period);
  return done({
    period,
    periods,
    departments: seen.map((department) => {
      const balance = balances.get(department.id);
      return {
        ...department,
        supervision: supervisionBase + (balance?.centipoints ?? 0),
        lines: balance?.lines ?? 0,
      };
    }),
  });
}
