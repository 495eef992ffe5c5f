import {
  hasRole,
  isInForce,
  isJuror,
  isOfOwner,
  type Actor,
  type Indicator,
  type Role,
} from '@bihuan/domain';

/** all: everything · own: a department's own, once published · jury: what a juror has to judge, and their own scores · nothing. */
export type IndicatorReach = 'all' | 'own' | 'jury' | 'nothing';

const SEE_ALL: readonly Role[] = ['appraisal_admin', 'triage_admin', 'leader', 'auditor'];

export function seesAllIndicators(actor: Actor): boolean {
  return hasRole(actor, ...SEE_ALL);
}

/** What a person may see of an indicator. Drafts are for those who draft and those who oversee them. */
export function indicatorReach(actor: Actor, indicator: Indicator): IndicatorReach {
  if (actor.kind !== 'staff') return 'nothing';
  if (seesAllIndicators(actor)) return 'all';
  if (!isInForce(indicator)) return 'nothing';
  if (isOfOwner(actor, indicator) && hasRole(actor, 'department_officer', 'department_head')) return 'own';
  return isJuror(actor, indicator) ? 'jury' : 'nothing';
}
