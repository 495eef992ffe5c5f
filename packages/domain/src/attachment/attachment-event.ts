import type { Instant } from '../calendar/index.ts';
import type { Area, AttachmentAccess, AttachmentKind } from './attachment.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

export type AttachmentEvent =
  | Event<
      'AttachmentAdded',
      {
        id: string;
        complaintId: string;
        kind: AttachmentKind;
        mediaType: string;
        bytes: number;
        sha256: string;
        copySha256: string | null;
        access: AttachmentAccess;
      }
    >
  | Event<'AttachmentRedacted', { areas: readonly Area[]; sha256: string }>
  | Event<'AttachmentReleased', Record<never, never>>
  | Event<'AttachmentWithheld', Record<never, never>>
  | Event<'OriginalOpened', { reason: string }>;
