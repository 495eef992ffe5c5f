import type { House } from '../../house.ts';
import { staffSessions } from './staff-sessions.ts';

/** Removes what has ended by time: sessions and sign-ins left half way. They open nothing any more before this either. */
export async function forgetSessions(house: Pick<House, 'db' | 'now'>): Promise<void> {
  await staffSessions(house).deleteExpiredSessions();
  await house.db.prisma.halfSignIn.deleteMany({ where: { expiresAt: { lte: house.now() } } });
}
