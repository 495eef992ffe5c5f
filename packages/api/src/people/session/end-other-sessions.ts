import type { StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, type Result } from '../../result.ts';
import { sessionHash } from './session-adapter.ts';

/** Signs a person out everywhere but here. */
export async function endOtherSessions(
  house: Pick<House, 'db'>,
  actor: StaffActor,
  sessionId: string,
): Promise<Result<{ readonly ended: number }>> {
  const { count } = await house.db.prisma.session.deleteMany({
    where: { staffId: actor.staffId, NOT: { idHash: sessionHash(sessionId) } },
  });
  return done({ ended: count });
}
