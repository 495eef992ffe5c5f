import type { Attachment } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `attachment` that its events fold to. */
export function attachmentRow(state: Attachment, head: StreamHead) {
  const { evidence } = state;
  return {
    id: state.id,
    complaint_id: state.complaintId,
    item_id: evidence !== null && 'itemId' in evidence ? evidence.itemId : null,
    inspection_id: evidence !== null && 'inspectionId' in evidence ? evidence.inspectionId : null,
    evidence_of: evidence?.of ?? null,
    evidence_ref: evidence?.ref ?? null,
    kind: state.kind,
    type: state.type,
    bytes: state.bytes,
    sha256: state.sha256,
    copy_sha256: state.copySha256,
    added_at: state.addedAt,
    access: state.access,
    redacted_sha256: state.redaction?.sha256 ?? null,
    version: head.version,
    head_hash: head.hash,
  };
}
