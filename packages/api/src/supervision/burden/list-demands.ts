import { readDemands, readNames, type DepartmentName, type ListedDemand } from '@bihuan/db';
import { DEMAND_KINDS, type Actor, type DemandKind } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { itemScope } from '../item-scope.ts';
import { askedMonth, runningMonth } from './burden-months.ts';

const empty = (typed: unknown) => (typed === '' || typed === null ? undefined : typed);

const schema = z.object({
  departmentId: z.uuid('unknown_department'),
  month: askedMonth,
  kind: z.preprocess(empty, choice(['all', ...DEMAND_KINDS]).default('all')),
});

/** No more than these are listed. */
const MOST = 500;

export type DemandList = {
  readonly department: DepartmentName;
  readonly month: string;
  readonly kind: DemandKind | 'all';
  readonly rows: readonly ListedDemand[];
  readonly isCapped: boolean;
};

/** The rows behind a number of the burden meter: what was asked of a department in a month, and in which case. */
export async function listDemands(house: House, actor: Actor, raw: unknown): Promise<Result<DemandList>> {
  const parsed = parseInput(schema, raw);
  const scope = itemScope(actor);
  if (!parsed.ok || scope.kind === 'none') return refusal('not_found');
  const { departmentId, month = runningMonth(house), kind } = parsed.value;
  if (scope.kind === 'department' && scope.departmentId !== departmentId) return refusal('not_found');
  const { departments } = await readNames(house.db, [departmentId]);
  const department = departments.get(departmentId);
  if (department === undefined) return refusal('not_found');
  const rows = await readDemands(house.db, departmentId, month, kind === 'all' ? null : kind, MOST + 1);
  return done({ department, month, kind, rows: rows.slice(0, MOST), isCapped: rows.length > MOST });
}
