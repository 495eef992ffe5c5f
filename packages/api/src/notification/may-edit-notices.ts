import { hasRole, type Actor, type RoleHolder } from '@bihuan/domain';

/** Who decides who hears of what, and in which words. */
export function mayEditNotices(actor: Actor): actor is RoleHolder {
  return hasRole(actor, 'triage_admin', 'system_admin');
}
