import { readSuccession } from '@bihuan/db';
import { departmentInCharge, hasRole, isLocalDate, localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';

const schema = z.object({
  departmentId: z.uuid('unknown_department'),
  successorId: z.preprocess(
    (id) => (id === '' ? null : id),
    z.uuid('unknown_department').nullable().default(null),
  ),
  /** The first day on which it is no more; today or earlier. */
  on: z.string('required').refine(isLocalDate, 'not_a_date'),
});

/**
 * Ends a department that was merged, renamed or closed. Whoever took its place answers for it from that day: the routing
 * catalogue and what was learned name the successor, and lists of the successor hold its cases.
 */
export async function endDepartment(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  if (actor.kind !== 'system' && !hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { departmentId, successorId, on } = parsed.value;
  if (on > localDateOf(house.now())) return badInput({ on: 'out_of_range' });
  const departments = await readSuccession(house.db);
  const department = departments.get(departmentId);
  if (department === undefined || department.activeTo !== null)
    return badInput({ departmentId: 'unknown_department' });
  if (successorId !== null) {
    const isCircle =
      successorId === departmentId || departmentInCharge(departments, successorId, on) === departmentId;
    if (isCircle || !departments.has(successorId)) return badInput({ successorId: 'unknown_department' });
  }
  const data = { activeTo: new Date(on), successorId };
  await house.db.prisma.department.updateMany({ where: { id: departmentId, activeTo: null }, data });
  return done(null);
}
