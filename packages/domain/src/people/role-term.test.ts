import { describe, expect, it } from 'vitest';
import { endRoleFault, giveRoleFault, holdsOnwards, rolesOn, type RoleHolding } from './role-term.ts';

const TODAY = '2026-11-27';
const nothing: RoleHolding = { roles: [], terms: [] };
const term = (role: 'leader' | 'inspector', from: string, to: string | null) => ({ id: 't', role, from, to });

describe('the roles of a day', () => {
  it('are those without a term, and those whose term covers it, first and last day counted', () => {
    const holding: RoleHolding = {
      roles: ['inspector', 'auditor'],
      terms: [term('leader', '2026-12-01', '2026-12-31')],
    };
    expect(rolesOn(holding, '2026-11-30')).toEqual(['inspector', 'auditor']);
    expect(rolesOn(holding, '2026-12-01')).toEqual(['inspector', 'leader', 'auditor']);
    expect(rolesOn(holding, '2026-12-31')).toEqual(['inspector', 'leader', 'auditor']);
    expect(rolesOn(holding, '2027-01-01')).toEqual(['inspector', 'auditor']);
  });

  it('follow the term, not what was held before it was made', () => {
    const ending: RoleHolding = { roles: ['leader'], terms: [term('leader', '2026-11-27', '2026-11-30')] };
    expect(rolesOn(ending, '2026-11-30')).toEqual(['leader']);
    expect(rolesOn(ending, '2026-12-01')).toEqual([]);
  });
});

describe('giving a role', () => {
  it('takes a day to come, with a last day or without', () => {
    expect(giveRoleFault(nothing, { role: 'leader', from: TODAY, to: null }, TODAY)).toBeNull();
    expect(
      giveRoleFault(nothing, { role: 'leader', from: '2026-12-01', to: '2026-12-01' }, TODAY),
    ).toBeNull();
  });

  it('refuses a day gone, an end before its beginning, and days that overlap', () => {
    const give = (from: string, to: string | null, holding = nothing) =>
      giveRoleFault(holding, { role: 'leader', from, to }, TODAY);
    expect(give('2026-11-26', null)).toBe('date_in_the_past');
    expect(give('2026-12-02', '2026-12-01')).toBe('role_ends_before_it_begins');
    expect(give('2026-12-02', null, { roles: ['leader'], terms: [] })).toBe('role_terms_overlap');
    const december: RoleHolding = { roles: [], terms: [term('leader', '2026-12-01', '2026-12-31')] };
    expect(give('2026-12-31', '2027-01-31', december)).toBe('role_terms_overlap');
    expect(give('2026-11-28', null, december)).toBe('role_terms_overlap');
    expect(give('2027-01-01', null, december)).toBeNull();
    expect(give('2026-11-28', '2026-11-30', december)).toBeNull();
    const open: RoleHolding = { roles: [], terms: [term('leader', '2026-12-01', null)] };
    expect(give('2027-06-01', null, open)).toBe('role_terms_overlap');
  });
});

describe('taking a role', () => {
  const leader: RoleHolding = { roles: ['leader'], terms: [] };
  const end = (holding: RoleHolding, to: string, others: readonly RoleHolding[]) =>
    endRoleFault(holding, { role: 'leader', to }, others, TODAY);

  it('refuses the last who holds what must always be held', () => {
    expect(end(leader, '2026-12-31', [])).toBe('last_role_holder');
    expect(end(leader, '2026-12-31', [leader])).toBeNull();
    const until = (to: string | null, from = '2026-12-15') => ({
      roles: [],
      terms: [term('leader', from, to)],
    });
    expect(end(leader, '2026-12-31', [until('2027-01-31')])).toBe('last_role_holder');
    expect(end(leader, '2026-12-31', [until(null)])).toBeNull();
    // The day after the last one is not covered by who begins later.
    expect(end(leader, '2026-12-31', [until(null, '2027-01-02')])).toBe('last_role_holder');
    const inspector: RoleHolding = { roles: ['inspector'], terms: [] };
    expect(endRoleFault(inspector, { role: 'inspector', to: TODAY }, [], TODAY)).toBeNull();
  });

  it('refuses a day gone, what is not held, and what ends by then already', () => {
    expect(end(leader, '2026-11-26', [leader])).toBe('date_in_the_past');
    expect(end(nothing, '2026-12-31', [leader])).toBe('role_not_held');
    const ending: RoleHolding = { roles: ['leader'], terms: [term('leader', '2026-11-01', '2026-12-10')] };
    expect(end(ending, '2026-12-10', [leader])).toBe('role_already_ends');
    expect(end(ending, '2026-12-31', [leader])).toBe('role_already_ends');
    expect(end(ending, '2026-12-09', [leader])).toBeNull();
  });

  it('counts on whoever keeps it', () => {
    expect(holdsOnwards(leader, 'leader', '2030-01-01')).toBe(true);
    expect(
      holdsOnwards({ roles: ['leader'], terms: [term('leader', TODAY, '2026-12-01')] }, 'leader', TODAY),
    ).toBe(false);
  });
});
