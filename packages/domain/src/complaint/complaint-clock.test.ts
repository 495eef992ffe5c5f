import { describe, expect, it, test } from 'vitest';
import { SYSTEM } from '../people/actor.ts';
import { aComplaint, aComplaintContext, complainant, complaintAfter } from '../testing/index.ts';
import { complaintHistory, outcomeOf, triageAdmin } from '../testing/index.ts';
import { decideComplaint } from './decide-complaint.ts';
import { startClock } from './complaint-clock.ts';
import { calendar2026 } from '../testing/calendar-2026.ts';

describe('clocks as they start', () => {
  const monday = '2026-10-12T01:00:00.000Z';

  test.each([
    ['simple', 3, '2026-10-15'],
    ['ordinary', 5, '2026-10-19'],
    ['complex', 15, '2026-11-02'],
  ] as const)('a %s matter has %d working days', (complexity, workingDays, date) => {
    const decision = decideComplaint(
      aComplaint().submitted(),
      { type: 'accept', category: 'licence', complexity },
      aComplaintContext({ now: monday }),
    );
    const clock = {
      kind: 'resolution',
      start: monday,
      workingDays,
      pauses: [],
      due: { date, half: 'pm', provisional: false },
    };
    expect(outcomeOf(decision)).toEqual([
      { type: 'ComplaintAccepted', at: monday, category: 'licence', complexity, clock },
    ]);
  });

  it('counts the make-up Saturday of 10 October 2026', () => {
    const { due } = startClock('resolution', '2026-09-30T02:00:00.000Z', 3, calendar2026);
    expect(due).toEqual({ date: '2026-10-10', half: 'pm', provisional: false });
  });
});

/** Accepted on Monday the 12th, five working days: due on Monday the 19th; asked on Wednesday the 14th. */
describe('waiting for the complainant', () => {
  it('pauses the clock from the day after asking to the day of the reply', () => {
    const now = '2026-10-21T02:00:00.000Z';
    const decision = decideComplaint(
      aComplaint().awaitingComplainant(),
      { type: 'reply', text: 'Desk 3.' },
      aComplaintContext({ actor: complainant, now }),
    );
    const clock = {
      kind: 'resolution',
      start: '2026-10-12T02:00:00.000Z',
      workingDays: 5,
      pauses: [{ from: '2026-10-15', to: '2026-10-21', reason: 'awaiting_complainant' }],
      due: { date: '2026-10-26', half: 'pm', provisional: false },
    };
    expect(outcomeOf(decision)).toEqual([{ type: 'ComplainantReplied', at: now, text: 'Desk 3.', clock }]);
  });

  it('pauses nothing where the reply comes the same day', () => {
    const decision = decideComplaint(
      aComplaint().awaitingComplainant(),
      { type: 'reply', text: 'Desk 3.' },
      aComplaintContext({ actor: complainant, now: '2026-10-14T09:00:00.000Z' }),
    );
    expect(outcomeOf(decision)).toMatchObject([{ clock: { pauses: [], due: { date: '2026-10-19' } } }]);
  });

  it('times out after ten working days, not before', () => {
    const lastMoment = aComplaintContext({ actor: SYSTEM, now: '2026-10-28T15:59:59.999Z' });
    const state = aComplaint().awaitingComplainant();
    expect(outcomeOf(decideComplaint(state, { type: 'time_out_question' }, lastMoment))).toEqual({
      code: 'not_due_yet',
    });
    const now = '2026-10-28T16:00:00.000Z';
    const late = decideComplaint(
      state,
      { type: 'time_out_question' },
      aComplaintContext({ actor: SYSTEM, now }),
    );
    expect(outcomeOf(late)).toMatchObject([
      {
        type: 'QuestionTimedOut',
        clock: {
          pauses: [{ from: '2026-10-15', to: '2026-10-28', reason: 'awaiting_complainant' }],
          due: { date: '2026-11-02' },
        },
      },
    ]);
  });

  test.each(['2026-10-28T16:00:00.000Z', '2026-11-05T02:00:00.000Z'])(
    'pauses at most ten working days, though noticed at %s',
    (now) => {
      const state = aComplaint().awaitingComplainant();
      const timedOut = decideComplaint(
        state,
        { type: 'time_out_question' },
        aComplaintContext({ actor: SYSTEM, now }),
      );
      const replied = decideComplaint(
        state,
        { type: 'reply', text: 'Desk 3.' },
        aComplaintContext({ actor: complainant, now }),
      );
      const due = { date: '2026-11-02', half: 'pm', provisional: false };
      expect(outcomeOf(timedOut)).toMatchObject([{ clock: { due } }]);
      expect(outcomeOf(replied)).toMatchObject([{ clock: { due } }]);
    },
  );

  it('gives the last day back where the question was asked on it', () => {
    const asked = decideComplaint(
      aComplaint().underSupervision(),
      { type: 'ask_complainant', question: 'Which desk?' },
      aComplaintContext({ actor: triageAdmin, now: '2026-10-19T07:00:00.000Z' }),
    );
    if (!asked.ok) throw new Error(asked.refusal.code);
    const state = complaintAfter([...complaintHistory('under_supervision'), ...asked.events]);
    const replied = decideComplaint(
      state,
      { type: 'reply', text: 'Desk 3.' },
      aComplaintContext({ actor: complainant, now: '2026-10-22T02:00:00.000Z' }),
    );
    expect(outcomeOf(replied)).toMatchObject([
      { clock: { pauses: [{ from: '2026-10-19', to: '2026-10-22' }], due: { date: '2026-10-23' } } },
    ]);
  });

  it('keeps earlier pauses when it pauses again', () => {
    const once = decideComplaint(
      aComplaint().awaitingComplainant(),
      { type: 'reply', text: 'Desk 3.' },
      aComplaintContext({ actor: complainant, now: '2026-10-15T02:00:00.000Z' }),
    );
    if (!once.ok) throw new Error(once.refusal.code);
    const history = [...complaintHistory('awaiting_complainant'), ...once.events];
    const again = decideComplaint(
      complaintAfter(history),
      { type: 'ask_complainant', question: 'And when?' },
      aComplaintContext({ actor: triageAdmin, now: '2026-10-16T02:00:00.000Z' }),
    );
    if (!again.ok) throw new Error(again.refusal.code);
    const replied = decideComplaint(
      complaintAfter([...history, ...again.events]),
      { type: 'reply', text: 'In May.' },
      aComplaintContext({ actor: complainant, now: '2026-10-19T02:00:00.000Z' }),
    );
    expect(outcomeOf(replied)).toMatchObject([
      {
        clock: {
          pauses: [
            { from: '2026-10-15', to: '2026-10-15' },
            { from: '2026-10-17', to: '2026-10-19' },
          ],
          due: { date: '2026-10-21' },
        },
      },
    ]);
  });

  it('asks nobody who can neither be reached nor look', () => {
    const ask = { type: 'ask_complainant', question: 'Which desk?' } as const;
    const context = aComplaintContext({ now: '2026-10-13T02:00:00.000Z' });
    const walkIn = aComplaint({ channel: 'walk_in', reachable: false }).underSupervision();
    const portal = aComplaint({ channel: 'portal', reachable: false }).underSupervision();
    expect(outcomeOf(decideComplaint(walkIn, ask, context))).toEqual({ code: 'complainant_not_reachable' });
    expect(outcomeOf(decideComplaint(portal, ask, context))).toMatchObject([{ type: 'ComplainantAsked' }]);
  });
});
