import { changeData } from '@bihuan/db';
import { hasRole, ROLES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy } from '../configuration/record-change.ts';
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
  reason: typedText(0, 200).default(''),
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
  const { staffId: id, newPassword: password, reason, ...person } = parsed.value;
  const { prisma } = house.db;
  const before = await prisma.staff.findUnique({ where: { id }, include: { department: true } });
  if (before === null) return badInput({ staffId: 'unknown_staff' });
  const department = await prisma.department.findFirst({
    where: { id: person.departmentId, activeTo: null },
  });
  if (department === null) return badInput({ departmentId: 'unknown_department' });
  const isForOneself = actor.kind === 'staff' && actor.staffId === id;
  const passwordHash =
    password === undefined
      ? {}
      : { passwordHash: await hashPassword(password), hasGivenPassword: !isForOneself };
  const staysAdmin = person.isActive && person.roles.includes('system_admin');
  return prisma.$transaction(async (tx) => {
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM staff WHERE is_active AND 'system_admin' = ANY(roles) ORDER BY id FOR UPDATE`;
    if (!staysAdmin && admins.every((admin) => admin.id === id)) return refusal('last_system_admin');
    await tx.staff.update({ where: { id }, data: { ...person, ...passwordHash } });
    const change = changeBy(house, actor, {
      ...{ subject: 'staff', subjectId: before.login, reason },
      before: {
        ...{ name: before.name, departmentId: before.department.name },
        ...{ roles: before.roles, isActive: before.isActive },
      },
      after: {
        ...{ name: person.name, departmentId: department.name },
        ...{ roles: person.roles, isActive: person.isActive },
      },
    });
    await tx.configurationChange.create({ data: changeData(change) });
    if (password !== undefined || !person.isActive) await tx.session.deleteMany({ where: { staffId: id } });
    return done({ id });
  });
}
