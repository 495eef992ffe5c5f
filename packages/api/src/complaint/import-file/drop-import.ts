import { countFiledRows, deleteImportRows, finishImport, moveImport } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { importKey } from './import-records.ts';
import { importFor, importIdOf } from './import-scope.ts';

/** Throws a file away of which nothing was filed. */
export async function dropImport(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  const found = await importFor(house, actor, importIdOf(raw));
  if (found === null || actor.kind !== 'staff') return refusal('not_found');
  const { id } = found;
  if ((await countFiledRows(house.db, id)).filed > 0) return refusal('stale');
  const change = { at: house.now(), askedById: actor.staffId };
  if (!(await moveImport(house.db, id, ['arrived', 'checked', 'failed'], 'dropped', change)))
    return refusal('stale');
  await deleteImportRows(house.db, id);
  await finishImport(house.db, id, 'dropped', house.now(), { sample: null });
  await house.files.remove(importKey(id));
  return done(null);
}
