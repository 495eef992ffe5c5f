import type { DepartmentName } from '@bihuan/db';
import { DEMAND_KINDS, type DemandKind } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { supervisionOf } from '../../policy/rules-in-force.ts';
import { runningMonth } from './burden-months.ts';
import { countBurden } from './count-burden.ts';

/** A department that was asked as often this month as the policy takes without a warning. */
export type BurdenWarning = {
  readonly department: DepartmentName;
  readonly kind: DemandKind;
  readonly count: number;
  readonly limit: number;
  readonly median: number;
};

/** What to think of before one more is asked of these departments this month. */
export async function burdenWarnings(
  house: House,
  departmentIds: readonly string[],
): Promise<readonly BurdenWarning[]> {
  const month = runningMonth(house);
  const [burden, { burdenLimits }] = await Promise.all([countBurden(house, [month]), supervisionOf(house)]);
  return burden.departments
    .filter(({ id }) => departmentIds.includes(id))
    .flatMap((department) =>
      DEMAND_KINDS.flatMap((kind): readonly BurdenWarning[] => {
        const limit = burdenLimits[kind];
        const count = burden.count(department.id, month, kind);
        if (limit === null || count < limit) return [];
        return [{ department, kind, count, limit, median: burden.median(month, kind) }];
      }),
    );
}
