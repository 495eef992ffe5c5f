import { BrokenStream } from '../broken-stream.ts';
import type { Attachment, Evidence } from './attachment.ts';
import type { AttachmentEvent } from './attachment-event.ts';

/** The attachment after one more event. Throws `BrokenStream` where the events cannot have been written by us. */
export function evolveAttachment(state: Attachment | null, event: AttachmentEvent): Attachment {
  if (event.type === 'AttachmentAdded') {
    if (state !== null) throw new BrokenStream(`${event.type} after the beginning`);
    const { id, complaintId, kind, mediaType: type, bytes, sha256, copySha256, access, at: addedAt } = event;
    const file = { id, kind, type, bytes, sha256, copySha256, addedAt, access, redaction: null };
    return { ...file, complaintId, evidence: null };
  }
  if (event.type === 'EvidenceAdded') {
    if (state !== null) throw new BrokenStream(`${event.type} after the beginning`);
    const { id, kind, mediaType: type, bytes, sha256, copySha256, at: addedAt } = event;
    const evidence: Evidence =
      event.of === 'finding'
        ? { inspectionId: event.inspectionId, of: event.of, ref: event.ref }
        : { itemId: event.itemId, of: event.of, ref: event.ref };
    const file = { id, kind, type, bytes, sha256, copySha256, addedAt, redaction: null };
    return { ...file, access: 'department', complaintId: null, evidence };
  }
  if (state === null) throw new BrokenStream(`${event.type} before AttachmentAdded`);
  switch (event.type) {
    case 'AttachmentRedacted':
      return { ...state, redaction: { sha256: event.sha256, areas: event.areas } };
    case 'AttachmentReleased':
      return { ...state, access: 'department' };
    case 'AttachmentWithheld':
      return { ...state, access: 'office' };
    case 'OriginalOpened':
      return state;
  }
}

export function foldAttachment(events: readonly AttachmentEvent[]): Attachment | null {
  return events.reduce<Attachment | null>(evolveAttachment, null);
}
