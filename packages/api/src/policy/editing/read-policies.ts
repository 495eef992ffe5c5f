import { listPolicyVersions, type AskedRuleChange, type PolicyKind } from '@bihuan/db';
import { localDateOf, type Actor, type LocalDate } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { CALLBACK_DESK } from '../callbacks/callback-desk.ts';
import { askedChanges } from './asked-changes.ts';
import { EDITABLE_KINDS, editablePolicy, readsPolicies, type EditableKind } from './editable-policies.ts';

export type PolicyKindShown = EditableKind | 'callbacks';

/** A kind with the version in force, and what is coming. Since when: null where it is what every installation starts from. */
export type PolicyLine = {
  readonly kind: PolicyKindShown;
  readonly version: string;
  readonly since: LocalDate | null;
  readonly source: string;
  readonly draft: { readonly version: string; readonly isSigned: boolean; readonly maySign: boolean } | null;
  readonly next: { readonly version: string; readonly effectiveFrom: LocalDate } | null;
};

export type PoliciesPage = {
  readonly lines: readonly PolicyLine[];
  /** Changes of rules that recurring matters ask for. */
  readonly asked: readonly AskedRuleChange[];
  readonly mayChange: boolean;
};

/** All kinds of policies with what is in force, drafted and to come. */
export async function readPolicies(house: House, actor: Actor): Promise<Result<PoliciesPage>> {
  if (!readsPolicies(actor)) return refusal('not_found');
  const kinds: readonly PolicyKindShown[] = [...EDITABLE_KINDS, 'callbacks'];
  return done({
    lines: await Promise.all(kinds.map((kind) => lineOf(house, actor, kind))),
    asked: await askedChanges(house),
    mayChange: actor.roles.includes('appraisal_admin'),
  });
}

async function lineOf(house: House, actor: Actor, kind: PolicyKindShown): Promise<PolicyLine> {
  const today = localDateOf(house.now());
  const desk = editablePolicy(kind) ?? CALLBACK_DESK;
  const [{ version }, versions] = await Promise.all([
    desk.inForce(house, today),
    listPolicyVersions<PolicyKind>(house.db, kind),
  ]);
  const published = versions.filter(({ isDraft }) => !isDraft);
  const inForce = published.find(({ policy }) => policy.version === version);
  const draft = versions.find(({ isDraft }) => isDraft);
  const [next] = published
    .filter(({ effectiveFrom }) => effectiveFrom > today)
    .sort((one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom));
  const maySign = editablePolicy(kind)?.signs(actor) ?? false;
  return {
    ...{ kind, version },
    since: inForce?.effectiveFrom ?? null,
    source: inForce?.source ?? '',
    draft:
      draft === undefined
        ? null
        : { version: draft.policy.version, isSigned: draft.signedById !== null, maySign },
    next: next === undefined ? null : { version: next.policy.version, effectiveFrom: next.effectiveFrom },
  };
}
