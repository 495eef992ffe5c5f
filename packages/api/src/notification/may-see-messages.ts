import { hasRole, type Actor } from '@bihuan/domain';

/** Who looks after what goes out. Recipients stay masked for them. */
export function maySeeMessages(actor: Actor): boolean {
  return hasRole(actor, 'clerk', 'triage_admin', 'system_admin');
}
