import { hasRole, type Actor, type Card, type CardStatus } from '@bihuan/domain';
import { itemScope } from '../supervision/item-scope.ts';

/** What a department sees of cards: those it got notice of. */
export const NOTICED: readonly CardStatus[] = ['issued', 'objected', 'upheld', 'revoked', 'cleared'];

/** Whether this person may see the card: whoever sees all items, and the department once it got notice. */
export function seesCard(actor: Actor, { departmentId, status }: Card): boolean {
  const scope = itemScope(actor);
  if (scope.kind !== 'department') return scope.kind === 'all';
  return scope.departmentId === departmentId && NOTICED.includes(status);
}

export function mayProposeCard(actor: Actor): boolean {
  return hasRole(actor, 'triage_admin', 'inspector', 'leader');
}
