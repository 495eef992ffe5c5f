import { moveImport, readActedOn } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { importFor } from './import-scope.ts';

const schema = z.object({ importId: z.uuid('malformed'), reason: typedText(2, 500) });

/**
 * Takes back everything a file brought in, as long as nobody has acted on any of it; the worker does it. The complaints stay
 * with their history, as withdrawn; their numbers of the other platform may come again.
 */
export async function undoImport(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly importId: string }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { importId, reason } = parsed.value;
  const found = await importFor(house, actor, importId);
  if (found === null || actor.kind !== 'staff') return refusal('not_found');
  const [acted] = await readActedOn(house.db, importId, 1);
  if (acted !== undefined) return refusal('import_acted_on', { number: acted.trackingNumber });
  const change = { at: house.now(), askedById: actor.staffId, undoReason: reason };
  const moved = await moveImport(house.db, importId, ['filed', 'failed'], 'undoing', change);
  return moved ? done({ importId }) : refusal('stale');
}
