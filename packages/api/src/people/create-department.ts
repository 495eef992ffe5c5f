import { hasRole, localDateOf, type Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { departmentSchema } from './staff-schema.ts';

/** Adds a department or an office, active from today. Codes are unique. */
export async function createDepartment(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (actor.kind !== 'system' && !hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(departmentSchema, raw);
  if (!parsed.ok) return parsed;
  const id = house.newId();
  const activeFrom = new Date(localDateOf(house.now()));
  const { nameEn, ...department } = parsed.value;
  const data = { ...department, id, activeFrom, nameEn: nameEn === '' ? department.name : nameEn };
  const { count } = await house.db.prisma.department.createMany({ data, skipDuplicates: true });
  return count === 0 ? badInput({ code: 'already_taken' }) : done({ id });
}
