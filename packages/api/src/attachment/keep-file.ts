import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { KeptFile } from '@bihuan/db';
import { shownName, type Refusal } from '@bihuan/domain';
import type { House } from '../house.ts';
import { copyKey, originalKey } from './file-keys.ts';
import type { FileLimits } from './file-limits.ts';
import { FileNotTaken, megabytes, type FileRefusalCode } from './file-refusal.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import type { IncomingFile } from './receive-upload.ts';
import { ScannerFault } from './store/scanner.ts';

export type Kept =
  | { readonly ok: true; readonly file: KeptFile }
  | { readonly ok: false; readonly refusal: Refusal<FileRefusalCode> };

/** Looks into one file that arrived and puts it, sealed, into the store; or says by its name why it is not taken. */
export async function keepFile(house: House, incoming: IncomingFile, limits: FileLimits): Promise<Kept> {
  const { path, claimedName, bytes, sha256, isTooLarge } = incoming;
  try {
    if (isTooLarge) throw new FileNotTaken('file_too_large', { most: megabytes(limits.fileBytes) });
    if (bytes === 0) throw new FileNotTaken('file_broken');
    const { kind, type, ending, copy } = await inspectFile(path, limits);
    const scan = await scanned(house, path);
    const id = house.newId();
    await putSealed(house, originalKey(id), await readFile(path));
    if (copy !== null) await putSealed(house, copyKey(id), copy);
    const copySha256 = copy === null ? null : sha256Of(copy);
    const name = shownName(claimedName, ending);
    return { ok: true, file: { id, kind, type, bytes, sha256, copySha256, name, scan } };
  } catch (error) {
    if (!(error instanceof FileNotTaken)) throw error;
    const name = shownName(claimedName, endingOf(claimedName));
    return { ok: false, refusal: { code: error.code, data: { ...error.data, name } } };
  }
}

/** Takes files out of the store again. */
export async function removeKept(house: House, ids: readonly string[]): Promise<void> {
  await Promise.all(
    ids.flatMap((id) => [house.files.remove(originalKey(id)), house.files.remove(copyKey(id))]),
  );
}

export async function putSealed(house: House, key: string, bytes: Buffer): Promise<void> {
  await house.files.put(key, house.keyring.sealBytes(bytes, `file:${key}`));
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function scanned(house: House, path: string): Promise<KeptFile['scan']> {
  if (house.files.scanner === null) return 'not_scanned';
  try {
    if ((await house.files.scanner.scan(path)) !== null) throw new FileNotTaken('file_infected');
    return 'clean';
  } catch (error) {
    if (error instanceof ScannerFault) throw new FileNotTaken('scanner_unavailable');
    throw error;
  }
}

/** For a file that is not taken: its own ending, so that the person knows it again. */
function endingOf(claimedName: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(claimedName)?.[1] ?? '?';
}
