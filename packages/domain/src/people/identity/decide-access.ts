import { addDays, localDateOf, type Instant, type LocalDate } from '../../calendar/index.ts';
import { happened, refused, type Decision } from '../../decision.ts';
import { hasRole, unitsOf, type Actor } from '../actor.ts';
import type { AccessStatus, IdentityAccess, IdentityField } from './identity-access.ts';
import type { IdentityEvent } from './identity-event.ts';

export type AccessCommand =
  | {
      readonly type: 'grant';
      readonly fields: readonly IdentityField[];
      readonly untilOn: LocalDate;
      readonly reason: string;
    }
  | { readonly type: 'refuse' | 'revoke'; readonly reason: string }
  | { readonly type: 'consent'; readonly fields: readonly IdentityField[] }
  | { readonly type: 'deny' | 'withdraw_consent' };

export type AccessCommandType = AccessCommand['type'];

export const ACCESS_COMMANDS = [
  'grant',
  'refuse',
  'revoke',
  'consent',
  'deny',
  'withdraw_consent',
] as const satisfies readonly AccessCommandType[];

export type AccessRefusal =
  | 'not_authorised'
  | 'access_not_open'
  | 'access_too_long'
  | 'access_beyond_request'
  | 'date_in_the_past'
  | 'own_department';

/** In which states each command is lawful. */
const LAWFUL: Readonly<Record<AccessCommandType, readonly AccessStatus[]>> = {
  grant: ['requested', 'denied'],
  refuse: ['requested', 'denied'],
  revoke: ['granted'],
  consent: ['requested', 'refused', 'denied', 'withdrawn'],
  deny: ['requested'],
  withdraw_consent: ['consented'],
};

/** The longest a custodian may grant, in calendar days after the day of the grant. */
export const MOST_DAYS_OF_ACCESS = 30;

/**
 * Custodian and complainant decide on a department's request to know who the complainant is. The custodian may grant what was
 * asked or less, to the end of a day at most thirty days off, and never to their own department; the complainant may agree,
 * refuse, and take back their own consent, not what a custodian granted. Source: domain.md, Identity firewall.
 */
export function decideAccess(
  state: IdentityAccess,
  command: AccessCommand,
  { actor, now: at }: { readonly actor: Actor; readonly now: Instant },
): Decision<IdentityEvent, AccessRefusal> {
  if (!mayDecide(actor, state, command.type)) return refused('not_authorised');
  if (!LAWFUL[command.type].includes(state.status)) return refused('access_not_open');
  if ('fields' in command && !isWithin(command.fields, state.asked)) return refused('access_beyond_request');
  const by = actor.kind === 'staff' ? actor.staffId : '';
  switch (command.type) {
    case 'grant': {
      const { fields, untilOn, reason } = command;
      const today = localDateOf(at);
      if (actor.kind === 'staff' && unitsOf(actor).includes(state.departmentId))
        return refused('own_department');
      if (untilOn < today) return refused('date_in_the_past');
      if (untilOn > addDays(today, MOST_DAYS_OF_ACCESS))
        return refused('access_too_long', { most: MOST_DAYS_OF_ACCESS });
      return happened({ type: 'AccessGranted', at, by, fields, untilOn, reason });
    }
    case 'refuse':
      return happened({ type: 'AccessRefused', at, by, reason: command.reason });
    case 'revoke':
      return happened({ type: 'AccessRevoked', at, by, reason: command.reason });
    case 'consent':
      return happened({ type: 'ConsentGiven', at, fields: command.fields });
    case 'deny':
      return happened({ type: 'ConsentDenied', at });
    case 'withdraw_consent':
      return happened({ type: 'ConsentWithdrawn', at });
  }
}

/** The fields that may be shown under this request now; none before a decision and after the end. */
export function openFields(state: IdentityAccess, now: Instant): readonly IdentityField[] {
  if (state.status === 'consented') return state.fields;
  return state.status === 'granted' && localDateOf(now) <= state.untilOn ? state.fields : [];
}

function mayDecide(actor: Actor, state: IdentityAccess, command: AccessCommandType): boolean {
  switch (command) {
    case 'grant':
    case 'refuse':
    case 'revoke':
      return hasRole(actor, 'custodian');
    case 'consent':
    case 'deny':
    case 'withdraw_consent':
      return actor.kind === 'complainant' && actor.complaintId === state.complaintId;
  }
}

function isWithin(fields: readonly IdentityField[], asked: readonly IdentityField[]): boolean {
  return fields.length > 0 && fields.every((field) => asked.includes(field));
}
