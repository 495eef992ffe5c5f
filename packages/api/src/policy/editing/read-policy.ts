import {
  listPolicyVersions,
  readNames,
  readRuleChange,
  type PolicyData,
  type PolicyKind,
  type PolicyOrigin,
  type PolicyVersion,
  type RuleChangeOfMatter,
} from '@bihuan/db';
import {
  addDays,
  hasRole,
  localDateOf,
  personsOf,
  policyChanges,
  type Actor,
  type LocalDate,
  type PolicyChange,
  type PolicyDescriptor,
} from '@bihuan/domain';
import { z } from 'zod';
import { presentPeriod } from '../../appraisal/periods.ts';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { editablePolicy, type EditablePolicy } from './editable-policies.ts';
import { namesOf, type PolicyNames } from './policy-names.ts';

/** A version with its people by name. */
export type ShownVersion = {
  readonly policy: PolicyData[PolicyKind];
  readonly revision: number;
  readonly effectiveFrom: LocalDate;
  readonly source: string;
  readonly reason: string;
  readonly at: string;
  readonly draftedBy: string | null;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly publishedBy: string | null;
  readonly isInForce: boolean;
  readonly origin: ShownOrigin | null;
  readonly sentBack: { readonly by: string; readonly at: string; readonly note: string } | null;
};

export type ShownOrigin =
  | Extract<PolicyOrigin, { type: 'version' }>
  | { readonly type: 'recurring'; readonly matter: RuleChangeOfMatter };

export type Comparison = {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly PolicyChange[];
};

export type PolicyPage = {
  readonly kind: string;
  readonly descriptor: Omit<PolicyDescriptor, 'faultsBetween'>;
  readonly inForce: PolicyData[PolicyKind];
  readonly draft: ShownVersion | null;
  /** What the draft changes in what is in force. */
  readonly changes: readonly PolicyChange[];
  /** The newest first. */
  readonly published: readonly ShownVersion[];
  /** Two versions side by side, where they were asked for. */
  readonly comparison: Comparison | null;
  readonly earliest: LocalDate;
  readonly mayChange: boolean;
  readonly maySign: boolean;
  /** The first signature is theirs, so that the second cannot be. */
  readonly hasSigned: boolean;
  readonly mayReadMatters: boolean;
  readonly names: PolicyNames;
};

const schema = z.object({
  kind: typedText(1, 40),
  from: typedText(0, 60).default(''),
  to: typedText(0, 60).default(''),
});

/** One kind: in force, drafted with what it changes, and every version with what tells two of them apart. */
export async function readPolicy(house: House, actor: Actor, raw: unknown): Promise<Result<PolicyPage>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { kind, from, to } = parsed.value;
  const desk = editablePolicy(kind);
  if (!desk?.reads(actor)) return refusal('not_found');
  const today = localDateOf(house.now());
  const [inForce, versions] = await Promise.all([
    desk.inForce(house, today),
    listPolicyVersions(house.db, desk.kind),
  ]);
  const shown = await showing(house, versions, inForce.version);
  const draft = versions.find(({ isDraft }) => isDraft);
  const { faultsBetween: _, ...descriptor } = desk.descriptor;
  const known = new Map(versions.map(({ policy }) => [policy.version, policy]));
  known.set(inForce.version, inForce);
  return done({
    ...{ kind, descriptor, inForce },
    draft: draft === undefined ? null : shown(draft),
    changes: draft === undefined ? [] : changesOf(desk, inForce, draft.policy),
    published: versions.filter(({ isDraft }) => !isDraft).map(shown),
    comparison: compared(desk, known, from, to),
    earliest: kind === 'periods' ? await nextPeriodStart(house) : desk.earliest(today),
    mayChange: desk.changes(actor),
    maySign: desk.signs(actor),
    hasSigned: personsOf(actor).includes(draft?.signedById ?? ''),
    mayReadMatters: hasRole(actor, 'triage_admin', 'leader', 'auditor'),
    names: await namesOf(house, desk.descriptor),
  });
}

/** A rule of periods begins with a period. */
async function nextPeriodStart(house: House): Promise<LocalDate> {
  const { lastDay } = await presentPeriod(house);
  return addDays(lastDay, 1);
}

function changesOf(desk: EditablePolicy, before: object, after: object): readonly PolicyChange[] {
  return policyChanges(desk.descriptor, before, after);
}

function compared(
  desk: EditablePolicy,
  known: ReadonlyMap<string, PolicyData[PolicyKind]>,
  from: string,
  to: string,
): Comparison | null {
  const [before, after] = [known.get(from), known.get(to)];
  if (before === undefined || after === undefined) return null;
  return { from, to, changes: changesOf(desk, before, after) };
}

async function showing(
  house: House,
  versions: readonly PolicyVersion<PolicyKind>[],
  inForce: string,
): Promise<(version: PolicyVersion<PolicyKind>) => ShownVersion> {
  const ids = versions.flatMap(({ draftedById, signedById, publishedById, sentBack }) => [
    ...[draftedById, signedById, publishedById, sentBack?.byId ?? null],
  ]);
  const { people } = await readNames(
    house.db,
    [],
    ids.filter((id) => id !== null),
  );
  const matters = new Map<string, RuleChangeOfMatter>();
  for (const { origin } of versions)
    if (origin?.type === 'recurring') {
      const matter = await readRuleChange(house.db, origin.matterId);
      if (matter !== null) matters.set(origin.matterId, matter);
    }
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null));
  return ({ policy, revision, effectiveFrom, source, reason, at, ...row }) => ({
    ...{ policy, revision, effectiveFrom, source, reason, at },
    draftedBy: nameOf(row.draftedById),
    signedBy: nameOf(row.signedById),
    signedAt: row.signedAt,
    publishedBy: nameOf(row.publishedById),
    isInForce: policy.version === inForce,
    origin: originOf(row.origin, matters),
    sentBack:
      row.sentBack === null
        ? null
        : { by: nameOf(row.sentBack.byId) ?? '', at: row.sentBack.at, note: row.sentBack.note },
  });
}

function originOf(
  origin: PolicyOrigin | null,
  matters: ReadonlyMap<string, RuleChangeOfMatter>,
): ShownOrigin | null {
  if (origin === null || origin.type === 'version') return origin;
  const matter = matters.get(origin.matterId);
  return matter === undefined ? null : { type: 'recurring', matter };
}
