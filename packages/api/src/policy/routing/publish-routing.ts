import { publishRoutingDraft, readLatestTryOut, readRoutingDraft } from '@bihuan/db';
import { isLocalDate, localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { MOST_COUNT, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import type { ChangedDraft } from './change-routing-draft.ts';
import { changesRouting } from './routing-authority.ts';

const schema = z.object({
  revision: typedNumber(0, MOST_COUNT),
  effectiveFrom: z.string('required').refine(isLocalDate, 'not_a_date'),
  source: typedText(2, 500),
});

/** Publishes the draft from a day on, with what it rests on; only as it was tried out, and never for days gone by. */
export async function publishRouting(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedDraft>> {
  if (!changesRouting(actor)) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { revision, effectiveFrom, source } = parsed.value;
  if (effectiveFrom < localDateOf(house.now())) return badInput({ effectiveFrom: 'out_of_range' });
  const draft = await readRoutingDraft(house.db);
  if (draft === null || draft.policy.revision !== revision) return refusal('stale');
  const tryOut = await readLatestTryOut(house.db, draft.policy.version);
  if (tryOut === null || !tryOut.isFinished || tryOut.revision !== revision) return refusal('try_out_first');
  const isPublished = await publishRoutingDraft(house.db, draft.policy, effectiveFrom, source, house.now());
  return isPublished ? done({ version: draft.policy.version, revision }) : refusal('stale');
}
