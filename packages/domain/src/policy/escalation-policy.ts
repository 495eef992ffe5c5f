import type { Role } from '../people/actor.ts';

/** The levels of the chain that lateness goes up, the nearest first. */
export const ESCALATION_TIERS = ['handler', 'head', 'triage', 'leader'] as const;
export type EscalationTier = (typeof ESCALATION_TIERS)[number];

export type EscalationLevel = {
  readonly tier: EscalationTier;
  /** In steps of 0.5; the first working day after the due date is 1. */
  readonly workingDaysLate: number;
  /** Who stands on this level; without it everybody who holds its post. */
  readonly staffIds?: readonly string[];
};

/** Who is turned to where a level has nobody: everybody with a role, or one named person. */
export type FallbackOwner = { readonly role: Role } | { readonly staffId: string };

/** Source of the default: docs/rules/deadlines.md. */
export const DEFAULT_ESCALATION: readonly EscalationLevel[] = [
  { tier: 'handler', workingDaysLate: 1 },
  { tier: 'head', workingDaysLate: 2 },
  { tier: 'triage', workingDaysLate: 3 },
  { tier: 'leader', workingDaysLate: 5 },
];

/** The triage admins; where there is none either, whoever appoints people. */
export const DEFAULT_ESCALATION_FALLBACK: readonly FallbackOwner[] = [
  { role: 'triage_admin' },
  { role: 'system_admin' },
];
