import { expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { aComplaint, aComplaintContext, complainant, outcomeOf, triageAdmin } from '../testing/index.ts';
import type { Closed } from './complaint.ts';
import { decideComplaint } from './decide-complaint.ts';

/** Closed on Monday 19 October 2026. */
const reopen = (now: string, actor: Actor = complainant, state: Closed = aComplaint().closed()) =>
  outcomeOf(
    decideComplaint(state, { type: 'reopen', reason: 'It came back.' }, aComplaintContext({ actor, now })),
  );

it('is open to the complainant for fifteen days', () => {
  const lastMoment = '2026-11-03T15:59:59.999Z';
  expect(reopen(lastMoment)).toEqual([
    { type: 'ComplaintReopened', at: lastMoment, reason: 'It came back.' },
  ]);
  expect(reopen('2026-11-03T16:00:00.000Z')).toEqual({ code: 'reopen_closed' });
});

it('is open to the complainant twice', () => {
  const now = '2026-10-20T02:00:00.000Z';
  expect(reopen(now, complainant, { ...aComplaint().closed(), reopens: 1 })).toMatchObject([
    { type: 'ComplaintReopened' },
  ]);
  expect(reopen(now, complainant, { ...aComplaint().closed(), reopens: 2 })).toEqual({
    code: 'reopened_too_often',
    data: { most: 2 },
  });
});

it('is open to an admin later and oftener', () => {
  const state = { ...aComplaint().closed(), reopens: 2 };
  expect(reopen('2027-06-01T02:00:00.000Z', triageAdmin, state)).toMatchObject([
    { type: 'ComplaintReopened' },
  ]);
});

it('is counted', () => {
  expect(aComplaint().closed().reopens).toBe(0);
  expect(aComplaint().reopened().reopens).toBe(1);
});
