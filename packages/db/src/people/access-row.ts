import type { IdentityAccess } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `identity_access` that its events fold to. */
export function accessRow(access: IdentityAccess, head: StreamHead) {
  return {
    id: access.id,
    complaint_id: access.complaintId,
    department_id: access.departmentId,
    status: access.status,
    requested_by_id: access.requestedBy,
    requested_at: access.requestedAt,
    reason: access.reason,
    fields: 'fields' in access ? access.fields : access.asked,
    until_on: access.status === 'granted' ? access.untilOn : null,
    decided_at: 'decidedAt' in access ? access.decidedAt : null,
    note: 'note' in access ? access.note : '',
    version: head.version,
    head_hash: head.hash,
  };
}
