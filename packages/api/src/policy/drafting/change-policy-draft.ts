import {
  dropPolicyDraft,
  insertPolicyDraft,
  listPolicyVersions,
  savePolicyDraft,
  type PolicyData,
  type PolicyKind,
  type PolicyOrigin,
} from '@bihuan/db';
import { localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { MOST_COUNT, parseInput, typedNumber } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import type { PolicyDesk } from './policy-desk.ts';

export type ChangedPolicy = { readonly version: string; readonly revision: number };

const seen = z.object({ revision: typedNumber(0, MOST_COUNT) });

/** Begins a draft from what is in force, or from `from`; where there is one already, that is it. */
export async function beginDraft<Kind extends PolicyKind>(
  desk: PolicyDesk<Kind>,
  house: House,
  actor: Actor,
  { from, origin }: { readonly from?: PolicyData[Kind]; readonly origin?: PolicyOrigin | null } = {},
): Promise<Result<ChangedPolicy>> {
  if (!desk.changes(actor)) return refusal('not_found');
  const versions = await listPolicyVersions(house.db, desk.kind);
  const before = versions.find(({ isDraft }) => isDraft);
  if (before !== undefined) return done({ version: before.policy.version, revision: before.revision });
  const on = localDateOf(house.now());
  const inForce = await desk.inForce(house, on);
  const numbers = [inForce.version, ...versions.map(({ policy }) => policy.version)].map(numberOf);
  const version = `${desk.kind}-${Math.max(...numbers) + 1}`;
  const by = { staffId: actor.staffId, at: house.now(), on, origin: origin ?? null };
  const isNew = await insertPolicyDraft(house.db, desk.kind, { ...(from ?? inForce), version }, by);
  return isNew ? done({ version, revision: 0 }) : refusal('stale');
}

/** Saves what was typed, unless somebody else saved meanwhile, or it cannot be. */
export async function saveDraft<Kind extends PolicyKind>(
  desk: PolicyDesk<Kind>,
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedPolicy>> {
  if (!desk.changes(actor)) return refusal('not_found');
  const parsed = parseInput(seen, raw);
  if (!parsed.ok) return parsed;
  const { revision } = parsed.value;
  const changed = await desk.parse(house, raw);
  if (!changed.ok) return changed;
  const draft = await seenDraft(house, desk.kind, revision);
  if (draft === null) return refusal('stale');
  const policy: PolicyData[Kind] = { ...draft.policy, ...changed.value };
  const fault = desk.faultOf(policy, draft.published);
  if (fault !== null) return { ok: false, kind: 'refusal', refusal: fault };
  const isSaved = await savePolicyDraft(house.db, desk.kind, policy, revision);
  return isSaved ? done({ version: policy.version, revision: revision + 1 }) : refusal('stale');
}

/** Throws the draft away as it was seen. */
export async function dropDraft<Kind extends PolicyKind>(
  desk: PolicyDesk<Kind>,
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<null>> {
  if (!desk.changes(actor)) return refusal('not_found');
  const parsed = parseInput(seen, raw);
  if (!parsed.ok) return parsed;
  const isDropped = await dropPolicyDraft(house.db, desk.kind, parsed.value.revision);
  return isDropped ? done(null) : refusal('stale');
}

/** The draft as it was seen, with all that was published before; null where there is none, or somebody changed it meanwhile. */
export async function seenDraft<Kind extends PolicyKind>(
  { db }: House,
  kind: Kind,
  revision: number,
): Promise<{ readonly policy: PolicyData[Kind]; readonly published: readonly PolicyData[Kind][] } | null> {
  const versions = await listPolicyVersions(db, kind);
  const draft = versions.find(({ isDraft }) => isDraft);
  if (draft === undefined || draft.revision !== revision) return null;
  const published = versions.filter(({ isDraft }) => !isDraft).map(({ policy }) => policy);
  return { policy: draft.policy, published };
}

function numberOf(version: string): number {
  return Number(version.split('-').at(-1)) || 0;
}
