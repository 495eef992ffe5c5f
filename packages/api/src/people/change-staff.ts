import { hasRole, ROLES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { hashPassword } from './session/password.ts';
import { newPassword } from './staff-schema.ts';

const schema = z.object({
  staffId: z.uuid('unknown_staff'),
  name: typedText(1, 50),
  departmentId: z.uuid('unknown_department'),
  roles: z.array(choice(ROLES), 'required').min(1, 'required'),
  isActive: z.union([z.boolean(), z.stringbool()], 'not_a_choice').default(false),
  /** Empty: the password stays. */
  newPassword: z.preprocess((typed) => (typed === '' ? undefined : typed), newPassword.optional()),
});

/**
 * Changes who a person is in the house. With a new password, or when they leave, they are signed out everywhere. Refused
 * with `last_system_admin` where nobody would be left who may do this.
 */
export async function changeStaff(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { staffId: id, newPassword: password, ...person } = parsed.value;
  const { prisma } = house.db;
  if ((await prisma.staff.count({ where: { id } })) === 0) return badInput({ staffId: 'unknown_staff' });
  if ((await prisma.department.count({ where: { id: person.departmentId, activeTo: null } })) === 0)
    return badInput({ departmentId: 'unknown_department' });
  const passwordHash = password === undefined ? {} : { passwordHash: await hashPassword(password) };
  const staysAdmin = person.isActive && person.roles.includes('system_admin');
  return prisma.$transaction(async (tx) => {
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM staff WHERE is_active AND 'system_admin' = ANY(roles) ORDER BY id FOR UPDATE`;
    if (!staysAdmin && admins.every((admin) => admin.id === id)) return refusal('last_system_admin');
    await tx.staff.update({ where: { id }, data: { ...person, ...passwordHash } });
    if (password !== undefined || !person.isActive) await tx.session.deleteMany({ where: { staffId: id } });
    return done({ id });
  });
}
