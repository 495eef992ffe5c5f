import type { House } from '../../house.ts';
import type { SealedFile } from './sealed-places.ts';

export type FileState = 'as_it_was' | 'resealed' | 'missing' | 'damaged' | { readonly under: string };

/**
 * Brings a stored file under the key in use, in one step; with `isReading` it is only looked at. Files of which there is only
 * sometimes one, such as the copy of an image, may be `missing`.
 */
export async function resealFile(
  { files, keyring }: Pick<House, 'files' | 'keyring'>,
  { key, context }: SealedFile,
  { isReading }: { readonly isReading: boolean },
): Promise<FileState> {
  if (!(await files.has(key))) return 'missing';
  const sealed = await files.get(key);
  const fitting = keyring.keyIds.find((id) => opens(() => keyring.openBytes(sealed, context, id)));
  if (fitting === undefined) return 'damaged';
  if (fitting === keyring.keyId) return 'as_it_was';
  if (isReading) return { under: fitting };
  await files.replace(key, keyring.sealBytes(keyring.openBytes(sealed, context, fitting), context));
  return 'resealed';
}

export function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}
