import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { changeSheet, sheetRef, type ChangedSheet } from './change-sheet.ts';

const schema = z.object(sheetRef);

/** Ends the time of objections: the window is over and every objection has its ruling. */
export async function closeObjections(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeSheet(house, actor, parsed.value, () =>
    Promise.resolve(done({ command: { type: 'close_objections' } })),
  );
}
