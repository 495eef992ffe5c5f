import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeIndicator, indicatorRef, type ChangedIndicator } from './change-indicator.ts';
import { month, points } from './definition-input.ts';

const schema = z.object({ ...indicatorRef, month, points, remark: typedText(0, 500).default('') });

/** A juror's score for a month, from 0 to 100. Given again it takes the place of the first. */
export async function giveJuryScore(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedIndicator>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { points: centipoints, month: of, remark, ...ref } = parsed.value;
  return changeIndicator(house, actor, ref, { type: 'give_jury_score', month: of, centipoints, remark });
}
