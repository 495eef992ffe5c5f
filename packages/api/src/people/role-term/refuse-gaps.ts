import { localDateOf, roleGaps, type LocalDate, type Role } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { refusal, type Failure } from '../../result.ts';
import type { HoldingPerson, Transaction } from './change-role-terms.ts';

/** Roles, with spaces between them, of which whoever changes it knows that nobody holds them then. */
export const acceptedGaps = z.string('malformed').max(200, 'too_long').default('');

/** A role that must always be held, and the first day on which nobody would. */
export function lastHolder(role: Role, on: LocalDate): Failure {
  return refusal('last_role_holder', { role, on });
}

/**
 * What stands against a change of who holds what: a role that must always be held would not be, or another part of the work would
 * come to stand and nobody has accepted that. Null where nothing does.
 */
export async function gapFailure(
  tx: Transaction,
  house: House,
  change: { readonly before: readonly HoldingPerson[]; readonly after: readonly HoldingPerson[] },
  accepted: string,
): Promise<Failure | null> {
  const today = localDateOf(house.now());
  const gaps = roleGaps(change.before, change.after, today);
  const refused = gaps.find(({ isRefused }) => isRefused);
  if (refused?.role === 'system_admin' && refused.on === today) return refusal('last_system_admin');
  if (refused !== undefined) return lastHolder(refused.role, refused.on);
  const departmentIds = gaps.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId]));
  const open = await tx.department.findMany({
    where: { id: { in: departmentIds }, activeTo: null, kind: 'department' },
    select: { id: true, name: true, nameEn: true },
  });
  const missed = gaps.filter(({ departmentId: id }) => id === null || open.some((one) => one.id === id));
  if (missed.every(({ role }) => accepted.split(' ').includes(role))) return null;
  const [first] = missed.map(({ on }) => on).toSorted();
  if (first === undefined) return null;
  const [department] = open;
  return refusal('roles_left_empty', {
    ...{ roles: missed.map(({ role }) => role).join(' '), on: first },
    ...(department && { department: department.name, departmentEn: department.nameEn }),
  });
}
