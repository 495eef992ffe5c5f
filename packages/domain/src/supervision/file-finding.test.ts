import { describe, expect, it, test } from 'vitest';
import type { StaffActor } from '../people/actor.ts';
import { anItem, anItemContext, assessor, aStaffMember, clerk } from '../testing/index.ts';
import { COOPERATING, findingA, inspector, itemAfter, itemHistory, LEAD } from '../testing/index.ts';
import { leadOfficer, outcomeOf, secondInspector, thirdInspector } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import type { ItemCommand } from './item-command.ts';
import type { SiteVisit, SupervisionItem } from './supervision-item.ts';

type FileFinding = ItemCommand & { type: 'file_finding' };

const A: FileFinding = {
  type: 'file_finding',
  findingId: 'finding-1',
  part: 'A',
  kind: 'verification',
  isResolved: true,
  isFalseRequest: false,
  text: 'Seen on site.',
  complaintId: null,
  visit: null,
};
const callback: FileFinding = { ...A, part: 'B', kind: 'callback', complaintId: 'complaint-1' };
const corroboration: FileFinding = { ...A, part: 'B', kind: 'corroboration' };
const visit: SiteVisit = {
  on: '2026-10-21',
  place: 'Hall 2',
  inspectorIds: [secondInspector.staffId, thirdInspector.staffId],
};
const C: FileFinding = { ...A, part: 'C', kind: 'third_check', visit };

const now = '2026-10-21T02:00:00.000Z';

const file = (
  command: FileFinding,
  actor: StaffActor,
  state: SupervisionItem = anItem().verifying(),
  isCallbackPossible = true,
) => outcomeOf(decideItem(state, command, anItemContext({ actor, now, isCallbackPossible })));

const withA = itemAfter([...itemHistory('verifying'), findingA(true)]);

describe('A, the verification', () => {
  it('is kept with who found it', () => {
    expect(file(A, inspector)).toEqual([
      {
        type: 'FindingFiled',
        at: now,
        finding: {
          id: 'finding-1',
          part: 'A',
          kind: 'verification',
          at: now,
          staffId: 'inspector-of-inspection-unit',
          departmentId: 'inspection-unit',
          isResolved: true,
          isFalseRequest: false,
          text: 'Seen on site.',
          complaintId: null,
          visit: null,
        },
      },
    ]);
  });

  it('is filed by the inspector it was given to, once', () => {
    expect(file(A, secondInspector)).toEqual({ code: 'not_the_inspector' });
    expect(file(A, inspector, withA)).toEqual({ code: 'part_already_filed' });
  });

  it('is not filed by an inspector who has moved into a department concerned', () => {
    expect(file(A, { ...inspector, departmentId: LEAD })).toEqual({ code: 'finder_of_concerned_department' });
  });

  it('is not given to an inspector of a department concerned', () => {
    const open = (inspectorDepartmentId: string) =>
      outcomeOf(
        decideItem(
          anItem().strikeOffRequested(),
          { type: 'open_verification', inspectorId: 'i', inspectorDepartmentId },
          anItemContext({ now: '2026-10-19T01:00:00.000Z' }),
        ),
      );
    expect(open(LEAD)).toEqual({ code: 'inspector_concerned' });
    expect(open(COOPERATING)).toEqual({ code: 'inspector_concerned' });
    expect(open('inspection-unit')).toEqual([
      {
        type: 'VerificationOpened',
        at: '2026-10-19T01:00:00.000Z',
        inspectorId: 'i',
        due: { date: '2026-10-22', half: 'pm', provisional: false },
      },
    ]);
  });
});

describe('B, the second finding', () => {
  it('is the callback where somebody can be called', () => {
    expect(file(corroboration, assessor)).toEqual({ code: 'callback_first' });
    expect(file(callback, clerk)).toMatchObject([{ finding: { part: 'B', kind: 'callback' } }]);
  });

  it('is an assessor’s corroboration where nobody can', () => {
    expect(file(corroboration, assessor, anItem().verifying(), false)).toMatchObject([
      { finding: { part: 'B', kind: 'corroboration' } },
    ]);
  });

  test.each([null, 'complaint-2'])('is no callback to %s', (complaintId) => {
    expect(file({ ...callback, complaintId }, clerk)).toEqual({ code: 'callback_not_linked' });
  });

  test.each<[string, FileFinding, StaffActor, string]>([
    [
      'who verified, also being clerk',
      callback,
      { ...inspector, roles: ['clerk'] },
      'finder_not_independent',
    ],
    [
      'a clerk of the unit that verified',
      callback,
      aStaffMember('clerk', 'inspection-unit'),
      'finder_not_independent',
    ],
    ['a clerk of the lead', callback, aStaffMember('clerk', LEAD), 'finder_of_concerned_department'],
    [
      'a clerk of a cooperating one',
      callback,
      aStaffMember('clerk', COOPERATING),
      'finder_of_concerned_department',
    ],
    [
      'the officer who asked, now at the window',
      callback,
      { ...leadOfficer, departmentId: 'service-hall', roles: ['clerk'] },
      'finder_of_concerned_department',
    ],
  ])('is not of %s', (_name, command, actor, code) => {
    expect(file(command, actor, withA)).toEqual({ code });
  });

  test.each<[string, StaffActor, string]>([
    ['of the lead', aStaffMember('assessor', LEAD), 'finder_of_concerned_department'],
    ['of the unit that verified', aStaffMember('assessor', 'inspection-unit'), 'finder_not_independent'],
    [
      'who verified',
      { ...inspector, departmentId: 'appraisal-unit', roles: ['assessor'] },
      'finder_not_independent',
    ],
  ])('is not corroborated by an assessor %s', (_name, actor, code) => {
    expect(file(corroboration, actor, withA, false)).toEqual({ code });
  });

  it('may come first, and then binds A', () => {
    const first = decideItem(
      anItem().verifying(),
      callback,
      anItemContext({ actor: aStaffMember('clerk', 'inspection-unit'), now }),
    );
    if (!first.ok) throw new Error(first.refusal.code);
    const state = itemAfter([...itemHistory('verifying'), ...first.events]);
    expect(file({ ...A, findingId: 'finding-2' }, inspector, state)).toEqual({
      code: 'finder_not_independent',
    });
  });
});

describe('C, the third check', () => {
  const split = anItem().inDisagreement();

  it('is a third person’s visit of two', () => {
    expect(file(C, secondInspector, split)).toMatchObject([
      { finding: { part: 'C', kind: 'third_check', visit } },
    ]);
  });

  test.each<[string, FileFinding, StaffActor, SupervisionItem, string]>([
    ['without a disagreement', C, secondInspector, anItem().verifiedResolved(), 'no_disagreement'],
    ['with a finding missing', C, secondInspector, withA, 'no_disagreement'],
    ['without a visit', { ...C, visit: null }, secondInspector, split, 'visit_needed'],
    [
      'on a visit of others',
      { ...C, visit: { ...visit, inspectorIds: ['x', 'y'] } },
      secondInspector,
      split,
      'visit_needed',
    ],
    [
      'on a visit of one',
      { ...C, visit: { ...visit, inspectorIds: ['second-inspector'] } },
      secondInspector,
      split,
      'visit_needs_two',
    ],
    [
      'on a visit of one named twice',
      { ...C, visit: { ...visit, inspectorIds: ['second-inspector', 'second-inspector'] } },
      secondInspector,
      split,
      'visit_needs_two',
    ],
    [
      'together with who filed A',
      { ...C, visit: { ...visit, inspectorIds: ['second-inspector', inspector.staffId] } },
      secondInspector,
      split,
      'finder_not_independent',
    ],
    [
      'by who filed A',
      { ...C, visit: { ...visit, inspectorIds: [inspector.staffId, 'second-inspector'] } },
      inspector,
      split,
      'finder_not_independent',
    ],
    [
      'by an inspector of the lead',
      C,
      { ...secondInspector, departmentId: LEAD },
      split,
      'finder_of_concerned_department',
    ],
  ])('is not taken %s', (_name, command, actor, state, code) => {
    expect(file(command, actor, state)).toEqual({ code });
  });
});

test.each<[FileFinding, StaffActor]>([
  [{ ...A, kind: 'third_check' }, inspector],
  [{ ...A, kind: 'callback' }, inspector],
  [{ ...A, part: 'B' }, assessor],
  [{ ...A, part: 'B', kind: 'third_check' }, assessor],
  [{ ...C, kind: 'verification' }, secondInspector],
])('a kind that is not of its part is refused: %j', (command, actor) => {
  expect(file(command, actor)).toEqual({ code: 'kind_does_not_fit_part' });
});

describe('somebody who stands in for another', () => {
  const standingIn = (actor: StaffActor, ownDepartmentId: string): StaffActor => ({
    ...actor,
    staffId: 'substitute',
    standsInFor: { staffId: actor.staffId, ownDepartmentId },
  });

  it('verifies in the place of the inspector named, under their own name', () => {
    expect(file(A, standingIn(inspector, 'elsewhere'))).toMatchObject([
      { type: 'FindingFiled', finding: { staffId: 'substitute', departmentId: 'inspection-unit' } },
    ]);
  });

  it('is bound by their own department, where it is concerned', () => {
    expect(file(A, standingIn(inspector, LEAD))).toEqual({ code: 'finder_of_concerned_department' });
    expect(file(callback, standingIn(clerk, COOPERATING))).toEqual({
      code: 'finder_of_concerned_department',
    });
  });

  it('is bound by what the absent person did', () => {
    const standsInFor = { staffId: inspector.staffId, ownDepartmentId: 'elsewhere' };
    const substitute: StaffActor = { ...aStaffMember('assessor', 'elsewhere'), standsInFor };
    expect(file(corroboration, substitute, withA, false)).toEqual({ code: 'finder_not_independent' });
  });
});
