import { loadIndicator, readNames, type DepartmentName } from '@bihuan/db';
import {
  hasRole,
  isInForce,
  measuredText,
  shownDefinition,
  type Actor,
  type IndicatorDefinition,
  type IndicatorPolicy,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { indicatorPolicyOn } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';
import type { PersonView } from '../../supervision/item-view.ts';

/** What the form of an indicator offers and begins with. */
export type IndicatorForm = {
  readonly departments: readonly DepartmentName[];
  /** Who can sit on a jury: people who verify and assess. */
  readonly jurors: readonly PersonView[];
  /** What is drafted, or in force; null for a new one. */
  readonly definition: IndicatorDefinition | null;
  /** Values of it as they are typed. */
  readonly typed: {
    readonly base: string;
    readonly target: string;
    readonly stretch: string;
    readonly steps: readonly { readonly from: string; readonly points: string }[];
    readonly deductEach: string;
    readonly deductPer: string;
  };
  readonly reason: string;
  readonly needsReason: boolean;
  readonly number: string;
  /** How many make a jury, and from how many on its outer scores are left out. */
  readonly policy: Pick<IndicatorPolicy, 'jurorsLeast' | 'jurorsDropFrom'>;
  readonly version: number;
};

const schema = z.object({ indicatorId: z.uuid('required').optional() });

/** The form of a new indicator, or of one that is drafted anew; for those who draft. */
export async function readIndicatorForm(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<IndicatorForm>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !hasRole(actor, 'appraisal_admin')) return refusal('not_found');
  const { indicatorId } = parsed.value;
  const loaded = indicatorId === undefined ? null : await loadIndicator(house.db, indicatorId);
  if (indicatorId !== undefined && loaded === null) return refusal('not_found');
  const state = loaded?.state ?? null;
  const draft = state !== null && 'draft' in state ? state.draft : null;
  const definition = draft?.definition ?? (state === null ? null : shownDefinition(state));
  return done({
    departments: await answerableDepartments(house),
    jurors: await possibleJurors(house),
    definition,
    typed: typedOf(definition),
    reason: draft?.reason ?? '',
    needsReason: state !== null && isInForce(state),
    number: state?.number ?? '',
    policy: await indicatorPolicyOn(house),
    version: loaded?.head.version ?? 0,
  });
}

async function possibleJurors(house: House): Promise<readonly PersonView[]> {
  const staff = await house.db.prisma.staff.findMany({
    where: { isActive: true, roles: { hasSome: ['inspector', 'assessor'] } },
    select: { id: true, name: true, departmentId: true },
    orderBy: { login: 'asc' },
  });
  const { departments } = await readNames(
    house.db,
    staff.map(({ departmentId }) => departmentId),
  );
  return staff.map(({ id, name, departmentId }) => ({
    ...{ id, name, department: departments.get(departmentId) ?? null },
  }));
}

function typedOf(definition: IndicatorDefinition | null): IndicatorForm['typed'] {
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : measuredText(value);
  const method = definition?.method;
  return {
    ...{ base: text(definition?.base), target: text(definition?.target), stretch: text(definition?.stretch) },
    steps:
      method?.kind === 'steps'
        ? method.steps.map(({ from, centipoints }) => ({ from: text(from), points: text(centipoints * 100) }))
        : [],
    deductEach: method?.kind === 'deduction' ? text(method.each * 100) : '',
    deductPer: method?.kind === 'deduction' ? text(method.per) : '',
  };
}
