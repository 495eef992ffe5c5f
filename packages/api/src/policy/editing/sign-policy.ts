import {
  listPolicyVersions,
  publishPolicyDraft,
  readLatestPolicyTryOut,
  sendPolicyDraftBack,
  signPolicyDraft,
  type PolicyVersion,
} from '@bihuan/db';
import {
  isLocalDate,
  localDateOf,
  periodOn,
  periodRuleFault,
  personsOf,
  policyChanges,
  type Actor,
  type LocalDate,
} from '@bihuan/domain';
import { z } from 'zod';
import { periodIsFrozen } from '../../appraisal/period-frozen.ts';
import type { House } from '../../house.ts';
import { policyNotice } from '../../notification/notices-of-events.ts';
import { MOST_COUNT, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Failure, type InputCode, type Result } from '../../result.ts';
import { forgetRules, periodsOf } from '../rules-in-force.ts';
import { isTriedOut } from '../try-out/tried-kinds.ts';
import { editablePolicy, type EditablePolicy } from './editable-policies.ts';

const seen = { kind: typedText(1, 40), revision: typedNumber(0, MOST_COUNT) };
const submitSchema = z.object({
  ...seen,
  effectiveFrom: z.string('required').refine(isLocalDate, 'not_a_date'),
  source: typedText(2, 500),
  reason: typedText(5, 1000),
});
const signSchema = z.object(seen);
const backSchema = z.object({ ...seen, note: typedText(2, 500) });

export type SignedPolicy = { readonly version: string; readonly isPublished: boolean };

/**
 * Signs the draft as it was seen, for a day to come, with what it rests on and why. Where one signature is enough that publishes
 * it; otherwise it waits for a second person.
 */
export async function submitPolicy(house: House, actor: Actor, raw: unknown): Promise<Result<SignedPolicy>> {
  const parsed = parseInput(submitSchema, raw);
  if (!parsed.ok) return parsed;
  const { kind, revision, effectiveFrom, source, reason } = parsed.value;
  const desk = editablePolicy(kind);
  if (!desk?.changes(actor)) return refusal('not_found');
  const at = house.now();
  const dayFault = await faultOfDay(house, desk, effectiveFrom);
  if (dayFault !== null) return badInput({ effectiveFrom: dayFault });
  const draft = await draftOf(house, desk, revision);
  if (draft === null) return refusal('stale');
  const { version } = draft.policy;
  const failure = await failureOf(house, desk, draft, effectiveFrom);
  if (failure !== null) return failure;
  if (isTriedOut(desk.kind)) {
    const tryOut = await readLatestPolicyTryOut(house.db, desk.kind, { version, begunAt: draft.at });
    if (tryOut?.isFinished !== true || tryOut.revision !== revision) return refusal('try_out_first');
  }
  const signed = { effectiveFrom, source, reason, staffId: actor.staffId, at };
  if (desk.descriptor.isSignedTwice) {
    if (draft.signedById !== null) return done({ version, isPublished: false });
    const job = policyNotice(kind, version, 'signed', at);
    const isSigned = await signPolicyDraft(house.db, desk.kind, revision, signed, job);
    return isSigned ? done({ version, isPublished: false }) : refusal('stale');
  }
  return publish(house, desk, draft, signed);
}

/** The second signature, by another person than the first: publishes the draft for the day the first one named. */
export async function signPolicy(house: House, actor: Actor, raw: unknown): Promise<Result<SignedPolicy>> {
  const parsed = parseInput(signSchema, raw);
  if (!parsed.ok) return parsed;
  const desk = editablePolicy(parsed.value.kind);
  if (!desk?.signs(actor)) return refusal('not_found');
  const draft = await draftOf(house, desk, parsed.value.revision);
  if (draft === null || draft.signedById === null) return refusal('stale');
  if (personsOf(actor).includes(draft.signedById)) return refusal('policy_signed_by_you');
  const at = house.now();
  const { effectiveFrom, source, reason } = draft;
  if (effectiveFrom < desk.earliest(localDateOf(at)))
    return refusal('policy_day_gone', { on: effectiveFrom });
  const failure = await failureOf(house, desk, draft, effectiveFrom);
  if (failure !== null) return failure;
  return publish(house, desk, draft, { effectiveFrom, source, reason, staffId: actor.staffId, at });
}

/** The second person does not sign, and says why; the draft can be changed and signed again. */
export async function sendPolicyBack(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(backSchema, raw);
  if (!parsed.ok) return parsed;
  const { kind, revision, note } = parsed.value;
  const desk = editablePolicy(kind);
  if (!desk?.signs(actor)) return refusal('not_found');
  const draft = await draftOf(house, desk, revision);
  if (draft === null) return refusal('stale');
  const at = house.now();
  const sentBack = { byId: actor.staffId, at, note };
  const job = policyNotice(kind, draft.policy.version, 'sent_back', at);
  const isSentBack = await sendPolicyDraftBack(house.db, desk.kind, revision, sentBack, job);
  return isSentBack ? done(null) : refusal('stale');
}

type Draft = PolicyVersion<EditablePolicy['kind']>;

async function draftOf(house: House, { kind }: EditablePolicy, revision: number): Promise<Draft | null> {
  const draft = (await listPolicyVersions(house.db, kind)).find(({ isDraft }) => isDraft);
  return draft?.revision === revision ? draft : null;
}

/** What stands against a day as the first one of a version: it is to come, in no frozen period, and cuts no period in two. */
async function faultOfDay(
  house: House,
  { kind, earliest }: EditablePolicy,
  effectiveFrom: LocalDate,
): Promise<InputCode | null> {
  if (effectiveFrom < earliest(localDateOf(house.now()))) return 'out_of_range';
  const schedule = await periodsOf(house);
  if (await periodIsFrozen(house, periodOn(effectiveFrom, schedule).id)) return 'period_frozen';
  return kind === 'periods' ? periodRuleFault(effectiveFrom, schedule, null) : null;
}

/** What stands against publishing a draft for a day; null where nothing does. */
async function failureOf(
  house: House,
  desk: EditablePolicy,
  draft: Draft,
  effectiveFrom: LocalDate,
): Promise<Failure | null> {
  const fault = desk.faultOf(draft.policy, []);
  if (fault !== null) return { ok: false, kind: 'refusal', refusal: fault };
  const before = await desk.inForce(house, effectiveFrom);
  const isSame = policyChanges(desk.descriptor, before, draft.policy).length === 0;
  return isSame ? refusal('policy_unchanged') : null;
}

async function publish(
  house: House,
  { kind }: EditablePolicy,
  { policy, revision, signedAt }: Draft,
  signed: Parameters<typeof publishPolicyDraft>[4],
): Promise<Result<SignedPolicy>> {
  const job = signedAt === null ? null : policyNotice(kind, policy.version, 'published', signed.at);
  if (!(await publishPolicyDraft(house.db, kind, policy, revision, { ...signed, signedAt }, job)))
    return refusal('stale');
  forgetRules(house);
  return done({ version: policy.version, isPublished: true });
}
