import { ROLES } from '@bihuan/api/domain';
import { expect, it } from 'vitest';
import { demoAccounts } from './demo-accounts.ts';
import { DEMO_STAFF } from './demo-staff.ts';

it('has an account for every role, all with the one password', () => {
  const accounts = demoAccounts();
  expect([...new Set(accounts.map(({ role }) => role))].sort()).toEqual([...ROLES].sort());
  expect(new Set(accounts.map(({ password }) => password))).toEqual(new Set(['bihuan-demo-2026']));
  expect(accounts.find(({ login }) => login === 'officer')).toEqual({
    login: 'officer',
    password: 'bihuan-demo-2026',
    role: 'department_officer',
    name: '行政审批局经办甲',
    department: '行政审批局',
  });
});

it('gives no login twice', () => {
  expect(new Set(DEMO_STAFF.map(({ login }) => login)).size).toBe(DEMO_STAFF.length);
});
