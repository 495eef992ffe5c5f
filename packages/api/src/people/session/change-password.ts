import type { StaffActor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, type Result } from '../../result.ts';
import { newPassword } from '../staff-schema.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { confirmPassword } from './confirm-password.ts';
import { hashPassword } from './password.ts';

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
  const doubt = await confirmPassword(house, actor, currentPassword);
  if (doubt !== null) return doubt;
  const { prisma } = house.db;
  const staff = await prisma.staff.findUniqueOrThrow({ where: { id: actor.staffId } });
  if (currentPassword === password && staff.hasGivenPassword)
    return badInput({ newPassword: 'same_password' });
  await prisma.staff.update({
    where: { id: staff.id },
    data: { passwordHash: await hashPassword(password), hasGivenPassword: false },
  });
  return endOtherSessions(house, actor, sessionId);
}
