import type { House } from '../../house.ts';
import { staffSessions } from './staff-sessions.ts';

/** Ends one session. Nothing happens where it has ended already. */
export async function signOut(house: Pick<House, 'db' | 'now'>, sessionId: string): Promise<void> {
  await staffSessions(house).invalidateSession(sessionId);
}
