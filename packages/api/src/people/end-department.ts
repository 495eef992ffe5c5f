import { endFault, hasRole, isLocalDate, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { refusal, type Result } from '../result.ts';
import { hasWorkInHand } from './department-change/department-work.ts';
import { planChange } from './department-change/plan-change.ts';

const schema = z.object({
  departmentId: z.uuid('unknown_department'),
  successorId: z.preprocess(
    (id) => (id === '' ? null : id),
    z.uuid('unknown_department').nullable().default(null),
  ),
  /** The first day on which it is no more. */
  on: z.string('required').refine(isLocalDate, 'not_a_date'),
  reason: typedText(0, 200).default(''),
});

/**
 * Ends a department that was merged or closed, at once or on a day to come. Whoever took its place answers for it from that day: the
 * routing catalogue and what was learned name the successor, and lists of the successor hold its cases. One that has items or
 * measures in hand cannot end without a successor.
 */
export async function endDepartment(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (actor.kind !== 'system' && !hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...end } = parsed.value;
  return planChange(house, actor, { ...end, kind: 'end', reason }, async (departments, others) =>
    endFault(end, departments, others, await hasWorkInHand(house, end.departmentId)),
  );
}
