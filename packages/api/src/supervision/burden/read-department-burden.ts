import type { DepartmentName } from '@bihuan/db';
import { DEMAND_KINDS, type Actor, type DemandKind } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { supervisionOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { itemScope } from '../item-scope.ts';
import { askedMonth, monthsBefore, monthsUntil, runningMonth } from './burden-months.ts';
import { countBurden } from './count-burden.ts';

const schema = z.object({ departmentId: z.uuid('unknown_department'), until: askedMonth });

export type BurdenCell = { readonly count: number; readonly median: number };

export type DepartmentBurden = {
  readonly department: DepartmentName;
  /** Six months, the earliest first. */
  readonly months: readonly string[];
  readonly earlier: string;
  readonly later: string | null;
  readonly lines: readonly {
    readonly kind: DemandKind | 'all';
    readonly limit: number | null;
    readonly cells: readonly BurdenCell[];
  }[];
};

/** What one department was asked for, kind by kind and month by month, each number beside the median of the zone. */
export async function readDepartmentBurden(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<DepartmentBurden>> {
  const parsed = parseInput(schema, raw);
  const scope = itemScope(actor);
  if (!parsed.ok || scope.kind === 'none') return refusal('not_found');
  const { departmentId, until } = parsed.value;
  if (scope.kind === 'department' && scope.departmentId !== departmentId) return refusal('not_found');
  const months = monthsUntil(house, until);
  const [burden, { burdenLimits }] = await Promise.all([countBurden(house, months), supervisionOf(house)]);
  const department = burden.departments.find(({ id }) => id === departmentId);
  if (department === undefined) return refusal('not_found');
  const cells = (kind: DemandKind | null) =>
    months.map((month) => ({
      count: burden.count(departmentId, month, kind),
      median: burden.median(month, kind),
    }));
  const last = months.at(-1) ?? runningMonth(house);
  return done({
    department,
    months,
    earlier: monthsBefore(last, months.length),
    later: last < runningMonth(house) ? monthsBefore(last, -months.length) : null,
    lines: [
      ...DEMAND_KINDS.map((kind) => ({ kind, limit: burdenLimits[kind], cells: cells(kind) })),
      { kind: 'all' as const, limit: null, cells: cells(null) },
    ],
  });
}
