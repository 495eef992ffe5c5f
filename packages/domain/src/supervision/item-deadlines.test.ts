import { describe, expect, it, test } from 'vitest';
import { SYSTEM, type Actor } from '../people/actor.ts';
import { anItem, anItemContext, cooperatingOfficer, itemAfter, itemHistory } from '../testing/index.ts';
import { leader, leadOfficer, outcomeOf, triageAdmin } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import type { ItemCommand } from './item-command.ts';
import { runningDeadlines } from './item-deadlines.ts';
import type { ItemEvent } from './item-event.ts';
import type { SupervisionItem } from './supervision-item.ts';

const give = (state: SupervisionItem, actor: Actor, now: string, command: ItemCommand) =>
  outcomeOf(decideItem(state, command, anItemContext({ actor, now })));

const cross = (state: SupervisionItem, now: string) => give(state, SYSTEM, now, { type: 'cross_deadlines' });

const deadline = { date: '2026-10-19', half: 'pm', provisional: false } as const;

describe('running deadlines', () => {
  test.each([
    ['proposed', []],
    ['registered', []],
    ['assigned', ['sign_for 2026-10-13 lead-department']],
    ['returned', []],
    [
      'signed',
      [
        'item 2026-10-19 lead-department',
        'heartbeat 2026-10-23 lead-department',
        'measure:measure-of-lead 2026-10-19 lead-department',
        'measure:measure-of-cooperating 2026-10-15 cooperating-department',
      ],
    ],
    ['ready', ['item 2026-10-19 lead-department', 'heartbeat 2026-10-26 lead-department']],
    ['strike_off_requested', []],
    ['verifying', ['verification 2026-10-22 ']],
    ['rework', ['item 2026-10-22 lead-department', 'heartbeat 2026-11-02 lead-department']],
    ['struck_off', []],
    ['watched', []],
    ['long_running', []],
    ['referred_up', []],
    ['rebounded', []],
    ['suspended', []],
  ] as const)('of an item %s', (stage, expected) => {
    const running = runningDeadlines(anItem().inStage(stage)).map(
      ({ deadline, ref, due, departmentId }) => `${deadline}${ref && `:${ref}`} ${due.date} ${departmentId}`,
    );
    expect(running).toEqual(expected);
  });
});

describe('crossings', () => {
  it('are written once the day is over, each deadline with its owner', () => {
    expect(cross(anItem().advancing(), '2026-10-15T15:59:59.999Z')).toEqual({ code: 'already_crossed' });
    const at = '2026-10-19T16:00:00.000Z';
    expect(cross(anItem().advancing(), at)).toEqual([
      {
        type: 'DeadlineCrossed',
        at,
        deadline: 'item',
        ref: '',
        due: deadline,
        level: 0,
        departmentId: 'lead-department',
      },
      {
        type: 'DeadlineCrossed',
        at,
        deadline: 'measure',
        ref: 'measure-of-lead',
        due: deadline,
        level: 0,
        departmentId: 'lead-department',
      },
      {
        type: 'DeadlineCrossed',
        at,
        deadline: 'measure',
        ref: 'measure-of-cooperating',
        due: { date: '2026-10-15', half: 'pm', provisional: false },
        level: 0,
        departmentId: 'cooperating-department',
      },
    ]);
  });

  it('are written once', () => {
    const now = '2026-10-20T02:00:00.000Z';
    const first = decideItem(
      anItem().ready(),
      { type: 'cross_deadlines' },
      anItemContext({ actor: SYSTEM, now }),
    );
    if (!first.ok) throw new Error(first.refusal.code);
    expect(first.events).toHaveLength(1);
    const after = itemAfter([...itemHistory('ready'), ...first.events]);
    expect(cross(after, now)).toEqual({ code: 'already_crossed' });
    expect(cross(after, '2026-10-23T02:00:00.000Z')).toEqual({ code: 'already_crossed' });
    expect(cross(after, '2026-10-26T02:00:00.000Z')).toMatchObject([{ deadline: 'item', level: 1 }]);
  });

  test.each([
    ['2026-10-20T02:00:00.000Z', [0]],
    ['2026-10-23T15:00:00.000Z', [0]],
    ['2026-10-26T02:00:00.000Z', [0, 1]],
    ['2026-11-09T02:00:00.000Z', [0, 1, 2, 3]],
  ])('of the item at %s have the levels %j', (now, levels) => {
    const events = cross(anItem().ready(), now) as readonly ItemEvent[];
    const ofItem = events.filter((event) => event.type === 'DeadlineCrossed' && event.deadline === 'item');
    expect(ofItem).toMatchObject(levels.map((level) => ({ level })));
    expect(ofItem).toHaveLength(levels.length);
  });

  it('of a heartbeat and of a verification have one level', () => {
    const later = '2026-12-01T02:00:00.000Z';
    const heartbeats = (cross(anItem().ready(), later) as readonly ItemEvent[]).filter(
      (event) => event.type === 'DeadlineCrossed' && event.deadline === 'heartbeat',
    );
    expect(heartbeats).toMatchObject([{ due: { date: '2026-10-26' }, level: 0 }]);
    expect(cross(anItem().verifying(), later)).toMatchObject([
      { deadline: 'verification', level: 0, departmentId: '' },
    ]);
  });

  it('do not come about on a provisional date', () => {
    const ready = anItem().ready();
    const due = { date: '2027-01-05', half: 'pm', provisional: true } as const;
    const state = { ...ready, assignment: { ...ready.assignment, deadline: due }, nextReportDue: due };
    expect(cross(state, '2027-03-01T02:00:00.000Z')).toEqual({ code: 'already_crossed' });
  });

  it('do not come about while the item is suspended', () => {
    expect(cross(anItem().suspended(), '2027-03-01T02:00:00.000Z')).toMatchObject({ code: 'illegal_move' });
  });
});

describe('whose overrun it is', () => {
  const at = '2026-10-16T02:00:00.000Z';
  const leadIsDone: ItemEvent = {
    type: 'MeasureCompleted',
    at,
    measureId: 'measure-of-lead',
    evidence: 'licence.pdf',
    departmentId: 'lead-department',
  };
  const waiting = itemAfter([...itemHistory('advancing'), leadIsDone]);
  const now = '2026-10-20T02:00:00.000Z';

  it('is the cooperating department alone that is still at work', () => {
    expect(cross(waiting, now)).toMatchObject([
      { deadline: 'item', departmentId: 'cooperating-department' },
      { deadline: 'measure', departmentId: 'cooperating-department' },
    ]);
  });

  it('is its overrun still where it hands in before anybody looked', () => {
    const command = {
      type: 'complete_measure',
      measureId: 'measure-of-cooperating',
      evidence: 'x',
      explanation: 'The plan was late.',
    } as const;
    expect(give(waiting, cooperatingOfficer, now, command)).toMatchObject([
      { type: 'DeadlineCrossed', deadline: 'item', departmentId: 'cooperating-department' },
      { type: 'DeadlineCrossed', deadline: 'measure', departmentId: 'cooperating-department' },
      { type: 'MeasureCompleted' },
    ]);
  });

  it('is the lead once all measures are done', () => {
    expect(cross(anItem().ready(), now)).toMatchObject([
      { deadline: 'item', departmentId: 'lead-department' },
    ]);
  });
});

describe('a further step of lateness', () => {
  const leadIsDone = (at: string): ItemEvent => ({
    type: 'MeasureCompleted',
    at,
    measureId: 'measure-of-lead',
    evidence: 'licence.pdf',
    departmentId: 'lead-department',
  });
  /** Due on Monday 19 October; the step is the five working days from the 20th to the 26th. */
  const ownerAfter = (at: string) => {
    const events = cross(
      itemAfter([...itemHistory('advancing'), leadIsDone(at)]),
      '2026-10-26T02:00:00.000Z',
    );
    return (events as readonly ItemEvent[]).flatMap((event) =>
      event.type === 'DeadlineCrossed' && event.deadline === 'item' && event.level === 1
        ? [event.departmentId]
        : [],
    );
  };

  test.each([
    ['2026-10-16T02:00:00.000Z', 'cooperating-department', 'five of the five days'],
    ['2026-10-21T02:00:00.000Z', 'cooperating-department', 'three of the five days'],
    ['2026-10-22T02:00:00.000Z', 'lead-department', 'two of the five days'],
    ['2026-10-23T02:00:00.000Z', 'lead-department', 'one of the five days'],
  ])('handed on at %s is of the %s, the cooperating department having had the ball on %s', (at, owner) => {
    expect(ownerAfter(at)).toEqual([owner]);
  });
});

describe('crossings that nobody looked for in time', () => {
  const late = '2026-10-27T02:00:00.000Z';

  it('are written before the late signature', () => {
    expect(
      give(anItem().assigned(), leadOfficer, '2026-10-14T02:00:00.000Z', { type: 'sign' }),
    ).toMatchObject([
      { type: 'DeadlineCrossed', deadline: 'sign_for', departmentId: 'lead-department' },
      { type: 'ItemSigned', isSilent: false },
    ]);
  });

  it('are written before the signature by silence', () => {
    const silent = { type: 'sign_in_silence' } as const;
    expect(give(anItem().assigned(), SYSTEM, '2026-10-13T15:59:59.999Z', silent)).toEqual({
      code: 'not_due_yet',
    });
    expect(give(anItem().assigned(), SYSTEM, '2026-10-13T16:00:00.000Z', silent)).toMatchObject([
      { type: 'DeadlineCrossed', deadline: 'sign_for' },
      { type: 'ItemSigned', isSilent: true, nextReportDue: { date: '2026-10-26' } },
    ]);
  });

  it('are written, and the silence with them, before what only a signed item knows', () => {
    const assigned = anItem().assigned();
    const command = {
      type: 'complete_measure',
      measureId: 'measure-of-cooperating',
      evidence: 'plan.pdf',
    } as const;
    expect(give(assigned, cooperatingOfficer, '2026-10-13T15:59:59.999Z', command)).toMatchObject({
      code: 'illegal_move',
    });
    expect(give(assigned, cooperatingOfficer, '2026-10-14T02:00:00.000Z', command)).toMatchObject([
      { type: 'DeadlineCrossed', deadline: 'sign_for', departmentId: 'lead-department' },
      { type: 'ItemSigned', isSilent: true, nextReportDue: { date: '2026-10-26' } },
      { type: 'MeasureCompleted', departmentId: 'cooperating-department' },
    ]);
  });

  it('are not written where the command is refused all the same', () => {
    const command = { type: 'complete_measure', measureId: 'none', evidence: 'plan.pdf' } as const;
    expect(give(anItem().assigned(), cooperatingOfficer, '2026-10-14T02:00:00.000Z', command)).toEqual({
      code: 'unknown_measure',
    });
  });

  it('are written before the late report', () => {
    const said = { text: 'On.', percent: 1, obstacles: '', nextStep: '' };
    const command = { type: 'report_progress', reportId: 'r', ...said } as const;
    expect(give(anItem().overdue(), leadOfficer, '2026-10-27T02:00:00.000Z', command)).toMatchObject([
      { type: 'DeadlineCrossed', deadline: 'heartbeat', due: { date: '2026-10-26' } },
      { type: 'ProgressReported' },
    ]);
  });

  it('are written before the late request', () => {
    expect(
      give(anItem().ready(), leadOfficer, late, { type: 'request_strike_off', claim: 'Done.' }),
    ).toMatchObject([
      { type: 'DeadlineCrossed', deadline: 'item', level: 0 },
      { type: 'DeadlineCrossed', deadline: 'item', level: 1 },
      { type: 'DeadlineCrossed', deadline: 'heartbeat' },
      { type: 'StrikeOffRequested' },
    ]);
  });

  it('are left to the clock where the deadline runs on', () => {
    const command = { type: 'link_complaint', complaintId: 'complaint-2' } as const;
    expect(give(anItem().ready(), triageAdmin, late, command)).toMatchObject([{ type: 'ComplaintLinked' }]);
  });

  it('are written before a suspension', () => {
    const command = { type: 'suspend', reason: 'Lawsuit', reviewOn: '2026-11-30' } as const;
    expect(give(anItem().ready(), leader, '2026-10-20T02:00:00.000Z', command)).toMatchObject([
      { type: 'DeadlineCrossed', deadline: 'item', level: 0 },
      { type: 'ItemSuspended' },
    ]);
  });
});
