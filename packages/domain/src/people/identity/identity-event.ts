import type { Instant, LocalDate } from '../../calendar/index.ts';
import type { IdentityField } from './identity-access.ts';

type Event<Type extends string, Data = object> = {
  readonly type: Type;
  readonly at: Instant;
} & Readonly<Data>;

export type IdentityEvent =
  | Event<
      'AccessRequested',
      {
        id: string;
        complaintId: string;
        departmentId: string;
        by: string;
        fields: readonly IdentityField[];
        reason: string;
      }
    >
  | Event<
      'AccessGranted',
      { by: string; fields: readonly IdentityField[]; untilOn: LocalDate; reason: string }
    >
  | Event<'AccessRefused', { by: string; reason: string }>
  | Event<'AccessRevoked', { by: string; reason: string }>
  | Event<'ConsentGiven', { fields: readonly IdentityField[] }>
  | Event<'ConsentDenied'>
  | Event<'ConsentWithdrawn'>;

export type IdentityEventType = IdentityEvent['type'];
