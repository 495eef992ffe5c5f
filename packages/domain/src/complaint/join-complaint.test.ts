import { expect, test } from 'vitest';
import { aComplaint, aComplaintContext, complainant, triageAdmin } from '../testing/index.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import { decideComplaint } from './decide-complaint.ts';
import { evolveComplaint } from './evolve-complaint.ts';
import type { Complaint } from './complaint.ts';

const survivor = { survivorId: 'complaint-0', survivorNumber: 'BH-2026-0000' };
const JOIN: ComplaintCommand = { type: 'join', ...survivor };

function joined(): Complaint {
  const context = aComplaintContext({ actor: complainant, now: '2026-10-12T01:00:00.000Z' });
  const decision = decideComplaint(aComplaint().submitted(), JOIN, context);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<Complaint>(evolveComplaint, aComplaint().submitted());
}

test('whoever joins a case follows it like one that was merged', () => {
  expect(joined()).toMatchObject({ status: 'merged', survivorId: 'complaint-0', isJoined: true });
});

test('nobody joins for somebody else, nor a case with itself', () => {
  const context = aComplaintContext({ actor: triageAdmin, now: '2026-10-12T01:00:00.000Z' });
  expect(decideComplaint(aComplaint().submitted(), JOIN, context)).toMatchObject({
    refusal: { code: 'not_authorised' },
  });
  const own = aComplaintContext({ actor: complainant, now: '2026-10-12T01:00:00.000Z' });
  const itself: ComplaintCommand = { type: 'join', survivorId: 'complaint-1', survivorNumber: '' };
  expect(decideComplaint(aComplaint().submitted(), itself, own)).toMatchObject({
    refusal: { code: 'merge_into_itself' },
  });
});

test('parted again it is triaged on a clock that begins then, with the ratings it gave', () => {
  const answered = '2026-10-16T07:00:00.000Z';
  const rated = decideComplaint(
    joined(),
    { type: 'rate', level: 'dissatisfied', comment: '' },
    aComplaintContext({ actor: complainant, now: '2026-10-19T02:00:00.000Z', followedAnswerAt: answered }),
  );
  if (!rated.ok) throw new Error(rated.refusal.code);
  const state = rated.events.reduce<Complaint>(evolveComplaint, joined());
  const parted = decideComplaint(
    state,
    { type: 'unmerge', reason: 'Another desk.' },
    aComplaintContext({ actor: triageAdmin, now: '2026-10-26T02:00:00.000Z' }),
  );
  if (!parted.ok) throw new Error(parted.refusal.code);
  expect(parted.events.reduce<Complaint>(evolveComplaint, state)).toMatchObject({
    status: 'submitted',
    ratings: [{ level: 'dissatisfied' }],
    clock: { kind: 'triage', due: { date: '2026-10-27', half: 'am', provisional: false } },
  });
});

test('it rates the answer it follows, while that may be rated', () => {
  const rate: ComplaintCommand = { type: 'rate', level: 'satisfied', comment: '' };
  const on = (now: string, followedAnswerAt: string | null) =>
    decideComplaint(joined(), rate, aComplaintContext({ actor: complainant, now, followedAnswerAt }));
  expect(on('2026-10-19T02:00:00.000Z', null)).toMatchObject({ refusal: { code: 'rating_closed' } });
  expect(on('2026-10-30T02:00:00.000Z', '2026-10-16T07:00:00.000Z').ok).toBe(true);
  expect(on('2026-10-31T02:00:00.000Z', '2026-10-16T07:00:00.000Z')).toMatchObject({
    refusal: { code: 'rating_closed' },
  });
});
