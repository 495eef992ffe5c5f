import {
  COOPERATION_LEVELS,
  hasRole,
  periodOf,
  type Actor,
  type CooperationLevel,
  type CooperationSide,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';

/** How often each was said of a department. */
export type CooperationCounts = Readonly<Record<CooperationLevel, number>>;

/** A department as it called others (吹哨) and as it reported for duty (报到), by those who had to do with it. */
export type CooperationLine = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly sides: Readonly<Record<CooperationSide, CooperationCounts>>;
};

export type Cooperation = {
  readonly period: string;
  readonly periods: readonly string[];
  readonly lines: readonly CooperationLine[];
};

const schema = z.object({ period: z.string('malformed').optional() });

/** What departments say of each other's part in joint items, counted by quarter; a department reads its own line. */
export async function readCooperation(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<Cooperation>> {
  const readsAll = hasRole(actor, 'triage_admin', 'appraisal_admin', 'leader', 'auditor', 'inspector');
  const readsOwn = hasRole(actor, 'department_officer', 'department_head');
  const departmentId = actor.kind === 'staff' ? actor.departmentId : '';
  if (!readsAll && !readsOwn) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const present = periodOf(house.now());
  const { cooperationAssessment, department } = house.db.prisma;
  const known = await cooperationAssessment.groupBy({ by: ['period'] });
  const periods = [...new Set([present, ...known.map(({ period }) => period)])].sort().reverse();
  const period = parsed.value.period ?? present;
  if (!periods.includes(period)) return badInput({ period: 'not_a_choice' });
  const own = readsAll ? {} : { aboutId: departmentId };
  const counted = await cooperationAssessment.groupBy({
    by: ['aboutId', 'side', 'level'],
    where: { period, ...own },
    _count: true,
  });
  const ids = [...new Set(counted.map(({ aboutId }) => aboutId))];
  const named = await department.findMany({ where: { id: { in: ids } }, orderBy: { name: 'asc' } });
  const countsOf = (id: string, side: CooperationSide) =>
    Object.fromEntries(
      COOPERATION_LEVELS.map((level) => [
        level,
        counted.find((one) => one.aboutId === id && one.side === side && one.level === level)?._count ?? 0,
      ]),
    ) as CooperationCounts;
  return done({
    period,
    periods,
    lines: named.map(({ id, name, nameEn }) => ({
      ...{ id, name, nameEn },
      sides: { whistle: countsOf(id, 'whistle'), report: countsOf(id, 'report') },
    })),
  });
}
