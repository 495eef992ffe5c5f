import { foldReview, isExcluded, type RatingReview, type ReviewEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';

export type LoadedReview = { readonly state: RatingReview; readonly head: StreamHead };

/** The review as its events fold to; null where there is none. */
export async function loadReview(db: Pick<Database, 'pool'>, id: string): Promise<LoadedReview | null> {
  const stored = await readStream(db, id);
  if (stored[0]?.stream !== 'rating_review') return null;
  const last = stored.at(-1);
  const state = foldReview(stored.map((event) => toDomainEvent<ReviewEvent>(event)));
  return state === null || last === undefined
    ? null
    : { state, head: { version: last.version, hash: last.hash } };
}

/** The columns of `rating_review` that its events fold to. */
export function reviewRow(state: RatingReview, head: StreamHead) {
  const isWaiting = state.status === 'open';
  const isRectifying = state.status === 'contacted' || state.status === 'verified';
  const due = isWaiting ? state.contactDue : isRectifying ? state.rectifyDue : null;
  const { appeal } = state;
  return {
    id: state.id,
    complaint_id: state.complaintId,
    department_id: state.departmentId,
    level: state.level,
    status: state.status,
    round: state.round,
    opened_at: state.openedAt,
    due_on: due?.date ?? null,
    outcome: state.outcome,
    appeal: appeal === null ? null : appeal.ruling === null ? 'running' : 'ruled',
    appeal_reason: appeal?.reason ?? null,
    is_excluded: isExcluded(state),
    version: head.version,
    head_hash: head.hash,
  };
}

/** Statements that append events to a review and bring its row up to them. */
export function saveReview(
  after: RatingReview,
  head: StreamHead,
  events: readonly ReviewEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('rating_review', after.id, head, actor, events);
  const row = reviewRow(after, appended.head);
  const names = Object.keys(row);
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-rating-review',
      text: `INSERT INTO rating_review (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values(row),
    },
  ];
}
