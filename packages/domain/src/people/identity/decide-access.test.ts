import { expect, it, test } from 'vitest';
import { aStaffMember } from '../../testing/index.ts';
import type { Actor } from '../actor.ts';
import { ACCESS_COMMANDS, decideAccess, openFields, type AccessCommand } from './decide-access.ts';
import { evolveAccess, foldAccess } from './evolve-access.ts';
import { ACCESS_STATUSES, type AccessStatus, type IdentityAccess } from './identity-access.ts';
import type { IdentityEvent } from './identity-event.ts';

const NOW = '2026-10-12T01:00:00.000Z';
const custodian = aStaffMember('custodian', 'custody', 'keeper');
const complainant: Actor = { kind: 'complainant', complaintId: 'complaint-1' };
const REQUESTED: IdentityEvent = {
  type: 'AccessRequested',
  at: NOW,
  id: 'access-1',
  complaintId: 'complaint-1',
  departmentId: 'approvals',
  by: 'head',
  fields: ['name', 'phone'],
  reason: '需约反映人到窗口补签字',
};
const GRANTED: IdentityEvent = {
  type: 'AccessGranted',
  at: NOW,
  by: 'keeper',
  fields: ['phone'],
  untilOn: '2026-10-14',
  reason: '同意',
};
const HISTORIES: Readonly<Record<AccessStatus, readonly IdentityEvent[]>> = {
  requested: [REQUESTED],
  refused: [REQUESTED, { type: 'AccessRefused', at: NOW, by: 'keeper', reason: '可由窗口转达' }],
  granted: [REQUESTED, GRANTED],
  consented: [REQUESTED, { type: 'ConsentGiven', at: NOW, fields: ['name', 'phone'] }],
  denied: [REQUESTED, { type: 'ConsentDenied', at: NOW }],
  revoked: [REQUESTED, GRANTED, { type: 'AccessRevoked', at: NOW, by: 'keeper', reason: '已办结' }],
  withdrawn: [
    REQUESTED,
    { type: 'ConsentGiven', at: NOW, fields: ['phone'] },
    { type: 'ConsentWithdrawn', at: NOW },
  ],
};
const COMMANDS: { readonly [Type in AccessCommand['type']]: AccessCommand & { type: Type } } = {
  grant: { type: 'grant', fields: ['phone'], untilOn: '2026-10-14', reason: '同意' },
  refuse: { type: 'refuse', reason: '可由窗口转达' },
  revoke: { type: 'revoke', reason: '已办结' },
  consent: { type: 'consent', fields: ['phone'] },
  deny: { type: 'deny' },
  withdraw_consent: { type: 'withdraw_consent' },
};
const isComplainants = (command: AccessCommand['type']) =>
  command === 'consent' || command === 'deny' || command === 'withdraw_consent';

function after(status: AccessStatus): IdentityAccess {
  const state = foldAccess(HISTORIES[status]);
  if (state === null) throw new Error('no state');
  return state;
}

const TABLE = `
                  requested  refused  granted  consented  denied  revoked  withdrawn
grant             granted    -        -        -          granted -        -
refuse            refused    -        -        -          refused -        -
revoke            -          -        revoked  -          -       -        -
consent           consented  consented -       -          consented -      consented
deny              denied     -        -        -          -       -        -
withdraw_consent  -          -        -        withdrawn  -       -        -
`;
const [heading = '', ...lines] = TABLE.trim().split('\n');
const columns = heading.trim().split(/\s+/) as AccessStatus[];
const cells = lines.flatMap((line) => {
  const [command = '', ...row] = line.split(/\s+/);
  return row.map(
    (cell, column) => [columns[column] as AccessStatus, command as AccessCommand['type'], cell] as const,
  );
});

test('the table is whole', () => {
  expect(columns).toEqual([...ACCESS_STATUSES]);
  expect(cells).toHaveLength(ACCESS_STATUSES.length * ACCESS_COMMANDS.length);
});

test.each(ACCESS_STATUSES)('a history comes to %s', (status) => {
  expect(after(status).status).toBe(status);
});

test.each(cells)('%s, %s: %s', (status, command, expected) => {
  const actor = isComplainants(command) ? complainant : custodian;
  const decision = decideAccess(after(status), COMMANDS[command], { actor, now: NOW });
  const outcome = decision.ok
    ? decision.events.reduce(evolveAccess, after(status)).status
    : decision.refusal.code;
  expect(outcome).toBe(expected === '-' ? 'access_not_open' : expected);
});

const refusalOf = (command: AccessCommand, actor: Actor = custodian) => {
  const decision = decideAccess(after('requested'), command, { actor, now: NOW });
  return decision.ok ? 'happened' : decision.refusal.code;
};

it('leaves each decision to the one it belongs to', () => {
  for (const command of ACCESS_COMMANDS) {
    const wrong = isComplainants(command) ? custodian : complainant;
    expect(refusalOf(COMMANDS[command], wrong)).toBe('not_authorised');
    expect(refusalOf(COMMANDS[command], aStaffMember('department_head', 'approvals'))).toBe('not_authorised');
    expect(refusalOf(COMMANDS[command], aStaffMember('system_admin', 'it'))).toBe('not_authorised');
    expect(refusalOf(COMMANDS[command], { kind: 'complainant', complaintId: 'complaint-2' })).toBe(
      'not_authorised',
    );
  }
});

it('grants what was asked or less, for at most thirty days, and not to the custodian’s own department', () => {
  expect(refusalOf({ ...COMMANDS.grant, fields: ['email'] })).toBe('access_beyond_request');
  expect(refusalOf({ ...COMMANDS.grant, fields: [] })).toBe('access_beyond_request');
  expect(refusalOf({ ...COMMANDS.consent, fields: ['name', 'email'] }, complainant)).toBe(
    'access_beyond_request',
  );
  expect(refusalOf({ ...COMMANDS.grant, untilOn: '2026-10-11' })).toBe('date_in_the_past');
  expect(refusalOf({ ...COMMANDS.grant, untilOn: '2026-10-12' })).toBe('happened');
  expect(refusalOf({ ...COMMANDS.grant, untilOn: '2026-11-11' })).toBe('happened');
  expect(refusalOf({ ...COMMANDS.grant, untilOn: '2026-11-12' })).toBe('access_too_long');
  expect(refusalOf(COMMANDS.grant, aStaffMember('custodian', 'approvals'))).toBe('own_department');
});

it('opens nothing but what was granted, until the end of the last day in Shanghai', () => {
  expect(openFields(after('granted'), '2026-10-14T15:59:59.999Z')).toEqual(['phone']);
  expect(openFields(after('granted'), '2026-10-14T16:00:00.000Z')).toEqual([]);
  expect(openFields(after('consented'), '2027-10-14T16:00:00.000Z')).toEqual(['name', 'phone']);
  for (const status of ['requested', 'refused', 'denied', 'revoked', 'withdrawn'] as const)
    expect(openFields(after(status), NOW)).toEqual([]);
});
