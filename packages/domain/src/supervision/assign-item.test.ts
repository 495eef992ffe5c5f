import { describe, expect, it, test } from 'vitest';
import { anItem, anItemContext, COOPERATING, LEAD, leader, outcomeOf } from '../testing/index.ts';
import type { AssignItem } from './item-command.ts';
import { decideItem } from './decide-item.ts';
import type { SupervisionItem } from './supervision-item.ts';

const plan: AssignItem = {
  leadDepartmentId: LEAD,
  cooperatingDepartmentIds: [COOPERATING],
  measures: [{ id: 'm-1', text: 'Decide.', departmentId: COOPERATING, dueOn: '2026-10-19' }],
  clock: { start: '2026-10-12T02:00:00.000Z', workingDays: 5 },
};

const assign = (change: Partial<AssignItem> = {}, state: SupervisionItem = anItem().registered()) =>
  outcomeOf(decideItem(state, { type: 'assign', ...plan, ...change }, anItemContext()));

const due = (dueOn: string, departmentId = LEAD) => ({
  measures: [{ id: 'm-1', text: 'Decide.', departmentId, dueOn }],
});

it('reckons the deadline from the clock given and one working day to sign', () => {
  expect(assign()).toEqual([
    {
      type: 'ItemAssigned',
      at: '2026-10-12T04:00:00.000Z',
      assignment: {
        leadDepartmentId: LEAD,
        cooperatingDepartmentIds: [COOPERATING],
        clock: { start: '2026-10-12T02:00:00.000Z', workingDays: 5 },
        deadline: { date: '2026-10-19', half: 'pm', provisional: false },
        signDue: { date: '2026-10-13', half: 'pm', provisional: false },
        isDesignated: false,
      },
      measures: [
        {
          id: 'm-1',
          text: 'Decide.',
          departmentId: COOPERATING,
          dueOn: '2026-10-19',
          completedAt: null,
          evidence: '',
        },
      ],
    },
  ]);
});

test.each([
  [{ cooperatingDepartmentIds: [COOPERATING, LEAD] }, { code: 'lead_also_cooperates' }],
  [{ measures: [] }, { code: 'no_measures' }],
  [due('2026-10-19', 'department-not-concerned'), { code: 'measure_of_stranger' }],
  [due('2026-10-20'), { code: 'measure_after_deadline', data: { deadline: '2026-10-19' } }],
  [due('2026-10-11'), { code: 'date_in_the_past' }],
])('refuses %j', (change, refusal) => {
  expect(assign(change)).toEqual(refusal);
});

it('takes a measure due today', () => {
  expect(assign(due('2026-10-12'))).toMatchObject([{ type: 'ItemAssigned' }]);
});

describe('after returns', () => {
  const returned = anItem().returned();

  it('may be assigned again once', () => {
    expect(assign({}, { ...returned, returns: 1 })).toMatchObject([{ type: 'ItemAssigned' }]);
  });

  it('is designated by the leader after two', () => {
    const twice = { ...returned, returns: 2 };
    expect(assign({}, twice)).toEqual({ code: 'must_be_designated' });
    const designated = decideItem(twice, { type: 'designate', ...plan }, anItemContext({ actor: leader }));
    expect(outcomeOf(designated)).toMatchObject([{ assignment: { isDesignated: true } }]);
  });
});
