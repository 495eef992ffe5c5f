import { loadAccesses } from '@bihuan/db';
import {
  hasRole,
  openFields,
  type AccessStatus,
  type Actor,
  type IdentityField,
  type Instant,
  type LocalDate,
} from '@bihuan/domain';
import type { House } from '../../house.ts';

/** What a department asked about a complainant and what it may see of them now. */
export type OwnAccess = {
  readonly requests: readonly {
    readonly id: string;
    readonly status: AccessStatus;
    readonly at: Instant;
    readonly reason: string;
    readonly fields: readonly IdentityField[];
    readonly note: string;
    readonly untilOn: LocalDate | null;
  }[];
  /** What may be looked at now, with a reason. */
  readonly open: readonly IdentityField[];
  /** Whether another request can be made. */
  readonly mayAsk: boolean;
};

/** Null for everybody who is not of a department that works on cases. */
export async function readOwnAccess(
  house: House,
  actor: Actor,
  complaintId: string,
  hasContact: boolean,
): Promise<OwnAccess | null> {
  if (!hasRole(actor, 'department_officer', 'department_head')) return null;
  const loaded = await loadAccesses(house.db, complaintId);
  const own = loaded.map(({ state }) => state).filter((one) => one.departmentId === actor.departmentId);
  const open = own.flatMap((state) => openFields(state, house.now()));
  return {
    requests: own.map((state) => ({
      ...{ id: state.id, status: state.status, at: state.requestedAt, reason: state.reason },
      fields: 'fields' in state ? state.fields : state.asked,
      note: 'note' in state ? state.note : '',
      untilOn: state.status === 'granted' ? state.untilOn : null,
    })),
    open,
    mayAsk: hasContact && open.length === 0 && !own.some(({ status }) => status === 'requested'),
  };
}
