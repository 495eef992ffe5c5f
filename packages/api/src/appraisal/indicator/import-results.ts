import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { importFileRecords } from '../../complaint/import-file/import-records.ts';
import { FileFault } from '../../complaint/import/file-fault.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { refusal, type InputCode, type Result } from '../../result.ts';
import { MOST_RESULT_ROWS } from './bring-results.ts';
import { resultRows } from './result-rows.ts';
import { takeResults, type TakenResults } from './take-results.ts';

const schema = z.object({
  /** Rows as CSV with a header. */
  text: z
    .string('required' satisfies InputCode)
    .min(1, 'required' satisfies InputCode)
    .max(400_000, 'too_long' satisfies InputCode),
});

/** Enters the rows of a file that was looked through. The same rows again change nothing and say so. */
export async function importResults(house: House, actor: Actor, raw: unknown): Promise<Result<TakenResults>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  if (!hasRole(actor, 'appraisal_admin')) return refusal('not_authorised');
  try {
    const rows = await resultRows(importFileRecords('csv', Buffer.from(parsed.value.text)));
    if (rows.length > MOST_RESULT_ROWS) return refusal('too_many_rows', { most: MOST_RESULT_ROWS });
    return await takeResults(house, actor, rows, { way: 'file', client: '', isDryRun: false });
  } catch (error) {
    if (error instanceof FileFault) return refusal(error.code, error.data);
    throw error;
  }
}
