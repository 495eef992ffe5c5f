import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { commandAsComplainant, type ChangedComplaint } from './command-as-complainant.ts';
import { complainantRef } from './complainant-ref.ts';

const schema = z.object({ ...complainantRef, reason: typedText(4, 1000) });

/** Objects to a decline, once; another person decides. */
export async function objectToDecline(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedComplaint>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...ref } = parsed.value;
  return commandAsComplainant(house, actor, ref, { type: 'object_to_decline', reason });
}
