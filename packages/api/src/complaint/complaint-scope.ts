import type { ComplaintScope } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';

const NOTHING: ComplaintScope = { isAll: false, isWindow: false, isLinked: false, participantId: null };

/**
 * Which complaints a person may see. Source: domain.md, People and what they may do. Whoever verifies sees what came under
 * an item; a department only what came under an item of its own; custodian and system admin see no case.
 */
export function complaintScope(actor: Actor): ComplaintScope {
  if (actor.kind === 'system') return { ...NOTHING, isAll: true };
  if (actor.kind === 'complainant') return NOTHING;
  return {
    isAll: hasRole(actor, 'triage_admin', 'leader', 'auditor'),
    isWindow: hasRole(actor, 'clerk'),
    isLinked: hasRole(actor, 'inspector', 'assessor'),
    participantId: hasRole(actor, 'department_officer', 'department_head') ? actor.departmentId : null,
  };
}

export function seesAnyComplaint(scope: ComplaintScope): boolean {
  return scope.isAll || scope.isWindow || scope.isLinked || scope.participantId !== null;
}

/** Whether this person is kept behind the identity firewall: sees the matter, never the person. */
export function isBehindFirewall(actor: Actor): boolean {
  return !hasRole(actor, 'clerk', 'triage_admin', 'leader', 'auditor', 'inspector', 'assessor');
}
