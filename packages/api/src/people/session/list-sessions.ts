import type { StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { sessionHash } from './session-adapter.ts';

export type DeviceSession = {
  /** Names it among the sessions of its person. Nobody can sign in with it. */
  readonly key: string;
  readonly signedInAt: string;
  readonly lastSeenAt: string;
  readonly userAgent: string;
  /** The one that asks. */
  readonly isOwn: boolean;
};

/** Where a person is signed in, the one last used first. */
export async function listSessions(
  house: Pick<House, 'db'>,
  actor: StaffActor,
  sessionId: string,
): Promise<readonly DeviceSession[]> {
  const own = sessionHash(sessionId);
  const rows = await house.db.prisma.session.findMany({
    where: { staffId: actor.staffId, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 20,
  });
  return rows.map(({ idHash, createdAt, lastSeenAt, userAgent }) => ({
    key: Buffer.from(idHash).toString('hex'),
    signedInAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    userAgent,
    isOwn: own.equals(idHash),
  }));
}
