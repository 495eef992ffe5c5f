import type { PolicyData, PolicyKind } from '@bihuan/db';
import type { Actor, LocalDate, Refusal, RoleHolder } from '@bihuan/domain';
import type { House } from '../../house.ts';
import type { RefusalCode, Result } from '../../result.ts';

/** Where the policy of one kind is drafted: who may, what can be typed, and what stands against it. */
export type PolicyDesk<Kind extends PolicyKind> = {
  readonly kind: Kind;
  readonly reads: (actor: Actor) => actor is RoleHolder;
  readonly changes: (actor: Actor) => actor is RoleHolder;
  readonly inForce: (house: House, on: LocalDate) => Promise<PolicyData[Kind]>;
  /** What the form says, as the fields that it changes. */
  readonly parse: (house: House, raw: unknown) => Promise<Result<Partial<PolicyData[Kind]>>>;
  /** What stands against a draft beside the versions published; null where nothing does. */
  readonly faultOf: (
    policy: PolicyData[Kind],
    published: readonly PolicyData[Kind][],
  ) => Refusal<RefusalCode> | null;
  /** The first day it may come into effect. */
  readonly earliest: (today: LocalDate) => LocalDate;
  /** What is settled in the moment of publishing. */
  readonly completed: (policy: PolicyData[Kind]) => PolicyData[Kind];
};
