import type { Area } from './attachment.ts';

export type AttachmentCommand =
  /** `sha256`: of the copy in which the areas are covered. */
  | { readonly type: 'redact'; readonly areas: readonly Area[]; readonly sha256: string }
  | { readonly type: 'release' }
  | { readonly type: 'withhold' }
  | { readonly type: 'open_original'; readonly reason: string };
