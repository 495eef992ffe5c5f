import type { AttachmentKind } from '@bihuan/domain';

type Taken = { readonly kind: AttachmentKind; readonly ending: string };

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What is taken, by the media type that the bytes show. Nothing that a browser runs. */
export const TAKEN_TYPES: Readonly<Record<string, Taken>> = {
  'image/jpeg': { kind: 'image', ending: 'jpg' },
  'image/png': { kind: 'image', ending: 'png' },
  'image/webp': { kind: 'image', ending: 'webp' },
  'image/avif': { kind: 'image', ending: 'avif' },
  'application/pdf': { kind: 'pdf', ending: 'pdf' },
  [`${OFFICE}.wordprocessingml.document`]: { kind: 'office', ending: 'docx' },
  [`${OFFICE}.spreadsheetml.sheet`]: { kind: 'office', ending: 'xlsx' },
  [`${OFFICE}.presentationml.presentation`]: { kind: 'office', ending: 'pptx' },
  'application/vnd.oasis.opendocument.text': { kind: 'office', ending: 'odt' },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'office', ending: 'ods' },
  'audio/mpeg': { kind: 'audio', ending: 'mp3' },
  'audio/x-m4a': { kind: 'audio', ending: 'm4a' },
  'audio/mp4': { kind: 'audio', ending: 'm4a' },
  'audio/aac': { kind: 'audio', ending: 'aac' },
  'audio/amr': { kind: 'audio', ending: 'amr' },
  'audio/wav': { kind: 'audio', ending: 'wav' },
  'audio/ogg': { kind: 'audio', ending: 'ogg' },
  'audio/ogg; codecs=opus': { kind: 'audio', ending: 'ogg' },
};

/** What the chooser of a browser offers. */
export const CHOOSER_TYPES =
  'image/jpeg,image/png,image/webp,image/avif,application/pdf,audio/*,.docx,.xlsx,.pptx,.odt,.ods';
