import type { Role, StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { actFor } from '../substitution/act-for.ts';
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
  /** Somebody else chose their password: before anything else they choose one of their own. */
  readonly hasGivenPassword: boolean;
  /** Whom they act for in this request; null where for themselves. */
  readonly actingFor: { readonly staffId: string; readonly name: string } | null;
};

/**
 * Who the session id of a cookie stands for; null where it is unknown, ended, or its person no longer works here. `forStaffId`:
 * somebody away in whose place they ask to act; without effect where they may not today.
 */
export async function readSession(
  house: Pick<House, 'db' | 'now'>,
  sessionId: string | undefined,
  forStaffId?: string,
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
  const represented = await actFor(house, actor, forStaffId);
  if (represented === null) return { ...person, actor, actingFor: null };
  const { staffId, name, actor: inPlace } = represented;
  const { roles, departmentId } = inPlace;
  return { ...person, roles, departmentId, actor: inPlace, actingFor: { staffId, name } };
}
