import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { commandAsComplainant, type ChangedComplaint } from './command-as-complainant.ts';
import { complainantRef } from './complainant-ref.ts';

const schema = z.object({ ...complainantRef });

/** The complainant takes the answer; the case is closed. */
export async function confirmAnswer(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedComplaint>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return commandAsComplainant(house, actor, parsed.value, { type: 'confirm' });
}
