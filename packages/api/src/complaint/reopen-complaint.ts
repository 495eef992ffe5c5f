import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { commandAsComplainant, type ChangedComplaint } from './command-as-complainant.ts';
import { complainantRef } from './complainant-ref.ts';

const schema = z.object({ ...complainantRef, reason: typedText(4, 1000) });

/** Reopens a closed case, within the days and as often as the policy of the case allows. */
export async function reopenComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedComplaint>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...ref } = parsed.value;
  return commandAsComplainant(house, actor, ref, { type: 'reopen', reason });
}
