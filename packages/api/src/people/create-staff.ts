import { hasRole, type Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { hashPassword } from './session/password.ts';
import { staffSchema } from './staff-schema.ts';

/** Adds a person who may sign in. Logins are unique, whatever their capitals. */
export async function createStaff(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (actor.kind !== 'system' && !hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(staffSchema, raw);
  if (!parsed.ok) return parsed;
  const { password, ...person } = parsed.value;
  const { prisma } = house.db;
  if ((await prisma.department.count({ where: { id: person.departmentId, activeTo: null } })) === 0)
    return badInput({ departmentId: 'unknown_department' });
  const id = house.newId();
  // Whoever made the account knows the password: its person chooses another one first.
  const hasGivenPassword = actor.kind !== 'system' && !person.isDemo;
  const passwordHash = await hashPassword(password);
  const data = { ...person, id, passwordHash, hasGivenPassword, createdAt: house.now() };
  const { count } = await prisma.staff.createMany({ data, skipDuplicates: true });
  return count === 0 ? badInput({ login: 'already_taken' }) : done({ id });
}
