import { describe, expect, it, test } from 'vitest';
import type { Role } from './actor.ts';
import { firstDayWithout, roleGaps, type StaffHolding } from './role-gap.ts';

const TODAY = '2026-11-27';
const person = (departmentId: string, ...roles: Role[]): StaffHolding => ({ departmentId, roles, terms: [] });
const forTerm = (departmentId: string, role: Role, from: string, to: string | null): StaffHolding => ({
  departmentId,
  roles: [],
  terms: [{ id: 't', role, from, to }],
});
const gaps = (before: readonly StaffHolding[], after: readonly StaffHolding[]) =>
  roleGaps(before, after, TODAY).map(
    ({ role, departmentId, on, isRefused }) =>
      `${role} ${departmentId ?? 'house'} ${on} ${isRefused ? 'refused' : 'warned'}`,
  );

test.each([
  ['system_admin', 'refused'],
  ['triage_admin', 'refused'],
  ['appraisal_admin', 'refused'],
  ['leader', 'refused'],
  ['clerk', 'warned'],
  ['inspector', 'warned'],
  ['assessor', 'warned'],
  ['custodian', 'warned'],
  ['auditor', 'warned'],
] as const)('the last %s is missed: %s', (role, outcome) => {
  const last = person('office', role);
  expect(gaps([last], [])).toEqual([`${role} house 2026-11-27 ${outcome}`]);
  expect(gaps([last, person('window', role)], [last])).toEqual([]);
});

describe('in a department', () => {
  const head = person('planning', 'department_head');
  const officer = person('planning', 'department_officer');
  const elsewhere = person('property', 'department_head', 'department_officer');

  it('a head is missed there, whoever is head elsewhere', () => {
    expect(gaps([head, officer, elsewhere], [officer, elsewhere])).toEqual([
      'department_head planning 2026-11-27 warned',
    ]);
  });

  it('an officer is missed only where there is no head either', () => {
    expect(gaps([head, officer], [head])).toEqual([]);
    expect(gaps([officer, elsewhere], [elsewhere])).toEqual([
      'department_officer planning 2026-11-27 warned',
    ]);
  });

  it('whoever is moved leaves a gap behind', () => {
    expect(gaps([head, officer], [{ ...head, departmentId: 'property' }, officer])).toEqual([
      'department_head planning 2026-11-27 warned',
    ]);
  });
});

describe('with dates', () => {
  const until = (to: string) => forTerm('leaders', 'leader', '2026-10-01', to);

  it('names the first day without, where others hold it for a time', () => {
    const leader = person('leaders', 'leader');
    expect(gaps([leader, until('2026-12-31')], [until('2026-12-31')])).toEqual([
      'leader house 2027-01-01 refused',
    ]);
    const next = forTerm('leaders', 'leader', '2027-01-01', null);
    expect(gaps([leader, until('2026-12-31'), next], [until('2026-12-31'), next])).toEqual([]);
    const late = forTerm('leaders', 'leader', '2027-01-02', null);
    expect(gaps([leader, until('2026-12-31'), late], [until('2026-12-31'), late])).toEqual([
      'leader house 2027-01-01 refused',
    ]);
  });

  it('does not say again what was so before', () => {
    const custodian = forTerm('office', 'custodian', '2026-10-01', '2026-12-31');
    const clerk = person('window', 'clerk');
    expect(gaps([custodian, clerk, clerk], [custodian, clerk])).toEqual([]);
    expect(gaps([clerk], [clerk])).toEqual([]);
    expect(gaps([custodian], [])).toEqual(['custodian house 2026-11-27 warned']);
  });

  it('counts a day of the term itself as held', () => {
    expect(firstDayWithout(['leader'], [until('2026-11-27')], TODAY)).toBe('2026-11-28');
    expect(firstDayWithout(['leader'], [until('2026-11-26')], TODAY)).toBe(TODAY);
    expect(firstDayWithout(['leader'], [until('2026-12-31'), until('2027-01-31')], TODAY)).toBe('2027-02-01');
  });
});
