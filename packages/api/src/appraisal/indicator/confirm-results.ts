import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, type InputCode, type Result } from '../../result.ts';
import { changeIndicator } from './change-indicator.ts';

const schema = z.object({
  /** `indicatorId:resultId`, each. */
  results: z
    .array(z.string('malformed' satisfies InputCode).max(80, 'malformed' satisfies InputCode), 'required')
    .min(1, 'required')
    .max(500, 'out_of_range'),
});

const UUID = z.uuid();

export type ConfirmedResults = { readonly confirmed: number };

/**
 * Confirms results that somebody else entered, one or several. The first that a rule stands against ends it; what was confirmed
 * until then stays.
 */
export async function confirmResults(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ConfirmedResults>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const chosen = parsed.value.results.map((one) => one.split(':'));
  if (chosen.some((ids) => ids.length !== 2 || ids.some((id) => !UUID.safeParse(id).success)))
    return badInput({ results: 'malformed' });
  let confirmed = 0;
  for (const [indicatorId = '', resultId = ''] of chosen) {
    const changed = await changeIndicator(
      house,
      actor,
      { indicatorId },
      { type: 'confirm_result', resultId },
    );
    if (!changed.ok) return changed;
    confirmed += 1;
  }
  return done({ confirmed });
}
