import { publishPolicyDraft, type PolicyKind } from '@bihuan/db';
import { isLocalDate, localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { MOST_COUNT, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { forgetRules } from '../rules-in-force.ts';
import { seenDraft, type ChangedPolicy } from './change-policy-draft.ts';
import type { PolicyDesk } from './policy-desk.ts';

const schema = z.object({
  revision: typedNumber(0, MOST_COUNT),
  effectiveFrom: z.string('required').refine(isLocalDate, 'not_a_date'),
  source: typedText(2, 500),
});

/** Publishes the draft as it was seen, from a day on that is still to come, with what it rests on. */
export async function publishDraft<Kind extends PolicyKind>(
  desk: PolicyDesk<Kind>,
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedPolicy>> {
  if (!desk.changes(actor)) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { revision, effectiveFrom, source } = parsed.value;
  const at = house.now();
  if (effectiveFrom < desk.earliest(localDateOf(at))) return badInput({ effectiveFrom: 'out_of_range' });
  const draft = await seenDraft(house, desk.kind, revision);
  if (draft === null) return refusal('stale');
  const policy = desk.completed(draft.policy);
  const fault = desk.faultOf(policy, draft.published);
  if (fault !== null) return { ok: false, kind: 'refusal', refusal: fault };
  const published = { effectiveFrom, source, staffId: actor.staffId, at };
  if (!(await publishPolicyDraft(house.db, desk.kind, policy, revision, published))) return refusal('stale');
  forgetRules(house);
  return done({ version: policy.version, revision });
}
