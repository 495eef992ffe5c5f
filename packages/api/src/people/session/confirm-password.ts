import type { StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { badInput, refusal, type Failure } from '../../result.ts';
import { fitsPassword } from './password.ts';
import { admitSignIn } from './sign-in-limits.ts';

/**
 * Whether it is the person themselves and not somebody at their open screen: null where the password fits, otherwise what to answer,
 * at the field `currentPassword`. Guessing is limited as for signing in.
 */
export async function confirmPassword(
  house: House,
  actor: StaffActor,
  currentPassword: string,
): Promise<Failure | null> {
  if (currentPassword === '') return badInput({ currentPassword: 'required' });
  const tried = `change:${actor.staffId}`;
  if (!(await admitSignIn(house, tried, tried)).isAdmitted) return refusal('too_many_tries');
  const { passwordHash } = await house.db.prisma.staff.findUniqueOrThrow({ where: { id: actor.staffId } });
  return (await fitsPassword(passwordHash, currentPassword))
    ? null
    : badInput({ currentPassword: 'wrong_password' });
}
