import { expect, test } from 'vitest';
import { DEFAULT_ESCALATION_FALLBACK } from '../policy/escalation-policy.ts';
import type { Post } from '../supervision/escalate-item.ts';
import { escalateComplaint, isLateWithOffice } from './escalate-complaint.ts';

const triage: Post = { staffId: 't', departmentId: 'o', roles: ['triage_admin'], actingId: 't' };
const leader: Post = { staffId: 'l', departmentId: 'p', roles: ['leader'], actingId: 'l' };
const admin: Post = { staffId: 'a', departmentId: 'o', roles: ['system_admin'], actingId: 'a' };
const up = (level: number, ...posts: readonly Post[]) =>
  escalateComplaint(level, posts, DEFAULT_ESCALATION_FALLBACK);

test('the triage admins hear of the date, the leaders of every further step', () => {
  expect(up(0, triage, leader)).toEqual({ tier: 'triage', staffIds: ['t'], missing: null });
  expect(up(1, triage, leader)).toEqual({ tier: 'leader', staffIds: ['l'], missing: null });
  expect(up(2, triage, leader)).toEqual({ tier: 'leader', staffIds: ['l'], missing: null });
});

test('who is away is reached in their substitute; otherwise the fallback owner, and it says why', () => {
  expect(up(1, triage, { ...leader, actingId: 's' }).staffIds).toEqual(['s']);
  expect(up(1, triage, { ...leader, actingId: null })).toEqual({
    ...{ tier: 'leader', staffIds: ['t'], missing: 'away' },
  });
  expect(up(0, leader, admin)).toEqual({ tier: 'triage', staffIds: ['a'], missing: 'vacant' });
  expect(up(1)).toEqual({ tier: 'leader', staffIds: [], missing: 'vacant' });
});

test('a complaint under an item that is worked on goes up with the item', () => {
  expect(isLateWithOffice(null)).toBe(true);
  expect(isLateWithOffice('struck_off')).toBe(true);
  expect(isLateWithOffice('advancing')).toBe(false);
  expect(isLateWithOffice('verifying')).toBe(false);
});
