import { readLineAtIssue, readPartakers } from '@bihuan/db';
import { localDateOf, type Actor, type SheetLife } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedNumber } from '../../parse-input.ts';
import { done, type InputCode, type Result } from '../../result.ts';
import { statement } from '../../supervision/item-input.ts';
import { changeSheet, sheetRef, type ChangedSheet } from './change-sheet.ts';

const schema = z.object({
  ...sheetRef,
  objectionId: z.uuid('required' satisfies InputCode),
  ruling: choice(['uphold', 'dismiss']),
  reason: statement,
  /** Points that an account gets back; of no account where a line is objected to. */
  points: z.preprocess((typed) => (typed === '' ? undefined : typed), typedNumber(0, 5, 0.01).optional()),
});

/** Somebody who took no part upholds an objection, which a new line of the ledger puts right, or dismisses it; with the reason. */
export async function ruleOnObjection(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { objectionId, ruling, reason, points, ...ref } = parsed.value;
  return changeSheet(house, actor, ref, async (state) => {
    const tookPart = await partakersOf(house, state, objectionId);
    if (ruling === 'dismiss') return done({ command: { type: 'dismiss', objectionId, reason }, tookPart });
    const lineId = state.objections.find(({ id }) => id === objectionId)?.line?.lineId;
    const line =
      lineId === undefined
        ? null
        : await readLineAtIssue(house.db, state.period, lineId, localDateOf(house.now()));
    const centipoints = points === undefined ? null : Math.round(points * 100);
    const isReversed = line?.isReversed ?? false;
    return done({ command: { type: 'uphold', objectionId, reason, centipoints, isReversed }, tookPart });
  });
}

/** Staff who took part in what an objection is about. */
export async function partakersOf(
  house: House,
  { period, objections }: SheetLife,
  objectionId: string,
): Promise<readonly string[]> {
  const objection = objections.find(({ id }) => id === objectionId);
  if (objection === undefined) return [];
  const { line, departmentId, account } = objection;
  return readPartakers(house.db, line === null ? { departmentId, period, account } : { lineId: line.lineId });
}
