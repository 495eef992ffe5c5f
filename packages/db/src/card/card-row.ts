import type { Card } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `card` that its events fold to. */
export function cardRow(card: Card, head: StreamHead) {
  const issued = 'issuedAt' in card ? card : null;
  return {
    id: card.id,
    number: card.number,
    item_id: card.itemId,
    department_id: card.departmentId,
    colour: card.colour,
    cause: card.cause,
    cause_ref: card.causeRef,
    status: card.status,
    proposed_at: card.proposedAt,
    proposed_by_id: card.proposedBy,
    issued_at: issued?.issuedAt ?? null,
    issued_by_id: issued?.issuedBy ?? null,
    object_until: issued?.objectUntil ?? null,
    points: issued?.points ?? 0,
    talks: issued?.talks.length ?? 0,
    version: head.version,
    head_hash: head.hash,
  };
}
