import { happened, refused } from '../decision.ts';
import { hasRole } from '../people/actor.ts';
import type { ProposeItem } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { ItemEvent } from './item-event.ts';

/** Opens an item. A normal one is registered (立项) at once; a key or listed one waits for a second signature. */
export function proposeItem(
  command: ProposeItem,
  { actor, now: at, deadlines }: Pick<ItemContext, 'actor' | 'now' | 'deadlines'>,
): ItemDecision {
  if (!hasRole(actor, 'triage_admin', 'leader')) return refused('not_authorised');
  const { type: _, ...data } = command;
  const proposed: ItemEvent = {
    type: 'ItemProposed',
    at,
    ...data,
    proposedBy: actor.staffId,
    deadlineVersion: deadlines.version,
  };
  if (command.importance !== 'normal') return happened(proposed);
  return happened<ItemEvent>(proposed, { type: 'ItemRegistered', at, by: actor.staffId });
}
