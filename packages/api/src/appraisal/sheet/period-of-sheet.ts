import { loadSheetById } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { seesPeriods } from './sheet-reader.ts';

const schema = z.object({ sheetId: z.uuid() });

/** The period of a sheet by its id, as notices name it. */
export async function periodOfSheet(house: House, actor: Actor, raw: unknown): Promise<Result<string>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !seesPeriods(actor)) return refusal('not_found');
  const loaded = await loadSheetById(house.db, parsed.value.sheetId);
  return loaded === null ? refusal('not_found') : done(loaded.state.period);
}
