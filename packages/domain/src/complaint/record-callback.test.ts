import { describe, expect, it, test } from 'vitest';
import { DEFAULT_DEADLINES } from '../policy/deadline-policy.ts';
import { aComplaint, aComplaintContext, aStaffMember, clerk } from '../testing/index.ts';
import { complaintAfter, complaintHistory, outcomeOf } from '../testing/index.ts';
import type { CallbackOutcome, Complaint } from './complaint.ts';
import type { ComplaintEvent } from './complaint-event.ts';
import { decideComplaint } from './decide-complaint.ts';
import { isCallbackExhausted } from './record-callback.ts';

const call = {
  type: 'record_callback',
  contacted: true,
  solved: false,
  satisfaction: 'dissatisfied',
} as const;
const now = '2026-10-19T02:00:00.000Z';

const record = (
  state: Complaint,
  outcome: CallbackOutcome,
  satisfaction: 'dissatisfied' | null = 'dissatisfied',
) =>
  outcomeOf(
    decideComplaint(state, { ...call, outcome, satisfaction }, aComplaintContext({ actor: clerk, now })),
  );

const tried = (at: string, outcome: CallbackOutcome = 'no_answer'): ComplaintEvent => ({
  type: 'CallbackRecorded',
  at,
  callback: {
    at,
    staffId: clerk.staffId,
    outcome,
    answers: outcome === 'valid' ? { contacted: true, solved: true, satisfaction: 'satisfied' } : null,
  },
});

describe('a callback', () => {
  it('keeps the three questions apart', () => {
    expect(record(aComplaint().answered(), 'valid')).toEqual([
      {
        type: 'CallbackRecorded',
        at: now,
        callback: {
          at: now,
          staffId: 'clerk-of-service-hall',
          outcome: 'valid',
          answers: { contacted: true, solved: false, satisfaction: 'dissatisfied' },
        },
      },
    ]);
  });

  test.each(['no_answer', 'refused', 'wrong_number'] as const)(
    'that came to %s has no answers',
    (outcome) => {
      expect(record(aComplaint().answered(), outcome)).toMatchObject([
        { callback: { outcome, answers: null } },
      ]);
    },
  );

  it('is refused where a valid one has no level of satisfaction', () => {
    expect(record(aComplaint().answered(), 'valid', null)).toEqual({ code: 'callback_incomplete' });
  });

  it('is refused where nobody can be reached', () => {
    expect(record(aComplaint({ reachable: false }).answered(), 'valid')).toEqual({
      code: 'complainant_not_reachable',
    });
  });

  it('is never made by a department concerned', () => {
    const actor = aStaffMember('clerk', 'lead-department');
    const decision = decideComplaint(
      aComplaint().answered(),
      { ...call, outcome: 'valid' },
      aComplaintContext({ actor, now }),
    );
    expect(outcomeOf(decision)).toEqual({ code: 'callback_by_concerned_department' });
  });
});

describe('tries', () => {
  const morning = '2026-10-17T01:00:00.000Z';
  const noon = '2026-10-17T04:00:00.000Z';
  const nextDay = '2026-10-18T01:00:00.000Z';
  const after = (...events: readonly ComplaintEvent[]) =>
    complaintAfter([...complaintHistory('answered'), ...events]);

  it('are used up after three half-days', () => {
    const state = after(tried(morning), tried(noon), tried(nextDay));
    expect(isCallbackExhausted(state, DEFAULT_DEADLINES)).toBe(true);
    expect(record(state, 'valid')).toEqual({ code: 'callbacks_exhausted', data: { most: 3 } });
  });

  it('of one morning are one', () => {
    const state = after(tried(morning), tried('2026-10-17T02:00:00.000Z'), tried('2026-10-17T03:59:00.000Z'));
    expect(isCallbackExhausted(state, DEFAULT_DEADLINES)).toBe(false);
    expect(isCallbackExhausted(after(tried(morning), tried(noon)), DEFAULT_DEADLINES)).toBe(false);
  });

  it('begin again after a valid one', () => {
    const state = after(
      tried(morning),
      tried(noon),
      tried(nextDay, 'valid'),
      tried('2026-10-19T01:00:00.000Z'),
    );
    expect(isCallbackExhausted(state, DEFAULT_DEADLINES)).toBe(false);
  });

  it('begin again in the next round', () => {
    const used = after(tried(morning), tried(noon), tried(nextDay));
    const disputed: ComplaintEvent = { type: 'AnswerDisputed', at: now, reason: 'No.' };
    const placed = decideComplaint(
      complaintAfter([
        ...complaintHistory('answered'),
        tried(morning),
        tried(noon),
        tried(nextDay),
        disputed,
      ]),
      { type: 'place_under_supervision', itemId: 'item-1' },
      aComplaintContext({ now }),
    );
    if (!placed.ok) throw new Error(placed.refusal.code);
    const next = after(tried(morning), tried(noon), tried(nextDay), disputed, ...placed.events);
    expect(isCallbackExhausted(used, DEFAULT_DEADLINES)).toBe(true);
    expect(isCallbackExhausted(next, DEFAULT_DEADLINES)).toBe(false);
  });
});
