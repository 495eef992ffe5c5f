import { readFile } from 'node:fs/promises';
import { hasRole, shownName, type Actor } from '@bihuan/domain';
import { fileLimitsOf } from '../../attachment/file-limits.ts';
import { FileNotTaken, megabytes } from '../../attachment/file-refusal.ts';
import { receiveUpload, type Upload } from '../../attachment/receive-upload.ts';
import { importKind } from '../../complaint/import-file/import-kind.ts';
import { importFileRecords } from '../../complaint/import-file/import-records.ts';
import { FileFault } from '../../complaint/import/file-fault.ts';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { resultRows, resultText } from './result-rows.ts';
import { takeResults, type TakenResults } from './take-results.ts';

/** So many rows are taken at once. */
export const MOST_RESULT_ROWS = 1000;

/** What a file would do, and its rows as text, so that they can be taken without the file. */
export type BroughtResults = TakenResults & { readonly text: string };

/** Looks through a file of results, CSV or XLSX, and says of each row what would become of it. Writes nothing. */
export async function bringResults(
  house: House,
  actor: Actor,
  upload: Upload,
): Promise<Result<BroughtResults>> {
  if (!hasRole(actor, 'appraisal_admin')) return refusal('not_found');
  const limits = { ...(await fileLimitsOf(house)), filesPerPost: 1 };
  const received = await receiveUpload(house, upload, limits);
  if (!received.ok) return received;
  try {
    const [file] = received.value.files;
    if (file === undefined) return refusal('no_file');
    if (file.isTooLarge) throw new FileNotTaken('file_too_large', { most: megabytes(limits.fileBytes) });
    const bytes = await readFile(file.path);
    const rows = await resultRows(importFileRecords(await importKind(file.path, bytes, limits), bytes));
    if (rows.length > MOST_RESULT_ROWS) return refusal('too_many_rows', { most: MOST_RESULT_ROWS });
    const taken = await takeResults(house, actor, rows, { way: 'file', client: '', isDryRun: true });
    return taken.ok ? done({ ...taken.value, text: resultText(rows) }) : taken;
  } catch (error) {
    const name = shownName(received.value.files[0]?.claimedName ?? '', 'csv');
    if (error instanceof FileNotTaken) return refusal(error.code, { ...error.data, name });
    if (error instanceof FileFault) return refusal(error.code, error.data);
    throw error;
  } finally {
    await received.value.discard();
  }
}
