import { happened, refused } from '../decision.ts';
import { hasRole } from '../people/actor.ts';
import { besideOf } from './double-supervision.ts';
import type { ProposeItem } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { ItemEvent } from './item-event.ts';

/**
 * Opens an item. A normal one is registered (立项) at once; a key or listed one waits for a second signature. On a matter that
 * is under supervision already it needs a reason.
 */
export function proposeItem(
  command: ProposeItem,
  { actor, now: at, deadlines, doubles }: Pick<ItemContext, 'actor' | 'now' | 'deadlines' | 'doubles'>,
): ItemDecision {
  if (!hasRole(actor, 'triage_admin', 'leader')) return refused('not_authorised');
  const { type: _, doubleReason, ...data } = command;
  const beside = besideOf(doubles, [], doubleReason);
  if (!beside.ok) return beside;
  const proposed: ItemEvent = {
    type: 'ItemProposed',
    at,
    ...data,
    proposedBy: actor.staffId,
    deadlineVersion: deadlines.version,
    ...beside.said,
  };
  if (command.importance !== 'normal') return happened(proposed);
  return happened<ItemEvent>(proposed, { type: 'ItemRegistered', at, by: actor.staffId });
}
