import { expect, it, test } from 'vitest';
import { BrokenStream } from '../broken-stream.ts';
import { aComplaint, complaintHistory } from '../testing/index.ts';
import { evolveComplaint, foldComplaint } from './evolve-complaint.ts';

it('begins with the submission', () => {
  expect(foldComplaint(complaintHistory('submitted'))).toEqual({
    status: 'submitted',
    id: 'complaint-1',
    trackingNumber: 'BH-2026-0001',
    channel: 'portal',
    complainantKind: 'citizen',
    openness: 'open',
    reachable: true,
    submittedAt: '2026-10-12T01:00:00.000Z',
    deadlineVersion: 'deadlines-1',
    matterHash: 'hash-of-the-matter',
    clock: {
      kind: 'triage',
      start: '2026-10-12T01:00:00.000Z',
      workingDays: 0.5,
      pauses: [],
      due: { date: '2026-10-13', half: 'am', provisional: false },
    },
    round: 1,
    reopens: 0,
    lastUrgedAt: null,
    urges: 0,
    callbacks: [],
    ratings: [],
    answers: [],
    saidBy: null,
    objection: null,
    review: null,
    finalProposal: null,
    final: null,
    crossings: [],
    splitFromId: null,
    contactRemoved: null,
    hold: null,
  });
});

it('is nothing without events', () => {
  expect(foldComplaint([])).toBeNull();
});

const at = '2026-10-20T02:00:00.000Z';

test.each([
  { type: 'ComplaintMerged', at, survivorId: 'complaint-0', survivorNumber: 'BH-2026-0000' },
  { type: 'ComplaintUnmerged', at, reason: '' },
  {
    type: 'ComplaintPlacedUnderSupervision',
    at,
    itemId: 'i',
    round: 1,
    clock: aComplaint().accepted().clock,
  },
  { type: 'ComplainantAsked', at, question: '', clock: aComplaint().accepted().clock },
  { type: 'ComplainantReplied', at, text: '', clock: aComplaint().accepted().clock },
  { type: 'AnswerPublished', at, outcome: 'solved', text: '', clock: aComplaint().accepted().clock },
  { type: 'AnswerConfirmed', at },
  { type: 'AnswerDisputed', at, reason: '' },
  { type: 'ComplaintReopened', at, reason: '' },
] as const)('finds the stream broken where $type follows a declined complaint', (event) => {
  expect(() => evolveComplaint(aComplaint().declined(), event)).toThrow(BrokenStream);
  expect(() => evolveComplaint(null, event)).toThrow(BrokenStream);
});
