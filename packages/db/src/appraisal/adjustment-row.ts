import type { Adjustment } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `adjustment` that its events fold to. */
export function adjustmentRow(state: Adjustment, head: StreamHead) {
  return {
    id: state.id,
    department_id: state.departmentId,
    period: state.period,
    kind: state.kind,
    account: state.account,
    centipoints: state.centipoints,
    basis: state.basis,
    document_number: state.documentNumber,
    reason: state.reason,
    item_id: state.itemId,
    reversal_of: state.reversalOf,
    status: state.status,
    proposed_at: state.proposedAt,
    proposed_by_id: state.proposedById,
    settled_at: state.settledAt,
    settled_by_id: state.settledById,
    note: state.note,
    version: head.version,
    head_hash: head.hash,
  };
}
