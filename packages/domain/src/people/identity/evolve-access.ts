import { BrokenStream } from '../../broken-stream.ts';
import type { IdentityAccess } from './identity-access.ts';
import type { IdentityEvent } from './identity-event.ts';

/** What a request becomes by one event. */
export function evolveAccess(state: IdentityAccess | null, event: IdentityEvent): IdentityAccess {
  if (event.type === 'AccessRequested') {
    const { id, complaintId, departmentId, by: requestedBy, at: requestedAt, fields: asked, reason } = event;
    return { status: 'requested', id, complaintId, departmentId, requestedBy, requestedAt, asked, reason };
  }
  if (state === null) throw new BrokenStream(`${event.type} without a request`);
  const decided = { ...requestOf(state), decidedAt: event.at };
  const fields = 'fields' in state ? state.fields : state.asked;
  switch (event.type) {
    case 'AccessGranted':
      return {
        ...decided,
        status: 'granted',
        fields: event.fields,
        untilOn: event.untilOn,
        note: event.reason,
      };
    case 'AccessRefused':
      return { ...decided, status: 'refused', note: event.reason };
    case 'AccessRevoked':
      return { ...decided, status: 'revoked', fields, note: event.reason };
    case 'ConsentGiven':
      return { ...decided, status: 'consented', fields: event.fields };
    case 'ConsentDenied':
      return { ...decided, status: 'denied' };
    case 'ConsentWithdrawn':
      return { ...decided, status: 'withdrawn', fields };
  }
}

/** The request its events come to; null where there are none. */
export function foldAccess(events: readonly IdentityEvent[]): IdentityAccess | null {
  return events.reduce<IdentityAccess | null>(evolveAccess, null);
}

function requestOf(state: IdentityAccess) {
  const { id, complaintId, departmentId, requestedBy, requestedAt, asked, reason } = state;
  return { id, complaintId, departmentId, requestedBy, requestedAt, asked, reason };
}
