import { hasRole, type Actor, type RoleHolder } from '@bihuan/domain';

/** Who reads the routing catalogue and its drafts. */
export function readsRouting(actor: Actor): actor is RoleHolder {
  return hasRole(actor, 'triage_admin', 'leader', 'auditor');
}

/** Who changes it: those who route by it. */
export function changesRouting(actor: Actor): actor is RoleHolder {
  return hasRole(actor, 'triage_admin');
}
