import type { Role, StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { staffSessions } from './staff-sessions.ts';

/** Who is signed in, as pages show it, and the actor that use cases ask for. */
export type SignedIn = {
  readonly actor: StaffActor;
  readonly login: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly Role[];
  readonly departmentId: string;
  readonly departmentName: string;
  readonly departmentNameEn: string;
  readonly departmentKind: string;
};

/** Who the session id of a cookie stands for; null where it is unknown, ended, or its person no longer works here. */
export async function readSession(
  house: Pick<House, 'db'>,
  sessionId: string | undefined,
): Promise<SignedIn | null> {
  if (sessionId === undefined || sessionId.length > 100) return null;
  const { user } = await staffSessions(house).validateSession(sessionId);
  if (user === null) return null;
  const { id, ...person } = user;
  const actor: StaffActor = {
    kind: 'staff',
    staffId: id,
    departmentId: user.departmentId,
    roles: user.roles,
  };
  return { ...person, actor };
}
