import {
  hasRole,
  lastPlaces,
  withLastPlace,
  type Actor,
  type DepartmentSheet,
  type LastPlace,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { composePeriodUnder, policiesOfPeriod } from './compose-period.ts';
import { periodsSoFar, presentPeriod } from './periods.ts';

export type LastPlaceTrial = {
  readonly period: string;
  readonly periods: readonly string[];
  /** Whether the rule is in force for the period. */
  readonly isOn: boolean;
  readonly leastGroup: number;
  readonly places: readonly (LastPlace & {
    readonly departments: readonly {
      readonly now: DepartmentSheet;
      /** Millionths, as it would be with the rule. */
      readonly factor: number | null;
    }[];
  })[];
};

const schema = z.object({ period: z.string('malformed').optional() });

/** What last place (末位零绩效) would do in a period; nothing is written. For those who keep and read the rules of pay. */
export async function simulateLastPlace(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<LastPlaceTrial>> {
  if (!hasRole(actor, 'appraisal_admin', 'leader', 'auditor')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const periods = await periodsSoFar(house);
  const asked = parsed.value.period ?? (await presentPeriod(house)).id;
  const period = periods.find(({ id }) => id === asked);
  if (period === undefined) return badInput({ period: 'not_a_choice' });
  const policies = await policiesOfPeriod(house, period);
  const { lastPlace } = policies.pay;
  const withRule = (isOn: boolean) => ({ ...policies.pay, lastPlace: { ...lastPlace, isOn } });
  const { departments } = await composePeriodUnder(house, period.id, { ...policies, pay: withRule(false) });
  const tried = withLastPlace(departments, withRule(true));
  return done({
    ...{ period: period.id, periods: periods.map(({ id }) => id) },
    ...{ isOn: lastPlace.isOn, leastGroup: lastPlace.leastGroup },
    places: lastPlaces(departments, policies.pay).map((place) => ({
      ...place,
      departments: departments.flatMap((now, index) =>
        place.departmentIds.includes(now.departmentId)
          ? [{ now, factor: tried[index]?.payFactor ?? null }]
          : [],
      ),
    })),
  });
}
