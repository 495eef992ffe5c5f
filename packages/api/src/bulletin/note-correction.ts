import { FIGURES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { bulletinRef, changeBulletin, type ChangedBulletin } from './change-bulletin.ts';

const schema = z.object({
  ...bulletinRef,
  key: choice(FIGURES),
  is: z.coerce
    .number('not_a_number')
    .int('not_a_number')
    .min(0, 'out_of_range')
    .max(9_999_999, 'out_of_range'),
  note: typedText(2, 300),
});

/** Notes what is wrong in a published bulletin. It stays as it is; the next one says what is right and why. */
export async function noteCorrection(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedBulletin>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { bulletinId, version, ...correction } = parsed.value;
  return changeBulletin(house, actor, { bulletinId, version }, async () =>
    done({ type: 'note_correction', ...correction }),
  );
}
