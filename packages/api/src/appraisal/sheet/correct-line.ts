import { readLineAtIssue } from '@bihuan/db';
import { localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, type InputCode, type Result } from '../../result.ts';
import { statement } from '../../supervision/item-input.ts';
import { changeSheet, sheetRef, type ChangedSheet } from './change-sheet.ts';

const schema = z.object({
  ...sheetRef,
  lineId: z.uuid('required' satisfies InputCode),
  reason: statement,
});

/** Gives back a line of a frozen period by a new one. The frozen sheet stays; a restatement takes it up. */
export async function correctLine(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { lineId, reason, ...ref } = parsed.value;
  return changeSheet(house, actor, ref, async ({ period }) => {
    const line = await readLineAtIssue(house.db, period, lineId, localDateOf(house.now()));
    if (line === null) return badInput({ lineId: 'not_a_choice' });
    return done({ command: { type: 'correct_line', line, reason } });
  });
}
