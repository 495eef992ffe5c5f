import type { AttachmentKind } from '@bihuan/domain';
import { fileTypeFromFile } from 'file-type';
import type { FileLimits } from '../file-limits.ts';
import { FileNotTaken } from '../file-refusal.ts';
import { checkOfficeFile } from './check-office-file.ts';
import { checkTail } from './check-tail.ts';
import { TAKEN_TYPES } from './file-types.ts';
import { reencodeImage } from './reencode-image.ts';

/** What a file really is. */
export type InspectedFile = {
  readonly kind: AttachmentKind;
  readonly type: string;
  readonly ending: string;
  /** The copy that is shown in its place; null where it is handed out as it came. */
  readonly copy: Buffer | null;
};

/**
 * Looks into a file by its bytes; neither its name nor the type it claims counts. Throws `FileNotTaken` for what is not
 * taken, broken, or made to overwhelm whoever opens it.
 */
export async function inspectFile(path: string, limits: FileLimits): Promise<InspectedFile> {
  const type = await typeOf(path);
  if (type === 'image/heic' || type === 'image/heif') throw new FileNotTaken('file_type_heic');
  if (type === 'application/x-cfb') throw new FileNotTaken('file_type_old_office');
  if (/macroenabled/i.test(type)) throw new FileNotTaken('file_has_macros');
  const taken = TAKEN_TYPES[type];
  if (taken === undefined) throw new FileNotTaken('file_type_not_taken');
  switch (taken.kind) {
    case 'image':
      return { ...taken, type, copy: await reencodeImage(path, limits) };
    case 'office':
      await checkOfficeFile(path, limits);
      return { ...taken, type, copy: null };
    case 'pdf':
    case 'audio':
      await checkTail(path, taken.kind);
      return { ...taken, type, copy: null };
  }
}

async function typeOf(path: string): Promise<string> {
  try {
    return (await fileTypeFromFile(path))?.mime ?? '';
  } catch {
    throw new FileNotTaken('file_broken');
  }
}
