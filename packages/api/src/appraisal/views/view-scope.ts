import type { ComplaintScope } from '@bihuan/db';
import { hasRole, isOfCallbacks, type Actor, type Tally } from '@bihuan/domain';
import { complaintScope } from '../../complaint/complaint-scope.ts';
import type { House } from '../../house.ts';
import { withForerunners } from '../../people/department-lineage.ts';

/** What somebody may see counted: everything, or what is of their own department. */
export type ViewScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'department'; readonly departmentId: string };

/** The leader page: for who reads everything, and a department its own. Null for all others. */
export function overviewScope(actor: Actor): ViewScope | null {
  if (hasRole(actor, 'leader', 'auditor', 'appraisal_admin')) return { kind: 'all' };
  if (actor.kind === 'staff' && hasRole(actor, 'department_officer', 'department_head'))
    return { kind: 'department', departmentId: actor.departmentId };
  return null;
}

/** Trends and the rows behind them: the triage admin too. */
export function trendScope(actor: Actor): ViewScope | null {
  return hasRole(actor, 'triage_admin') ? { kind: 'all' } : overviewScope(actor);
}

/** What is counted for a scope: a department counts only complaints it may see. */
export async function countedFor(
  house: House,
  actor: Actor,
  scope: ViewScope,
): Promise<{ readonly departmentIds: readonly string[] | null; readonly scope: ComplaintScope | null }> {
  if (scope.kind === 'all') return { departmentIds: null, scope: null };
  return { departmentIds: await withForerunners(house, scope.departmentId), scope: complaintScope(actor) };
}

/** Whether the rows of a tally may be opened: a department never learns what a single complainant answered. */
export function mayOpen(scope: ViewScope, tally: Tally): boolean {
  return scope.kind === 'all' || !isOfCallbacks(tally);
}
