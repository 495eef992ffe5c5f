import type { Instant } from '../calendar/index.ts';

export const ATTACHMENT_KINDS = ['image', 'pdf', 'office', 'audio'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** office: window, triage, verification and leaders only · department: also those that handle the matter. */
export type AttachmentAccess = 'office' | 'department';

/** A rectangle of an image in thousandths of its width and height. */
export type Area = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** What a file on a supervision item is evidence of. */
export const EVIDENCE_OF = ['measure', 'report', 'visit'] as const;
export type EvidenceOf = (typeof EVIDENCE_OF)[number];

/** `ref`: the id of the measure or the report; of a visit the place of its event in the stream of the item. */
export type ItemEvidence = { readonly itemId: string; readonly of: EvidenceOf; readonly ref: string };

/** Of something found by a special inspection; `ref`: the id of the finding. */
export type FindingEvidence = {
  readonly inspectionId: string;
  readonly of: 'finding';
  readonly ref: string;
};

export type Evidence = ItemEvidence | FindingEvidence;

/**
 * A file that belongs to a complaint, or is evidence on a supervision item or of a finding. Its name and its bytes are kept
 * outside the events.
 */
export type Attachment = {
  readonly id: string;
  /** Null where it is evidence. */
  readonly complaintId: string | null;
  /** Null where it is of a complaint. */
  readonly evidence: Evidence | null;
  readonly kind: AttachmentKind;
  /** As found in the bytes, never as claimed. */
  readonly type: string;
  readonly bytes: number;
  /** SHA-256 of the file as it came. */
  readonly sha256: string;
  /** SHA-256 of the copy that is shown; null where the file is handed out as it came. */
  readonly copySha256: string | null;
  readonly addedAt: Instant;
  readonly access: AttachmentAccess;
  readonly redaction: { readonly sha256: string; readonly areas: readonly Area[] } | null;
};
