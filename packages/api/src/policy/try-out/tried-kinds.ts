import type { PolicyKind } from '@bihuan/db';

/** Kinds whose drafts are tried out on the past before they are signed. */
const TRIED = ['scoring', 'cards', 'deadlines', 'appraisal', 'groups', 'coefficients', 'pay'] as const;
export type TriedKind = (typeof TRIED)[number];

export function isTriedOut(kind: PolicyKind): kind is TriedKind {
  return (TRIED as readonly PolicyKind[]).includes(kind);
}
