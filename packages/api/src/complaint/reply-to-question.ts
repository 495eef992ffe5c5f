import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { commandAsComplainant, type ChangedComplaint } from './command-as-complainant.ts';
import { complainantRef } from './complainant-ref.ts';

const schema = z.object({ ...complainantRef, text: typedText(1, 2000) });

/** Answers the question the case waits for; the clock of the handling goes on. */
export async function replyToQuestion(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedComplaint>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { text, ...ref } = parsed.value;
  return commandAsComplainant(house, actor, ref, { type: 'reply', text });
}
