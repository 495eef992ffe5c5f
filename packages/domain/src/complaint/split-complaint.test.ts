import { describe, expect, it } from 'vitest';
import { aComplaint, aComplaintContext, outcomeOf } from '../testing/index.ts';
import { decideComplaint } from './decide-complaint.ts';
import { evolveComplaint } from './evolve-complaint.ts';
import { submitPart } from './split-complaint.ts';

const parts = [
  { id: 'part-1', trackingNumber: 'BH-2026-0011' },
  { id: 'part-2', trackingNumber: 'BH-2026-0012' },
];
const split = { type: 'split', parts, reason: 'Two matters.' } as const;
const part = {
  type: 'submit_part',
  id: 'part-1',
  trackingNumber: 'BH-2026-0011',
  matterHash: 'hash-of-part',
} as const;

describe('splitting a complaint', () => {
  it('ends it in its parts', () => {
    expect(outcomeOf(decideComplaint(aComplaint().submitted(), split, aComplaintContext()))).toEqual([
      { type: 'ComplaintSplit', at: '2026-10-12T04:00:00.000Z', parts, reason: 'Two matters.' },
    ]);
  });

  it('takes two parts at least', () => {
    const one = { ...split, parts: parts.slice(0, 1) };
    expect(outcomeOf(decideComplaint(aComplaint().submitted(), one, aComplaintContext()))).toEqual({
      code: 'too_few_parts',
    });
  });

  it('is not for people of the department complained about', () => {
    const context = aComplaintContext({ aboutDepartmentId: 'supervision-office' });
    expect(outcomeOf(decideComplaint(aComplaint().submitted(), split, context))).toEqual({
      code: 'decider_concerned',
    });
  });

  it('writes what the clock of triage had crossed before', () => {
    const late = aComplaintContext({ now: '2026-10-14T01:00:00.000Z' });
    const decision = decideComplaint(aComplaint().submitted(), split, late);
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual([
      'DeadlineCrossed',
      'ComplaintSplit',
    ]);
  });
});

describe('a part', () => {
  it('keeps the person, the channel, the policy and what is left of the clock of triage', () => {
    const whole = aComplaint({ reachable: false, openness: 'anonymous' }).submitted();
    const state = evolveComplaint(null, submitPart(whole, part, aComplaintContext()));
    expect(state).toMatchObject({
      status: 'submitted',
      trackingNumber: 'BH-2026-0011',
      channel: 'portal',
      openness: 'anonymous',
      reachable: false,
      deadlineVersion: 'deadlines-1',
      splitFromId: 'complaint-1',
      clock: { start: '2026-10-12T01:00:00.000Z', due: { date: '2026-10-13', half: 'am' } },
    });
  });

  it('is triaged on a new clock where the whole was accepted already', () => {
    const { clock } = submitPart(aComplaint().accepted(), part, aComplaintContext());
    expect(clock).toEqual({
      kind: 'triage',
      start: '2026-10-12T04:00:00.000Z',
      workingDays: 0.5,
      pauses: [],
      due: { date: '2026-10-13', half: 'am', provisional: false },
    });
  });
});
