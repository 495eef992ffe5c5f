import type { Instant } from '../calendar/index.ts';
import type { Area, AttachmentAccess, AttachmentKind, Evidence } from './attachment.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

type File_ = {
  id: string;
  kind: AttachmentKind;
  mediaType: string;
  bytes: number;
  sha256: string;
  copySha256: string | null;
};

export type AttachmentEvent =
  | Event<'AttachmentAdded', File_ & { complaintId: string; access: AttachmentAccess }>
  /** Of an item or a finding, and so seen by whoever sees these. */
  | Event<'EvidenceAdded', File_ & Evidence>
  | Event<'AttachmentRedacted', { areas: readonly Area[]; sha256: string }>
  | Event<'AttachmentReleased', Record<never, never>>
  | Event<'AttachmentWithheld', Record<never, never>>
  | Event<'OriginalOpened', { reason: string }>;
