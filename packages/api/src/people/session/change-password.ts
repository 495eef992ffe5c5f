import type { StaffActor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, refusal, type Result } from '../../result.ts';
import { newPassword } from '../staff-schema.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { fitsPassword, hashPassword } from './password.ts';
import { admitSignIn } from './sign-in-limits.ts';

const schema = z.object({
  currentPassword: z.string('required').min(1, 'required').max(128, 'too_long'),
  newPassword,
});

/** Changes one's own password and signs out everywhere else. Guessing the present one is slowed like signing in. */
export async function changePassword(
  house: House,
  actor: StaffActor,
  raw: unknown,
  sessionId: string,
): Promise<Result<{ readonly ended: number }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { currentPassword, newPassword: password } = parsed.value;
  const { isAdmitted } = await admitSignIn(house, `change:${actor.staffId}`, `change:${actor.staffId}`);
  if (!isAdmitted) return refusal('too_many_tries');
  const { prisma } = house.db;
  const staff = await prisma.staff.findUniqueOrThrow({ where: { id: actor.staffId } });
  if (!(await fitsPassword(staff.passwordHash, currentPassword)))
    return badInput({ currentPassword: 'wrong_password' });
  if (currentPassword === password && staff.hasGivenPassword)
    return badInput({ newPassword: 'same_password' });
  await prisma.staff.update({
    where: { id: staff.id },
    data: { passwordHash: await hashPassword(password), hasGivenPassword: false },
  });
  return endOtherSessions(house, actor, sessionId);
}
