import { noteStaffAddress } from '../../complaint/rating-review/rating-trace.ts';
import type { House } from '../../house.ts';
import { staffSessions } from './staff-sessions.ts';

export type SignInFrom = {
  readonly address: string;
  readonly userAgent: string;
  /** The session of the cookie that came along; it ends, so that every sign-in gets a new id. */
  readonly earlierSessionId?: string | undefined;
  /** Lets milliseconds pass; tests do not wait. */
  readonly pause?: (ms: number) => Promise<unknown>;
};

export type OpenedSession = {
  readonly sessionId: string;
  readonly staffId: string;
  readonly locale: string;
};

/** A session of somebody who has shown all that is asked for. */
export async function openSession(
  house: House,
  staff: { readonly id: string; readonly locale: string },
  { address, userAgent, earlierSessionId }: SignInFrom,
): Promise<OpenedSession> {
  const sessions = staffSessions(house);
  if (earlierSessionId !== undefined) await sessions.invalidateSession(earlierSessionId);
  const { id } = await sessions.createSession(staff.id, {
    createdAt: new Date(),
    userAgent: userAgent.slice(0, 200),
  });
  await noteStaffAddress(house, address);
  return { sessionId: id, staffId: staff.id, locale: staff.locale };
}
