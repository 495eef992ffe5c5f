import { changeData } from '@bihuan/db';
import { z } from 'zod';
import { changeBy } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { hashPassword } from '../session/password.ts';
import { sessionHash } from '../session/session-adapter.ts';
import { newPassword } from '../staff-schema.ts';

const schema = z.object({ token: z.string('required').max(100, 'malformed'), newPassword });

/** Whether a link can still be used. */
export async function isResetOpen(house: House, token: string): Promise<boolean> {
  if (token === '' || token.length > 100) return false;
  return (await staffOf(house, token)) !== null;
}

/**
 * Sets a new password by the link of a mail, once, and signs the person out everywhere. It signs nobody in: what else is asked for
 * at the sign-in is asked for as ever. `reset_link_gone` where the link was used, replaced by a newer one, or is too old.
 */
export async function resetPassword(house: House, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { token, newPassword: password } = parsed.value;
  const staffId = await staffOf(house, token);
  if (staffId === null) return refusal('reset_link_gone');
  const passwordHash = await hashPassword(password);
  return house.db.prisma.$transaction(async (tx) => {
    // Of two at the same moment one finds it.
    const { count } = await tx.passwordReset.deleteMany({ where: { idHash: sessionHash(token) } });
    if (count === 0) return refusal('reset_link_gone');
    const { login } = await tx.staff.update({
      where: { id: staffId },
      data: { passwordHash, hasGivenPassword: false },
    });
    await tx.session.deleteMany({ where: { staffId } });
    await tx.halfSignIn.deleteMany({ where: { staffId } });
    const change = changeBy(
      house,
      { kind: 'system' },
      {
        ...{ subject: 'staff', subjectId: login, reason: '' },
        before: { password: 'forgotten' },
        after: { password: 'reset_by_mail' },
      },
    );
    await tx.configurationChange.create({ data: changeData(change) });
    return done(null);
  });
}

async function staffOf(house: House, token: string): Promise<string | null> {
  const row = await house.db.prisma.passwordReset.findUnique({
    where: { idHash: sessionHash(token), expiresAt: { gt: house.now() }, staff: { isActive: true } },
  });
  return row?.staffId ?? null;
}
