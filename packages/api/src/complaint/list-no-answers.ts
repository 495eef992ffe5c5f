import { readNoAnswers, type NoAnswer } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

/** So many to a page. */
export const NO_ANSWERS_PAGE = 50;

export type NoAnswersPage = {
  readonly lines: readonly NoAnswer[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
};

const schema = z.object({
  kind: z.enum(['declined', 'not_permitted']).nullish().catch(null),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullish()
    .catch(null),
});

/**
 * The register of "no" (不予受理、不予许可登记): what was not taken on or not permitted, why, and whether it held. For triage,
 * leaders and auditors; `not_found` for everybody else.
 */
export async function listNoAnswers(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<NoAnswersPage>> {
  if (!hasRole(actor, 'triage_admin', 'leader', 'auditor')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { kind = null, after = null } = parsed.value;
  const found = await readNoAnswers(house.db, kind, after, NO_ANSWERS_PAGE + 1);
  const lines = found.slice(0, NO_ANSWERS_PAGE);
  const last = lines.at(-1);
  return done({ lines, next: found.length > lines.length && last !== undefined ? last.position : null });
}
