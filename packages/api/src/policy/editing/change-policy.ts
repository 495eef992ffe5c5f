import { listPolicyVersions, notePolicyOrigin, type PolicyOrigin } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { beginDraft, dropDraft, saveDraft, type ChangedPolicy } from '../drafting/change-policy-draft.ts';
import { editablePolicy } from './editable-policies.ts';
import { originOfMatter } from './asked-changes.ts';

const kindSchema = z.object({ kind: typedText(1, 40) });
const beginSchema = kindSchema.extend({
  /** A version to take up again; empty: what is in force. */
  version: typedText(0, 60).default(''),
  /** The recurring matter that asks for the change; empty where none does. */
  matterId: z.union([z.literal(''), z.uuid('malformed')]).default(''),
});

export type BegunPolicy = ChangedPolicy & { readonly kind: string };

/** Begins a draft: from what is in force, from an older version, or for a matter that keeps coming. */
export async function beginPolicy(house: House, actor: Actor, raw: unknown): Promise<Result<BegunPolicy>> {
  const parsed = parseInput(beginSchema, raw);
  if (!parsed.ok) return parsed;
  const { kind, version, matterId } = parsed.value;
  const desk = editablePolicy(kind);
  if (!desk?.changes(actor)) return refusal('not_found');
  let origin: PolicyOrigin | null = version === '' ? null : { type: 'version', version };
  if (matterId !== '') {
    origin = await originOfMatter(house, matterId);
    if (origin === null) return refusal('no_rule_change_running');
  }
  const versions = await listPolicyVersions(house.db, desk.kind);
  const old = versions.find((one) => one.policy.version === version && !one.isDraft);
  if (version !== '' && old === undefined) return refusal('not_found');
  if (old !== undefined && versions.some(({ isDraft }) => isDraft)) return refusal('policy_draft_exists');
  const begun = await beginDraft(desk, house, actor, { origin, ...(old && { from: old.policy }) });
  if (!begun.ok) return begun;
  if (origin?.type === 'recurring') await notePolicyOrigin(house.db, desk.kind, origin);
  return done({ ...begun.value, kind });
}

/** Saves what was typed. A first signature was for what stood there before, and goes. */
export async function savePolicy(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedPolicy>> {
  const parsed = parseInput(kindSchema, raw);
  if (!parsed.ok) return parsed;
  const desk = editablePolicy(parsed.value.kind);
  return desk === null ? refusal('not_found') : saveDraft(desk, house, actor, raw);
}

/** Throws the draft away as it was seen. */
export async function dropPolicy(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(kindSchema, raw);
  if (!parsed.ok) return parsed;
  const desk = editablePolicy(parsed.value.kind);
  return desk === null ? refusal('not_found') : dropDraft(desk, house, actor, raw);
}
