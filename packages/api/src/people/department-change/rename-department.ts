import { hasRole, isLocalDate, localDateOf, renameFault, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { reasonOfChange } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { badInput, refusal, type Result } from '../../result.ts';
import { planChange } from './plan-change.ts';

const schema = z.object({
  departmentId: z.uuid('unknown_department'),
  name: typedText(2, 50),
  nameEn: typedText(0, 80).default(''),
  /** The first day of the name; today or later. */
  on: z.string('required').min(1, 'required').refine(isLocalDate, 'not_a_date'),
  reason: reasonOfChange,
});

/**
 * Gives a department another name from a day on. What was written before keeps the name it had: frozen sheets, bulletins, papers and
 * the steps of a case that happened until then. For system admins.
 */
export async function renameDepartment(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { departmentId, name, nameEn, on, reason } = parsed.value;
  const taken = { name, activeTo: null };
  if ((await house.db.prisma.department.count({ where: taken })) > 0)
    return badInput({ name: 'already_taken' });
  const names = { name, nameEn: nameEn === '' ? name : nameEn };
  const today = localDateOf(house.now());
  return planChange(
    house,
    actor,
    { departmentId, on, reason, kind: 'name', names },
    async (departments, others) => renameFault({ departmentId, on }, departments, others, today),
  );
}
