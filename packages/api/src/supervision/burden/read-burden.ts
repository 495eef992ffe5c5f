import type { DepartmentName } from '@bihuan/db';
import { DEMAND_KINDS, type Actor, type DemandKind } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { supervisionOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { itemScope } from '../item-scope.ts';
import { askedMonth, monthsBefore, monthsUntil, runningMonth } from './burden-months.ts';
import { countBurden } from './count-burden.ts';

const empty = (typed: unknown) => (typed === '' || typed === null ? undefined : typed);

const schema = z.object({
  kind: z.preprocess(empty, choice(['all', ...DEMAND_KINDS]).default('all')),
  /** The last month that is shown. */
  until: askedMonth,
});

export type BurdenTable = {
  readonly kind: DemandKind | 'all';
  /** Six months, the earliest first. */
  readonly months: readonly string[];
  /** `until` for the months before these and after them; null where there are none. */
  readonly earlier: string;
  readonly later: string | null;
  readonly lines: readonly { readonly department: DepartmentName; readonly counts: readonly number[] }[];
  /** The middle of the zone, month by month. */
  readonly medians: readonly number[];
  /** From so many in a month on, whoever asks for one more is warned; null where nothing warns. */
  readonly limit: number | null;
};

/**
 * The burden meter (减负监测): how often each department was asked for something in a month, beside the median of the zone. A
 * department sees itself.
 */
export async function readBurden(house: House, actor: Actor, raw: unknown): Promise<Result<BurdenTable>> {
  const scope = itemScope(actor);
  if (scope.kind === 'none') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { kind, until } = parsed.value;
  const months = monthsUntil(house, until);
  const asked = kind === 'all' ? null : kind;
  const burden = await countBurden(house, months);
  const last = months.at(-1) ?? runningMonth(house);
  return done({
    kind,
    months,
    earlier: monthsBefore(last, months.length),
    later: last < runningMonth(house) ? monthsBefore(last, -months.length) : null,
    lines: burden.departments
      .filter(({ id }) => scope.kind === 'all' || id === scope.departmentId)
      .map((department) => ({
        department,
        counts: months.map((month) => burden.count(department.id, month, asked)),
      })),
    medians: months.map((month) => burden.median(month, asked)),
    limit: asked === null ? null : (await supervisionOf(house)).burdenLimits[asked],
  });
}
