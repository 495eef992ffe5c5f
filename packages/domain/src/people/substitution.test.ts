import { describe, expect, it } from 'vitest';
import {
  actsFor,
  lentRoles,
  nameSubstitute,
  representedBy,
  type Colleague,
  type Substitution,
} from './substitution.ts';

const NOW = '2026-10-12T01:00:00.000Z';
const TODAY = '2026-10-12';

const away = (
  staffId: string,
  substituteId: string,
  from = '2026-10-12',
  to = '2026-10-16',
): Substitution => ({
  ...{ id: `${staffId}-${substituteId}`, staffId, substituteId, from, to, endedAt: null },
});

const officer = (id: string, departmentId = 'tax'): Colleague => ({
  ...{ id, departmentId, isOfDepartment: true, isActive: true, roles: ['department_officer'] },
});
const inspector = (id: string): Colleague => ({
  ...{ id, departmentId: 'office', isOfDepartment: false, isActive: true, roles: ['inspector'] },
});

function name(
  absent: Colleague,
  substitute: Colleague,
  others: readonly Substitution[] = [],
  to = '2026-10-16',
) {
  const decision = nameSubstitute(
    { id: 's', staffId: absent.id, substituteId: substitute.id, from: '2026-10-12', to },
    { absent, substitute, others, today: TODAY, now: NOW },
  );
  return decision.ok ? decision.events.map(({ type }) => type) : decision.refusal.code;
}

describe('nameSubstitute', () => {
  it('takes a colleague of the same department', () => {
    expect(name(officer('a'), officer('b'))).toEqual(['SubstituteNamed']);
  });

  it.each([
    ['substitute_is_absent_person', name(officer('a'), officer('a'))],
    ['substitute_left', name(officer('a'), { ...officer('b'), isActive: false })],
    ['substitute_of_other_department', name(officer('a'), officer('b', 'market'))],
    ['substitute_in_conflict', name(inspector('a'), officer('b'))],
    ['date_in_the_past', name(officer('a'), officer('b'), [], '2026-10-11')],
    ['substitution_overlaps', name(officer('a'), officer('b'), [away('a', 'c')])],
    ['substitution_in_circle', name(officer('a'), officer('b'), [away('b', 'c'), away('c', 'a')])],
  ])('refuses with %s', (code, refused) => {
    expect(refused).toBe(code);
  });

  it('lets a second one follow the first', () => {
    expect(name(officer('a'), officer('b'), [away('a', 'c', '2026-10-01', '2026-10-11')])).toEqual([
      'SubstituteNamed',
    ]);
  });
});

describe('standing in', () => {
  const all = [away('a', 'b'), away('b', 'c', '2026-10-14', '2026-10-15')];

  it('follows the chain, on the days on which each is away', () => {
    expect(representedBy('b', all, '2026-10-13')).toEqual(['a']);
    expect(representedBy('c', all, '2026-10-13')).toEqual([]);
    expect(representedBy('c', all, '2026-10-14')).toEqual(['b', 'a']);
    expect(representedBy('c', all, '2026-10-16')).toEqual([]);
    expect(representedBy('b', all, '2026-10-17')).toEqual([]);
    expect(actsFor('a', all, '2026-10-13')).toBe('b');
    expect(actsFor('a', all, '2026-10-14')).toBe('c');
    expect(actsFor('a', all, '2026-10-17')).toBe('a');
  });

  it('is over when it was ended, and comes to an end in a circle', () => {
    const ended = all.map((one) => ({ ...one, endedAt: NOW }));
    expect(representedBy('b', ended, '2026-10-13')).toEqual([]);
    const circle = [away('a', 'b'), away('b', 'a')];
    expect(representedBy('a', circle, '2026-10-13')).toEqual(['b']);
    expect(actsFor('a', circle, '2026-10-13')).toBe('b');
  });

  it('lends neither the running of the system nor the opening of identities', () => {
    expect(lentRoles(['inspector', 'custodian', 'system_admin', 'auditor', 'leader'])).toEqual([
      'inspector',
      'leader',
    ]);
  });
});
