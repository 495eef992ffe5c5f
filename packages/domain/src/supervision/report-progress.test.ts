import { describe, expect, it, test } from 'vitest';
import { anItem, anItemContext, cooperatingOfficer, itemAfter, itemHistory } from '../testing/index.ts';
import { leadOfficer, outcomeOf } from '../testing/index.ts';
import type { StaffActor } from '../people/actor.ts';
import { decideItem } from './decide-item.ts';
import type { ItemEvent } from './item-event.ts';
import type { SupervisionItem } from './supervision-item.ts';

const report = (
  state: SupervisionItem,
  said: { text?: string; percent?: number } = {},
  actor: StaffActor = leadOfficer,
  now = '2026-10-16T02:00:00.000Z',
) =>
  outcomeOf(
    decideItem(
      state,
      {
        type: 'report_progress',
        reportId: 'report-2',
        text: 'On.',
        percent: 50,
        obstacles: 'None',
        nextStep: 'Decide.',
        ...said,
      },
      anItemContext({ actor, now }),
    ),
  );

it('is kept with who said it, and the next is due ten days on', () => {
  expect(report(anItem().signed())).toEqual([
    {
      type: 'ProgressReported',
      at: '2026-10-16T02:00:00.000Z',
      report: {
        id: 'report-2',
        at: '2026-10-16T02:00:00.000Z',
        departmentId: 'lead-department',
        staffId: 'department_officer-of-lead-department',
        text: 'On.',
        percent: 50,
        obstacles: 'None',
        nextStep: 'Decide.',
        hasSubstance: true,
      },
      nextReportDue: { date: '2026-10-26', half: 'pm', provisional: false },
    },
  ]);
});

test.each([-1, 101, 50.5, Number.NaN])('refuses %d percent', (percent) => {
  expect(report(anItem().advancing(), { percent })).toEqual({ code: 'percent_out_of_range' });
});

test.each([0, 100])('takes %d percent', (percent) => {
  expect(report(anItem().advancing(), { percent })).toMatchObject([{ report: { percent } }]);
});

describe('the next report', () => {
  it('rolls off a day of rest', () => {
    expect(report(anItem().advancing(), {}, leadOfficer, '2026-10-14T02:00:00.000Z')).toMatchObject([
      { nextReportDue: { date: '2026-10-26' } },
    ]);
  });

  it('is not put off by a cooperating department', () => {
    expect(report(anItem().signed(), {}, cooperatingOfficer)).toMatchObject([
      {
        report: { departmentId: 'cooperating-department' },
        nextReportDue: { date: '2026-10-23', half: 'pm', provisional: false },
      },
    ]);
  });
});

/** The last report of the lead said: The file is complete. */
describe('substance', () => {
  const completed: ItemEvent = {
    type: 'MeasureCompleted',
    at: '2026-10-15T01:00:00.000Z',
    measureId: 'measure-of-cooperating',
    evidence: 'plan.pdf',
    departmentId: 'cooperating-department',
  };
  const advancing = anItem().advancing();
  const progressed = itemAfter([...itemHistory('advancing'), completed]);

  test.each<[string, SupervisionItem, string, StaffActor, boolean]>([
    ['the same text', advancing, 'The file is complete.', leadOfficer, false],
    ['the same text and blanks', advancing, '  The file is complete. ', leadOfficer, false],
    ['another text', advancing, 'The file is decided.', leadOfficer, true],
    ['the same text and a measure', progressed, 'The file is complete.', leadOfficer, true],
    ['the first text of a department', advancing, 'The file is complete.', cooperatingOfficer, true],
  ])('of %s', (_name, state, text, actor, hasSubstance) => {
    expect(report(state, { text }, actor)).toMatchObject([{ report: { hasSubstance } }]);
  });
});
