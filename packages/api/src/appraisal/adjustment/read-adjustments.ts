import { readAdjustmentRows, type DepartmentName, type ListedAdjustment } from '@bihuan/db';
import { hasRole, personsOf, unitsOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';
import { policiesOfPeriod } from '../compose-period.ts';
import { periodIsFrozen } from '../period-frozen.ts';
import { periodsSoFar, presentPeriod } from '../periods.ts';

/** What this person may do about one that waits. */
export type OfferedAdjustment = ListedAdjustment & {
  readonly maySign: boolean;
  readonly mayWithdraw: boolean;
};

export type Adjustments = {
  readonly period: string;
  readonly periods: readonly string[];
  readonly isFrozen: boolean;
  readonly adjustments: readonly OfferedAdjustment[];
  readonly departments: readonly DepartmentName[];
  readonly mayPropose: boolean;
  /** For the next form, so that sending it twice proposes once. */
  readonly newId: string;
  /** Hundredths of a point. */
  readonly cap: number;
  readonly hardProblem: number;
};

const schema = z.object({
  period: z.string('malformed').optional(),
  /** Of which period: that of this line. */
  adjustmentId: z.uuid('malformed').optional(),
});

/** Lines by hand of a period and all that wait for a second signature. For those who keep, sign or audit them. */
export async function readAdjustments(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<Adjustments>> {
  if (!hasRole(actor, 'appraisal_admin', 'leader', 'auditor')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const periods = await periodsSoFar(house);
  const asked =
    parsed.value.period ??
    (await periodOfAdjustment(house, parsed.value.adjustmentId)) ??
    (await presentPeriod(house)).id;
  const period = periods.find(({ id }) => id === asked);
  if (period === undefined) return badInput({ period: 'not_a_choice' });
  const [rows, policies, departments, isFrozen] = await Promise.all([
    readAdjustmentRows(house.db, period.id),
    policiesOfPeriod(house, period),
    answerableDepartments(house),
    periodIsFrozen(house, period.id),
  ]);
  const signs = hasRole(actor, 'appraisal_admin', 'leader');
  return done({
    ...{ period: period.id, periods: periods.map(({ id }) => id), isFrozen },
    adjustments: rows.map((row) => {
      const isOwn = personsOf(actor).includes(row.proposedById);
      const isWaiting = row.status === 'proposed';
      return {
        ...row,
        maySign: isWaiting && signs && !isOwn && !unitsOf(actor).includes(row.departmentId),
        mayWithdraw: isWaiting && isOwn && hasRole(actor, 'appraisal_admin'),
      };
    }),
    departments: departments.filter(({ id }) => !unitsOf(actor).includes(id)),
    mayPropose: hasRole(actor, 'appraisal_admin'),
    newId: house.newId(),
    cap: policies.appraisal.adjustmentCap,
    hardProblem: policies.scoring.hardProblem,
  });
}

async function periodOfAdjustment(house: House, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const row = await house.db.prisma.adjustmentRow.findUnique({ where: { id }, select: { period: true } });
  return row?.period ?? null;
}
