import { readFile } from 'node:fs/promises';
import { insertImport } from '@bihuan/db';
import { shownName, type Actor } from '@bihuan/domain';
import { fileLimitsOf, type FileLimits } from '../../attachment/file-limits.ts';
import { FileNotTaken, megabytes } from '../../attachment/file-refusal.ts';
import { putSealed } from '../../attachment/keep-file.ts';
import { receiveUpload, type IncomingFile, type Upload } from '../../attachment/receive-upload.ts';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { FileFault } from '../import/file-fault.ts';
import { guessColumns } from '../import/import-columns.ts';
import { importKind } from './import-kind.ts';
import { importFileRecords, importKey } from './import-records.ts';
import { sampleOf, sealSample } from './import-sample.ts';
import { mayImport } from './import-scope.ts';

const SOURCE = '12345';

/**
 * Takes a file of another platform in, CSV or XLSX, and guesses what its columns hold. Nothing becomes a complaint by that:
 * the file waits, sealed, until somebody has looked at it.
 */
export async function bringImport(
  house: House,
  actor: Actor,
  upload: Upload,
): Promise<Result<{ readonly importId: string }>> {
  if (!mayImport(actor)) return refusal('not_found');
  const limits = { ...(await fileLimitsOf(house)), filesPerPost: 1 };
  const received = await receiveUpload(house, upload, limits);
  if (!received.ok) return received;
  try {
    const [file] = received.value.files;
    if (file === undefined) return refusal('no_file');
    return done({ importId: await keep(house, actor, file, limits) });
  } catch (error) {
    const name = shownName(received.value.files[0]?.claimedName ?? '', 'csv');
    if (error instanceof FileNotTaken) return refusal(error.code, { ...error.data, name });
    if (error instanceof FileFault) return refusal(error.code, error.data);
    throw error;
  } finally {
    await received.value.discard();
  }
}

async function keep(
  house: House,
  actor: Extract<Actor, { kind: 'staff' }>,
  file: IncomingFile,
  limits: FileLimits,
): Promise<string> {
  if (file.isTooLarge) throw new FileNotTaken('file_too_large', { most: megabytes(limits.fileBytes) });
  const bytes = await readFile(file.path);
  const kind = await importKind(file.path, bytes, limits);
  const sample = await sampleOf(importFileRecords(kind, bytes));
  if (sample.headers.length === 0) throw new FileFault('file_empty');
  const id = house.newId();
  await putSealed(house, importKey(id), bytes);
  await insertImport(house.db, {
    ...{ id, kind, source: SOURCE, fileName: shownName(file.claimedName, kind), bytes: file.bytes },
    ...{ keyId: house.keyring.keyId, sample: sealSample(house, id, sample) },
    columns: guessColumns(sample.headers) as Readonly<Record<string, string>>,
    ...{ broughtById: actor.staffId, departmentId: actor.departmentId, at: house.now() },
  });
  return id;
}
