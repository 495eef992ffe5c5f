import { moveImport } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type InputCode, type Result } from '../../result.ts';
import { IMPORT_FIELDS, NEEDED_FIELDS, type ImportField } from '../import/import-columns.ts';
import { openSample } from './import-sample.ts';
import { importFor } from './import-scope.ts';

const schema = z.object({
  importId: z.uuid('malformed'),
  source: typedText(1, 40),
  /** Header by field; empty where the file does not have it. */
  column: z.partialRecord(z.enum(IMPORT_FIELDS), z.string().max(200)).default({}),
});

/** Has the file looked through with these columns; the worker does it, nothing is filed. */
export async function checkImport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly importId: string }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { importId, source, column } = parsed.value;
  const found = await importFor(house, actor, importId);
  if (found === null || actor.kind !== 'staff') return refusal('not_found');
  if (found.sample === null) return refusal('import_file_gone');
  const { headers } = openSample(house, found);
  const chosen = Object.entries(column).filter(([, header]) => header !== '') as [ImportField, string][];
  const fields = wrongColumns(chosen, headers);
  if (Object.keys(fields).length > 0) return badInput(fields);
  const moved = await moveImport(house.db, importId, ['arrived', 'checked', 'failed'], 'checking', {
    ...{ at: house.now(), askedById: actor.staffId, source },
    columns: Object.fromEntries(chosen),
  });
  return moved ? done({ importId }) : refusal('stale');
}

function wrongColumns(
  chosen: readonly (readonly [ImportField, string])[],
  headers: readonly string[],
): Readonly<Record<string, InputCode>> {
  const wrong: Record<string, InputCode> = {};
  for (const field of NEEDED_FIELDS)
    if (!chosen.some(([one]) => one === field)) wrong[`column.${field}`] = 'required';
  for (const [index, [field, header]] of chosen.entries()) {
    if (!headers.includes(header)) wrong[`column.${field}`] = 'not_a_choice';
    else if (chosen.slice(0, index).some(([, other]) => other === header))
      wrong[`column.${field}`] = 'already_taken';
  }
  return wrong;
}
