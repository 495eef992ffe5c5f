import { describe, expect, it, test } from 'vitest';
import { BrokenStream } from '../broken-stream.ts';
import type { Actor } from '../people/actor.ts';
import {
  anInspection,
  anInspectionSnapshot,
  aRecordedFinding,
  INSPECTION_FORM,
  inspectionHistory,
} from '../testing/an-inspection.ts';
import {
  aStaffMember,
  inspector,
  LEAD,
  leader,
  leadHead,
  secondInspector,
  STRANGER,
  thirdInspector,
  triageAdmin,
} from '../testing/people.ts';
import { decideInspection, planInspection } from './decide-inspection.ts';
import { evolveInspection, foldInspection } from './evolve-inspection.ts';
import { INSPECTION_STATUSES, type InspectionStatus } from './inspection.ts';
import { INSPECTION_AUTHORITY, lawfulInspectionCommands } from './inspection-authority.ts';
import {
  INSPECTION_COMMANDS,
  type InspectionCommand,
  type InspectionCommandType,
} from './inspection-command.ts';

const now = '2026-10-14T01:00:00.000Z';
const members = [
  { staffId: 'inspector-of-inspection-unit', departmentIds: ['inspection-unit'] },
  { staffId: 'third-inspector', departmentIds: ['inspection-unit'] },
];
const COMMANDS: Readonly<Record<InspectionCommandType, InspectionCommand>> = {
  form_team: { type: 'form_team', members, proposedIds: [] },
  begin: { type: 'begin' },
  record_finding: { type: 'record_finding', finding: { ...aRecordedFinding, id: 'finding-2' } },
  withdraw_finding: { type: 'withdraw_finding', findingId: 'finding-1', reason: '核对后不属实。' },
  open_item: { type: 'open_item', findingId: 'finding-1', itemId: 'item-1', number: 'DB-2026-000001' },
  draft_report: { type: 'draft_report', form: INSPECTION_FORM, texts: { title: '报告' } },
  edit_report: { type: 'edit_report', texts: { situation: '改过。' } },
  submit_report: { type: 'submit_report' },
  send_back_report: { type: 'send_back_report', reason: '把责任写清。' },
  approve_report: {
    ...{ type: 'approve_report', reportNumber: '开督查报〔2026〕1号', snapshot: anInspectionSnapshot },
    ...{ contentHash: 'c0ffee', documentHash: 'd0c' },
  },
  cancel: { type: 'cancel', reason: '与上级督查合并进行。' },
};

const TABLE: Readonly<Record<InspectionStatus, Partial<Record<InspectionCommandType, string>>>> = {
  planned: {
    form_team: 'InspectionTeamFormed',
    begin: 'InspectionBegun',
    cancel: 'InspectionCancelled',
  },
  under_way: {
    form_team: 'InspectionTeamFormed',
    record_finding: 'InspectionFindingRecorded',
    withdraw_finding: 'InspectionFindingWithdrawn',
    open_item: 'FindingItemOpened',
    draft_report: 'InspectionReportDrafted',
    cancel: 'InspectionCancelled',
  },
  reporting: {
    open_item: 'FindingItemOpened',
    edit_report: 'InspectionReportEdited',
    submit_report: 'InspectionReportSubmitted',
  },
  awaiting_approval: {
    open_item: 'FindingItemOpened',
    send_back_report: 'InspectionReportSentBack',
    approve_report: 'InspectionReportApproved',
  },
  closed: { open_item: 'FindingItemOpened' },
  cancelled: {},
};

/** Somebody who may give the command in question. */
function whoMay(type: InspectionCommandType): Actor {
  const [who = 'team'] = INSPECTION_AUTHORITY[type];
  return who === 'team' ? inspector : who === 'leader' ? leader : triageAdmin;
}

const code = (status: InspectionStatus, command: InspectionCommand, actor: Actor, at = now) => {
  const decision = decideInspection(anInspection(status), command, { actor, now: at });
  return decision.ok ? (decision.events[0]?.type ?? 'nothing') : decision.refusal.code;
};

describe('state table', () => {
  for (const status of INSPECTION_STATUSES)
    for (const type of INSPECTION_COMMANDS)
      test(`${status} × ${type}`, () => {
        expect(code(status, COMMANDS[type], whoMay(type))).toBe(
          TABLE[status][type] ?? 'illegal_inspection_step',
        );
      });

  it('is what the lawful commands say', () => {
    for (const status of INSPECTION_STATUSES) {
      const lawful = [triageAdmin, inspector, leader].flatMap((actor) =>
        lawfulInspectionCommands(anInspection(status), actor),
      );
      expect([...new Set(lawful)].toSorted()).toEqual(Object.keys(TABLE[status]).toSorted());
    }
  });
});

describe('authority', () => {
  const LAWFUL_FOR: Readonly<Record<InspectionCommandType, readonly string[]>> = {
    form_team: ['triage'],
    begin: ['triage', 'team'],
    record_finding: ['team'],
    withdraw_finding: ['team'],
    open_item: ['triage'],
    draft_report: ['triage', 'team'],
    edit_report: ['triage', 'team'],
    submit_report: ['triage', 'team'],
    send_back_report: ['leader'],
    approve_report: ['leader'],
    cancel: ['triage', 'leader'],
  };
  const PEOPLE: Readonly<Record<string, Actor>> = {
    triage: triageAdmin,
    team: inspector,
    otherInspector: thirdInspector,
    leader,
    head: leadHead,
    auditor: aStaffMember('auditor', 'leadership'),
    clock: { kind: 'system' },
  };

  test.each(INSPECTION_COMMANDS)('%s', (type) => {
    const [status = 'planned'] = INSPECTION_STATUSES.filter((one) => type in TABLE[one]);
    const may = Object.entries(PEOPLE).filter(
      ([, actor]) => code(status, COMMANDS[type], actor) !== 'not_authorised',
    );
    expect(may.map(([who]) => who)).toEqual(LAWFUL_FOR[type]);
  });

  it('lets triage and leaders plan one, and nobody else', () => {
    const {
      type: _,
      at: __,
      by: ___,
      ...plan
    } = inspectionHistory('planned')[0] as never as Record<string, never>;
    const command = { ...plan, type: 'plan' } as never;
    for (const actor of [triageAdmin, leader])
      expect(planInspection(command, { actor, now })).toMatchObject({ ok: true });
    for (const actor of [inspector, leadHead])
      expect(planInspection(command, { actor, now })).toMatchObject({ refusal: { code: 'not_authorised' } });
  });

  it('lets somebody act for a member who is away', () => {
    const standIn = {
      ...thirdInspector,
      standsInFor: { staffId: secondInspector.staffId, ownDepartmentId: 'inspection-unit' },
    };
    expect(code('under_way', COMMANDS.record_finding, standIn)).toBe('InspectionFindingRecorded');
  });

  it('lets no leader approve what they wrote in or worked on', () => {
    const both = { ...leader, staffId: triageAdmin.staffId };
    expect(code('awaiting_approval', COMMANDS.approve_report, both)).toBe('approved_by_its_writer');
    const member = { ...leader, staffId: inspector.staffId };
    expect(code('awaiting_approval', COMMANDS.approve_report, member)).toBe('approved_by_its_writer');
    expect(lawfulInspectionCommands(anInspection('awaiting_approval'), member)).toEqual(['send_back_report']);
  });
});

describe('the team', () => {
  const form = (given: typeof members) =>
    code('planned', { type: 'form_team', members: given, proposedIds: [] }, triageAdmin);

  it('is of two people or more', () => {
    expect(form(members.slice(1))).toBe('team_too_small');
    expect(form([...members.slice(1), ...members.slice(1)])).toBe('team_too_small');
    expect(form(members)).toBe('InspectionTeamFormed');
  });

  it('has nobody of a department that is looked at, nor of one in whose place they act', () => {
    expect(form([...members, { staffId: 'x', departmentIds: ['inspection-unit', LEAD] }])).toBe(
      'team_member_in_conflict',
    );
  });

  it('begins not without, and not before its day', () => {
    const [planned] = inspectionHistory('planned');
    const teamless = evolveInspection(null, planned as never);
    expect(decideInspection(teamless, COMMANDS.begin, { actor: triageAdmin, now })).toEqual({
      ok: false,
      refusal: { code: 'no_team_yet' },
    });
    expect(
      decideInspection(anInspection('planned'), COMMANDS.begin, {
        actor: triageAdmin,
        now: '2026-10-11T15:59:59.000Z',
      }),
    ).toEqual({ ok: false, refusal: { code: 'inspection_too_early', data: { on: '2026-10-12' } } });
  });
});

describe('a finding', () => {
  const record = (change: Partial<typeof aRecordedFinding>, actor: Actor = inspector) =>
    code(
      'under_way',
      { type: 'record_finding', finding: { ...aRecordedFinding, id: 'finding-2', ...change } },
      actor,
    );

  test.each([
    [{ inspectorIds: ['second-inspector'] }, 'visit_needs_two'],
    [{ inspectorIds: ['second-inspector', 'second-inspector'] }, 'visit_needs_two'],
    [{ inspectorIds: ['second-inspector', 'third-inspector'] }, 'not_on_the_team'],
    [{ departmentId: STRANGER }, 'finding_outside_scope'],
    [{ departmentId: 'inspection-unit' }, 'inspector_concerned'],
    [{ foundOn: '2026-10-15' }, 'date_in_the_future'],
    [{ foundOn: '2026-10-11' }, 'finding_outside_period'],
    [{ foundOn: '2026-10-12' }, 'InspectionFindingRecorded'],
    [{ foundOn: '2026-10-14' }, 'InspectionFindingRecorded'],
  ])('%o: %s', (change, expected) => {
    expect(record(change)).toBe(expected);
  });

  it('leads to one item, and not to any once withdrawn', () => {
    const opened = evolveInspection(anInspection('under_way'), {
      ...{ type: 'FindingItemOpened', at: now, by: 'x', findingId: 'finding-1' },
      ...{ itemId: 'item-1', number: 'DB-2026-000001' },
    });
    for (const type of ['open_item', 'withdraw_finding'] as const)
      expect(decideInspection(opened, COMMANDS[type], { actor: whoMay(type), now })).toEqual({
        ok: false,
        refusal: { code: 'finding_has_item', data: { number: 'DB-2026-000001' } },
      });
    const withdrawn = evolveInspection(anInspection('under_way'), {
      ...{ type: 'InspectionFindingWithdrawn', at: now, by: 'x', findingId: 'finding-1', reason: '不实' },
    });
    expect(decideInspection(withdrawn, COMMANDS.open_item, { actor: triageAdmin, now })).toMatchObject({
      refusal: { code: 'finding_withdrawn' },
    });
    expect(code('under_way', { ...COMMANDS.open_item, findingId: 'other' } as never, triageAdmin)).toBe(
      'unknown_finding',
    );
  });

  it('is taken up by nobody of the department itself', () => {
    expect(code('closed', COMMANDS.open_item, aStaffMember('triage_admin', LEAD))).toBe('decider_concerned');
  });
});

describe('the report', () => {
  it('keeps no event where no text changed', () => {
    const texts = { title: '关于窗口一次性告知专项督查的报告' };
    expect(code('reporting', { type: 'edit_report', texts }, inspector)).toBe('nothing');
  });

  it('goes back to its writers with a reason, and keeps what they wrote', () => {
    const state = evolveInspection(anInspection('awaiting_approval'), {
      ...{ type: 'InspectionReportSentBack', at: now, by: 'leader-of-leadership', reason: '把责任写清。' },
    });
    expect(state).toMatchObject({
      status: 'reporting',
      report: { sentBack: '把责任写清。', texts: { title: '关于窗口一次性告知专项督查的报告' } },
    });
  });

  it('stays as it was approved when an item is opened afterwards', () => {
    const state = evolveInspection(anInspection('closed'), {
      ...{ type: 'FindingItemOpened', at: now, by: 'x', findingId: 'finding-1' },
      ...{ itemId: 'item-1', number: 'DB-2026-000001' },
    });
    expect(state).toMatchObject({
      status: 'closed',
      snapshot: anInspectionSnapshot,
      findings: [{ item: { number: 'DB-2026-000001' } }],
    });
  });
});

it('breaks on events that cannot follow each other', () => {
  const [, formed] = inspectionHistory('planned');
  expect(() => foldInspection(formed === undefined ? [] : [formed])).toThrow(BrokenStream);
  for (const event of inspectionHistory('closed').slice(1))
    expect(() => evolveInspection(anInspection('cancelled'), event)).toThrow(BrokenStream);
});
