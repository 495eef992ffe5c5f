import { SYSTEM } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { admitClient, holds, type Asking } from '../../open311/admit-client.ts';
import { parseInput } from '../../parse-input.ts';
import { refusal, type InputCode, type Result } from '../../result.ts';
import { takeResults, type TakenResults } from './take-results.ts';

const cell = z.string('malformed' satisfies InputCode).max(2000, 'too_long' satisfies InputCode);
const number = z.union([cell, z.number().transform(String)], 'not_a_number' satisfies InputCode);

const schema = z.object({
  results: z
    .array(
      z.object({ indicator: cell, month: cell, value: number, evidence: cell, reason: cell.default('') }),
      'required' satisfies InputCode,
    )
    .min(1, 'required' satisfies InputCode)
    .max(200, 'out_of_range' satisfies InputCode),
  dry_run: z.boolean('malformed' satisfies InputCode).default(false),
});

/**
 * Takes results from a program whose key holds `enter_results`. Each is told what became of it; the same again changes nothing. They
 * count once a person has confirmed them.
 */
export async function sendResults(house: House, asking: Asking, raw: unknown): Promise<Result<TakenResults>> {
  if (asking.apiKey === '') return refusal('api_key_unknown');
  const admitted = await admitClient(house, asking);
  if (!admitted.ok) return admitted;
  if (!holds(admitted.value, 'enter_results'))
    return refusal('api_key_without_scope', { scope: 'enter_results' });
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const rows = parsed.value.results.map((row, index) => ({ line: index + 1, ...row }));
  const client = admitted.value?.source ?? '';
  return takeResults(house, SYSTEM, rows, { way: 'api', client, isDryRun: parsed.value.dry_run });
}
