import { defaultPolicy, policyInForce, type PolicyData, type PolicyKind } from '@bihuan/db';
import {
  addDays,
  APPRAISAL_DESCRIPTOR,
  BULLETIN_DESCRIPTOR,
  CARDS_DESCRIPTOR,
  COEFFICIENTS_DESCRIPTOR,
  DEADLINES_DESCRIPTOR,
  GROUPS_DESCRIPTOR,
  hasRole,
  INDICATORS_DESCRIPTOR,
  OPEN_DATA_DESCRIPTOR,
  PAY_DESCRIPTOR,
  PERIODS_DESCRIPTOR,
  RETENTION_DESCRIPTOR,
  SCORING_DESCRIPTOR,
  SIGNALS_DESCRIPTOR,
  SUPERVISION_DESCRIPTOR,
  validatePolicy,
  type Actor,
  type PolicyDescriptor,
  type RoleHolder,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { badInput, done, type BadFields, type Result } from '../../result.ts';
import type { PolicyDesk } from '../drafting/policy-desk.ts';
import { readTyped } from './read-typed.ts';
import { unknownReferences } from './unknown-references.ts';

/** A kind of policy that is edited by its descriptor. */
export type EditablePolicy<Kind extends PolicyKind = PolicyKind> = PolicyDesk<Kind> & {
  readonly descriptor: PolicyDescriptor<PolicyData[Kind]>;
  /** Who may give the second signature, where one is asked for. */
  readonly signs: (actor: Actor) => actor is RoleHolder;
};

/** The kinds that the editor knows. A new one is its descriptor and a line here. */
const EDITABLE = {
  deadlines: editable('deadlines', DEADLINES_DESCRIPTOR),
  cards: editable('cards', CARDS_DESCRIPTOR),
  scoring: editable('scoring', SCORING_DESCRIPTOR),
  appraisal: editable('appraisal', APPRAISAL_DESCRIPTOR),
  indicators: editable('indicators', INDICATORS_DESCRIPTOR),
  groups: editable('groups', GROUPS_DESCRIPTOR),
  coefficients: editable('coefficients', COEFFICIENTS_DESCRIPTOR),
  pay: editable('pay', PAY_DESCRIPTOR),
  periods: editable('periods', PERIODS_DESCRIPTOR),
  supervision: editable('supervision', SUPERVISION_DESCRIPTOR),
  bulletin: editable('bulletin', BULLETIN_DESCRIPTOR),
  signals: editable('signals', SIGNALS_DESCRIPTOR),
  open_data: editable('open_data', OPEN_DATA_DESCRIPTOR),
  retention: editable('retention', RETENTION_DESCRIPTOR),
} satisfies { readonly [Kind in PolicyKind]?: EditablePolicy<Kind> };

export type EditableKind = keyof typeof EDITABLE;
export const EDITABLE_KINDS = Object.keys(EDITABLE) as readonly EditableKind[];

/** The desk of a kind; null where the editor does not know it. */
export function editablePolicy(kind: unknown): EditablePolicy | null {
  if (typeof kind !== 'string' || !Object.hasOwn(EDITABLE, kind)) return null;
  return EDITABLE[kind as EditableKind] as unknown as EditablePolicy;
}

/** Policies belong to the appraisal office; those who work by them and watch over them read them. */
export function readsPolicies(actor: Actor): actor is RoleHolder {
  return hasRole(actor, 'appraisal_admin', 'triage_admin', 'leader', 'auditor');
}

function editable<Kind extends PolicyKind>(
  kind: Kind,
  descriptor: PolicyDescriptor<PolicyData[Kind]>,
): EditablePolicy<Kind> {
  return {
    ...{ kind, descriptor, reads: readsPolicies },
    changes: (actor): actor is RoleHolder => hasRole(actor, 'appraisal_admin'),
    signs: (actor): actor is RoleHolder =>
      descriptor.isSignedTwice && hasRole(actor, 'appraisal_admin', 'leader'),
    inForce: async (house, on) => (await policyInForce(house.db, kind, on)) ?? defaultPolicy(kind),
    parse: (house, raw) => parsePolicy(house, descriptor, raw),
    faultOf: (policy) =>
      validatePolicy(descriptor, policy).length === 0 ? null : { code: 'policy_invalid' },
    // What happened on a day was decided by the rules of that day, and is replayed by them.
    earliest: (today) => addDays(today, 1),
    completed: (policy) => policy,
  };
}

async function parsePolicy<Policy>(
  house: House,
  descriptor: PolicyDescriptor<Policy>,
  raw: unknown,
): Promise<Result<Partial<Policy>>> {
  const typed = readTyped(descriptor, (raw ?? {}) as Record<string, unknown>);
  if (Object.keys(typed.faults).length > 0) return badInput(typed.faults);
  const policy = typed.values as Policy;
  const faults = [
    ...validatePolicy(descriptor, policy),
    ...(await unknownReferences(house, descriptor, policy)),
  ];
  if (faults.length > 0)
    return badInput(
      Object.fromEntries(faults.map(({ field, code }) => [typed.placeOf(field), code])) satisfies BadFields,
    );
  return done(policy as Partial<Policy>);
}
