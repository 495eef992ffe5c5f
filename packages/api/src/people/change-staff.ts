import { changeData } from '@bihuan/db';
import { hasRole, localDateOf, ROLES, rolesOn, type Actor, type Role } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy } from '../configuration/record-change.ts';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { lockHoldings, type Transaction } from './role-term/change-role-terms.ts';
import { acceptedGaps, gapFailure } from './role-term/refuse-gaps.ts';
import { hashPassword } from './session/password.ts';
import { newPassword } from './staff-schema.ts';

const schema = z.object({
  staffId: z.uuid('unknown_staff'),
  name: typedText(1, 50),
  departmentId: z.uuid('unknown_department'),
  roles: z.array(choice(ROLES), 'required').min(1, 'required'),
  isActive: z.union([z.boolean(), z.stringbool()], 'not_a_choice').default(false),
  reason: typedText(0, 200).default(''),
  acceptedGaps,
  /** Empty: the password stays. */
  newPassword: z.preprocess((typed) => (typed === '' ? undefined : typed), newPassword.optional()),
});

/**
 * Changes who a person is in the house, at once. With a new password, or when they leave, they are signed out everywhere. Roles that
 * were ticked or unticked have no dates any more; terms of the others stay. Refused where nobody would be left with a role that must always
 * be held, and, until that is accepted, where another part of the work would come to stand (`roles_left_empty`).
 */
export async function changeStaff(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { staffId: id, newPassword: password, reason, acceptedGaps: accepted, ...person } = parsed.value;
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
  return prisma.$transaction(async (tx) => {
    const today = localDateOf(house.now());
    const people = await lockHoldings(tx);
    const self = people.find((one) => one.id === id);
    const had = self === undefined ? (before.roles as Role[]) : rolesOn(self, today);
    const turned = ROLES.filter((role) => had.includes(role) !== person.roles.includes(role));
    const others = people.filter((one) => one.id !== id);
    const terms = (self?.terms ?? []).filter(({ role }) => !turned.includes(role));
    const { departmentId, roles } = person;
    const changed = { id, login: before.login, departmentId, roles, terms };
    const holdings = { before: people, after: person.isActive ? [...others, changed] : others };
    const failure = await gapFailure(tx, house, holdings, accepted);
    if (failure !== null) return failure;
    await closeTermsOf(tx, id, turned);
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

/** Of roles that are given or taken at once, no term is left. */
async function closeTermsOf(tx: Transaction, staffId: string, roles: readonly Role[]): Promise<void> {
  await tx.roleTermRow.updateMany({
    where: { staffId, state: 'open', role: { in: [...roles] } },
    data: { state: 'withdrawn' },
  });
}
