import type { Instant, LocalDate } from '../../calendar/index.ts';

/** What of a complainant may be shown, field by field. */
export const IDENTITY_FIELDS = ['name', 'phone', 'email'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

type Base = {
  readonly id: string;
  readonly complaintId: string;
  /** The department that asks; whoever of it works on the case may look. */
  readonly departmentId: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly asked: readonly IdentityField[];
  readonly reason: string;
};
type Decided = Base & { readonly decidedAt: Instant };
type Open = Decided & { readonly fields: readonly IdentityField[] };

export type AccessRequested = Base & { readonly status: 'requested' };
export type AccessRefused = Decided & { readonly status: 'refused'; readonly note: string };
/** By the custodian: to the end of a day, by itself. */
export type AccessGranted = Open & {
  readonly status: 'granted';
  readonly untilOn: LocalDate;
  readonly note: string;
};
/** By the complainant: until withdrawn. */
export type AccessConsented = Open & { readonly status: 'consented' };
export type AccessDenied = Decided & { readonly status: 'denied' };
export type AccessRevoked = Open & { readonly status: 'revoked'; readonly note: string };
export type AccessWithdrawn = Open & { readonly status: 'withdrawn' };

/** A department's request to know who a complainant is, and what became of it. */
export type IdentityAccess =
  | AccessRequested
  | AccessRefused
  | AccessGranted
  | AccessConsented
  | AccessDenied
  | AccessRevoked
  | AccessWithdrawn;

export type AccessStatus = IdentityAccess['status'];

export const ACCESS_STATUSES = [
  'requested',
  'refused',
  'granted',
  'consented',
  'denied',
  'revoked',
  'withdrawn',
] as const satisfies readonly AccessStatus[];
