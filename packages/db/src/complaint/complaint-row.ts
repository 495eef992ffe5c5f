import type { Complaint } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `complaint` that its events fold to; the rest is the matter as filed. */
export type ComplaintRow = ReturnType<typeof complaintRow>;

/** States in which a final answer may be decided. */
const DECIDABLE: readonly Complaint['status'][] = ['closed', 'disputed', 'reopened'];

export function complaintRow(state: Complaint, head: StreamHead) {
  const clock = 'clock' in state ? state.clock : null;
  /** While it is reviewed it is still of the kind it was. */
  const kept = state.status === 'under_review' ? state.before : state;
  return {
    id: state.id,
    tracking_number: state.trackingNumber,
    channel: state.channel,
    complainant_kind: state.complainantKind,
    openness: state.openness,
    is_reachable: state.reachable,
    status: state.status,
    round: state.round,
    category: 'category' in kept ? kept.category : null,
    complexity: 'complexity' in kept ? kept.complexity : null,
    item_id: 'itemId' in state ? state.itemId : null,
    survivor_id: state.status === 'merged' ? state.survivorId : null,
    split_from_id: state.splitFromId,
    contact_removed_at: state.contactRemoved?.at ?? null,
    is_held: state.hold !== null,
    is_final_proposed: state.finalProposal !== null && DECIDABLE.includes(state.status),
    clock_kind: clock?.kind ?? null,
    due_on: clock?.due.date ?? null,
    due_half: clock?.due.half ?? null,
    is_due_provisional: clock?.due.provisional ?? false,
    submitted_at: state.submittedAt,
    closed_at: state.status === 'closed' ? state.closedAt : null,
    version: head.version,
    head_hash: head.hash,
  };
}
