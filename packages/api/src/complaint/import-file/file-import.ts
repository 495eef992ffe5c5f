import { moveImport, readStoredImport } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { importFor, importIdOf } from './import-scope.ts';

/** Has the new rows of a checked file filed; the worker does it. Asked for twice it is done once. */
export async function fileImport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly importId: string }>> {
  const found = await importFor(house, actor, importIdOf(raw));
  if (found === null || actor.kind !== 'staff') return refusal('not_found');
  const { id } = found;
  const change = { at: house.now(), askedById: actor.staffId };
  if (await moveImport(house.db, id, ['checked'], 'filing', change)) return done({ importId: id });
  const now = await readStoredImport(house.db, id);
  return now?.step === 'filing' || now?.step === 'filed' ? done({ importId: id }) : refusal('stale');
}
