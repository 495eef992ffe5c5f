import { SATISFACTION_LEVELS, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { commandAsComplainant, type ChangedComplaint } from './command-as-complainant.ts';
import { complainantRef } from './complainant-ref.ts';

const schema = z.object({
  ...complainantRef,
  level: choice(SATISFACTION_LEVELS),
  comment: typedText(0, 500).default(''),
});

/** Rates the handling (好差评). May be done again until the time for rating is over; every rating is kept. */
export async function rateComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedComplaint>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { level, comment, ...ref } = parsed.value;
  return commandAsComplainant(house, actor, ref, { type: 'rate', level, comment });
}
