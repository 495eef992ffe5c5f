import type { AccountSum, DepartmentSheet, LocalDate, PeriodSheet, SheetPolicies } from '@bihuan/domain';
import { composePeriodUnder, policiesOfPeriod } from '../../appraisal/compose-period.ts';
import { periodsSoFar } from '../../appraisal/periods.ts';
import type { House } from '../../house.ts';
import { sumKey, type Standing, type Sums, type TriedPeriod } from './try-out-result.ts';

/** The sheets of the periods since a day as they are, beside those that a draft would give; the newest first. */
export async function comparePeriods(
  house: House,
  from: LocalDate,
  drafted: Partial<SheetPolicies>,
  differences: Sums,
): Promise<readonly TriedPeriod[]> {
  const compared: TriedPeriod[] = [];
  for (const period of (await periodsSoFar(house)).filter(({ firstDay }) => firstDay >= from)) {
    const policies = await policiesOfPeriod(house, period);
    const before = await composePeriodUnder(house, period.id, policies);
    const supervision = sumsUnder(before, policies.scoring.supervisionBase, differences);
    const after = await composePeriodUnder(house, period.id, { ...policies, ...drafted }, { supervision });
    const were = new Map(before.departments.map((one) => [one.departmentId, standingOf(one)]));
    const moved = after.departments.flatMap((one) => {
      const [was, is] = [were.get(one.departmentId), standingOf(one)];
      const difference = differences.get(sumKey(one.departmentId, period.id)) ?? 0;
      if (was === undefined || (isSame(was, is) && difference === 0)) return [];
      const { departmentId, name, nameEn } = one;
      return [{ departmentId, name, nameEn, before: was, after: is, hasLines: difference !== 0 }];
    });
    compared.push({ ...period, moved, departments: after.departments.length });
  }
  return compared;
}

/** What the lines of the ledger come to, with what they would differ by. */
function sumsUnder(
  { period, departments }: PeriodSheet,
  base: number,
  differences: Sums,
): ReadonlyMap<string, AccountSum> {
  return new Map(
    departments.map(({ departmentId, accounts: { supervision } }) => {
      const sum = (supervision.centipoints ?? base) - base;
      const difference = differences.get(sumKey(departmentId, period.id)) ?? 0;
      return [departmentId, { centipoints: sum + difference, lines: supervision.lines }];
    }),
  );
}

function standingOf({ composite, rankInGroup, payFactor, accounts }: DepartmentSheet): Standing {
  return { composite, rank: rankInGroup, payFactor, supervision: accounts.supervision.centipoints };
}

function isSame(one: Standing, other: Standing): boolean {
  return (
    one.composite === other.composite &&
    one.rank === other.rank &&
    one.payFactor === other.payFactor &&
    one.supervision === other.supervision
  );
}
