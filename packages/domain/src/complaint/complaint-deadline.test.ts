import { describe, expect, it, test } from 'vitest';
import { SYSTEM } from '../people/actor.ts';
import { aComplaint, aComplaintContext, complainant, complaintAfter, moved2027 } from '../testing/index.ts';
import { complaintHistory, outcomeOf, plain2027, triageAdmin } from '../testing/index.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintEvent } from './complaint-event.ts';
import { decideComplaint } from './decide-complaint.ts';

const cross = (state: Complaint, now: string) =>
  outcomeOf(decideComplaint(state, { type: 'cross_deadline' }, aComplaintContext({ actor: SYSTEM, now })));

const due = { date: '2026-10-19', half: 'pm', provisional: false } as const;

describe('crossings', () => {
  it('writes the first once the day is over', () => {
    const now = '2026-10-19T16:00:00.000Z';
    expect(cross(aComplaint().underSupervision(), '2026-10-19T15:59:59.999Z')).toEqual({
      code: 'not_due_yet',
    });
    expect(cross(aComplaint().underSupervision(), now)).toEqual([
      { type: 'DeadlineCrossed', at: now, clock: 'resolution', due, level: 0 },
    ]);
  });

  it('ends the triage clock at noon', () => {
    expect(cross(aComplaint().submitted(), '2026-10-13T03:59:00.000Z')).toEqual({ code: 'not_due_yet' });
    expect(cross(aComplaint().submitted(), '2026-10-13T04:00:00.000Z')).toMatchObject([
      { clock: 'triage', due: { date: '2026-10-13', half: 'am' }, level: 0 },
    ]);
  });

  test.each([
    ['2026-10-20T01:00:00.000Z', [0]],
    ['2026-10-23T01:00:00.000Z', [0]],
    ['2026-10-26T01:00:00.000Z', [0, 1]],
    ['2026-11-02T01:00:00.000Z', [0, 1, 2]],
  ])('reaches by %s the levels %j, one for every five working days', (now, levels) => {
    expect(cross(aComplaint().underSupervision(), now)).toMatchObject(levels.map((level) => ({ level })));
  });

  it('writes each once, and then only the next', () => {
    const first: ComplaintEvent = {
      type: 'DeadlineCrossed',
      at: '2026-10-20T01:00:00.000Z',
      clock: 'resolution',
      due,
      level: 0,
    };
    const state = complaintAfter([...complaintHistory('under_supervision'), first]);
    expect(cross(state, '2026-10-20T02:00:00.000Z')).toEqual({ code: 'already_crossed' });
    expect(cross(state, '2026-10-26T01:00:00.000Z')).toEqual([
      { type: 'DeadlineCrossed', at: '2026-10-26T01:00:00.000Z', clock: 'resolution', due, level: 1 },
    ]);
  });

  it('does not count the days of waiting as late', () => {
    const asked = decideComplaint(
      aComplaint().underSupervision(),
      { type: 'ask_complainant', question: 'Which desk?' },
      aComplaintContext({ actor: triageAdmin, now: '2026-10-20T02:00:00.000Z' }),
    );
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(asked.events.map((event) => event.type)).toEqual(['DeadlineCrossed', 'ComplainantAsked']);
    const history = [...complaintHistory('under_supervision'), ...asked.events];
    const replied = decideComplaint(
      complaintAfter(history),
      { type: 'reply', text: 'Desk 3.' },
      aComplaintContext({ actor: complainant, now: '2026-10-27T02:00:00.000Z' }),
    );
    if (!replied.ok) throw new Error(replied.refusal.code);
    const state = complaintAfter([...history, ...replied.events]);
    expect(cross(state, '2026-10-30T02:00:00.000Z')).toEqual({ code: 'already_crossed' });
    expect(cross(state, '2026-11-02T02:00:00.000Z')).toMatchObject([{ level: 1, due }]);
  });

  it('is not lost where the command comes before anybody looked', () => {
    const now = '2026-10-13T05:00:00.000Z';
    const accept = { type: 'accept', category: 'licence', complexity: 'simple' } as const;
    expect(
      outcomeOf(decideComplaint(aComplaint().submitted(), accept, aComplaintContext({ now }))),
    ).toMatchObject([{ type: 'DeadlineCrossed', clock: 'triage', level: 0 }, { type: 'ComplaintAccepted' }]);
  });

  it('is left to the clock by commands that do not end it', () => {
    const decision = decideComplaint(
      aComplaint().underSupervision(),
      { type: 'urge' },
      aComplaintContext({ actor: complainant, now: '2026-10-21T02:00:00.000Z' }),
    );
    expect(outcomeOf(decision)).toEqual([{ type: 'ComplaintUrged', at: '2026-10-21T02:00:00.000Z' }]);
  });

  it('never blames the complainant for waiting', () => {
    expect(cross(aComplaint().awaitingComplainant(), '2026-11-20T02:00:00.000Z')).toMatchObject({
      code: 'illegal_move',
    });
  });
});

/** Accepted on Monday 28 December 2026: five working days end on 5 January 2027, a year not yet published. */
describe('a provisional date', () => {
  const clock = {
    kind: 'resolution',
    start: '2026-12-28T02:00:00.000Z',
    workingDays: 5,
    pauses: [],
    due: { date: '2027-01-05', half: 'pm', provisional: true },
  } as const;
  const tomorrow = { date: '2026-12-29', half: 'am', provisional: false } as const;
  const history: readonly ComplaintEvent[] = [
    ...complaintHistory('submitted'),
    { type: 'ComplaintAccepted', at: clock.start, category: 'licence', complexity: 'ordinary', clock },
  ];
  const recompute = (state: Complaint, calendar = moved2027) =>
    outcomeOf(
      decideComplaint(
        state,
        { type: 'recompute_due' },
        aComplaintContext({ actor: SYSTEM, now: '2026-12-30T02:00:00.000Z', calendar }),
      ),
    );

  it('is what acceptance in late December gives', () => {
    const decision = decideComplaint(
      aComplaint({ clock: { ...aComplaint().submitted().clock, due: tomorrow } }).submitted(),
      { type: 'accept', category: 'licence', complexity: 'ordinary' },
      aComplaintContext({ now: '2026-12-28T02:00:00.000Z' }),
    );
    expect(outcomeOf(decision)).toMatchObject([{ type: 'ComplaintAccepted', clock }]);
  });

  it('is never crossed', () => {
    expect(cross(complaintAfter(history), '2027-03-01T02:00:00.000Z')).toEqual({
      code: 'due_is_provisional',
    });
  });

  it('moves once, with an event, when its year is published', () => {
    const state = complaintAfter(history);
    const moved: ComplaintEvent = {
      type: 'DueDateRecomputed',
      at: '2026-12-30T02:00:00.000Z',
      before: clock.due,
      clock: { ...clock, due: { date: '2027-01-06', half: 'pm', provisional: false } },
    };
    expect(recompute(state)).toEqual([moved]);
    const after = complaintAfter([...history, moved]);
    expect(recompute(after)).toEqual({ code: 'due_unchanged' });
    expect(recompute(after, plain2027)).toEqual({ code: 'due_unchanged' });
    expect(cross(after, '2027-01-06T16:00:00.000Z')).toMatchObject([
      { due: { date: '2027-01-06' }, level: 0 },
    ]);
  });

  it('is written as final where it stands', () => {
    const state = complaintAfter(history);
    const due = { date: '2027-01-05', half: 'pm', provisional: false };
    expect(recompute(state, plain2027)).toMatchObject([{ before: { provisional: true }, clock: { due } }]);
  });

  it('stays as it is before', () => {
    const decision = decideComplaint(
      complaintAfter(history),
      { type: 'recompute_due' },
      aComplaintContext({ actor: SYSTEM, now: '2026-12-30T02:00:00.000Z' }),
    );
    expect(outcomeOf(decision)).toEqual({ code: 'due_unchanged' });
  });

  it('neither closes a complaint nor ends a question', () => {
    const provisional = { date: '2027-01-05', half: 'pm', provisional: true } as const;
    const asked = aComplaint().awaitingComplainant();
    const answered = aComplaint().answered();
    const context = aComplaintContext({ actor: SYSTEM, now: '2027-02-01T02:00:00.000Z' });
    const waiting = { ...asked, clock: { ...asked.clock, due: provisional } };
    const confirming = { ...answered, clock: { ...answered.clock, due: provisional } };
    const code = 'due_is_provisional';
    expect(outcomeOf(decideComplaint(waiting, { type: 'time_out_question' }, context))).toEqual({ code });
    expect(outcomeOf(decideComplaint(confirming, { type: 'close_in_silence' }, context))).toEqual({ code });
  });
});
