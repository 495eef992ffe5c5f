import { createHash } from 'node:crypto';
import { findSession } from '@bihuan/db';
import { localDateOf, rolesOn } from '@bihuan/domain';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { House } from '../../house.ts';

/** A session ends this long after it was last renewed; it is renewed when half of it is over. */
export const IDLE_MS = 2 * 3_600_000;

/** A session ends this long after signing in, whatever happens in between. */
export const ABSOLUTE_MS = 12 * 3_600_000;

/** SHA-256 of a session id. The id itself is only in the cookie. */
export function sessionHash(sessionId: string): Buffer<ArrayBuffer> {
  return createHash('sha256').update(sessionId).digest();
}

/** Lucia's sessions in table `session`, by the hash of their id. */
export function sessionAdapter({ db, now }: Pick<House, 'db' | 'now'>): Adapter {
  const { prisma } = db;
  return {
    getSessionAndUser: async (sessionId) => {
      const found = await findSession(db, sessionHash(sessionId));
      if (found === null) return [null, null];
      const { staffId: userId, expiresAt, createdAt, userAgent, holding, ...person } = found;
      const session: DatabaseSession = {
        id: sessionId,
        userId,
        expiresAt,
        attributes: { createdAt, userAgent },
      };
      const roles = rolesOn(holding, localDateOf(now()));
      const user: DatabaseUser = { id: userId, attributes: { ...person, roles } };
      return [session, user];
    },
    getUserSessions: async (staffId) => {
      const rows = await prisma.session.findMany({ where: { staffId }, orderBy: { lastSeenAt: 'desc' } });
      return rows.map(({ idHash, expiresAt, createdAt, userAgent }) => ({
        id: Buffer.from(idHash).toString('hex'),
        userId: staffId,
        expiresAt,
        attributes: { createdAt, userAgent },
      }));
    },
    setSession: async ({ id, userId: staffId, expiresAt, attributes: { createdAt, userAgent } }) => {
      const idHash = sessionHash(id);
      await prisma.session.create({
        data: { idHash, staffId, createdAt, lastSeenAt: createdAt, expiresAt, userAgent },
      });
    },
    updateSessionExpiration: async (sessionId, expiresAt) => {
      const where = { idHash: sessionHash(sessionId) };
      const row = await prisma.session.findUnique({ where });
      if (row === null) return;
      const end = Math.min(expiresAt.getTime(), row.createdAt.getTime() + ABSOLUTE_MS);
      const lastSeenAt = new Date(expiresAt.getTime() - IDLE_MS);
      await prisma.session.updateMany({ where, data: { expiresAt: new Date(end), lastSeenAt } });
    },
    deleteSession: async (sessionId) => {
      await prisma.session.deleteMany({ where: { idHash: sessionHash(sessionId) } });
    },
    deleteUserSessions: async (staffId) => {
      await prisma.session.deleteMany({ where: { staffId } });
    },
    deleteExpiredSessions: async () => {
      await prisma.session.deleteMany({ where: { expiresAt: { lte: now() } } });
    },
  };
}
