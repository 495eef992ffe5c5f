import type { ComplaintEvent } from '../complaint/complaint-event.ts';
import type { Clock, ComplaintStatus } from '../complaint/complaint.ts';

type Submission = ComplaintEvent & { type: 'ComplaintSubmitted' };

const submitted: Submission = {
  type: 'ComplaintSubmitted',
  at: '2026-10-12T01:00:00.000Z',
  id: 'complaint-1',
  trackingNumber: 'BH-2026-0001',
  channel: 'portal',
  complainantKind: 'citizen',
  openness: 'open',
  reachable: true,
  matterHash: 'hash-of-the-matter',
  deadlineVersion: 'deadlines-1',
  clock: {
    kind: 'triage',
    start: '2026-10-12T01:00:00.000Z',
    workingDays: 0.5,
    pauses: [],
    due: { date: '2026-10-13', half: 'am', provisional: false },
  },
};

const resolution: Clock = {
  kind: 'resolution',
  start: '2026-10-12T02:00:00.000Z',
  workingDays: 5,
  pauses: [],
  due: { date: '2026-10-19', half: 'pm', provisional: false },
};

const accepted: ComplaintEvent = {
  type: 'ComplaintAccepted',
  at: '2026-10-12T02:00:00.000Z',
  category: 'licence',
  complexity: 'ordinary',
  clock: resolution,
};

const placed: ComplaintEvent = {
  type: 'ComplaintPlacedUnderSupervision',
  at: '2026-10-12T03:00:00.000Z',
  itemId: 'item-1',
  round: 1,
  clock: resolution,
};

const asked: ComplaintEvent = {
  type: 'ComplainantAsked',
  at: '2026-10-14T01:00:00.000Z',
  question: 'Which desk was it?',
  clock: {
    kind: 'waiting',
    start: '2026-10-14T01:00:00.000Z',
    workingDays: 10,
    pauses: [],
    due: { date: '2026-10-28', half: 'pm', provisional: false },
  },
};

const answered: ComplaintEvent = {
  type: 'AnswerPublished',
  at: '2026-10-16T07:00:00.000Z',
  outcome: 'explained',
  text: 'The licence needs a second paper.',
  by: { staffId: 'triage_admin-of-supervision-office', departmentId: 'supervision-office' },
  clock: {
    kind: 'confirmation',
    start: '2026-10-16T07:00:00.000Z',
    workingDays: 5,
    pauses: [],
    due: { date: '2026-10-23', half: 'pm', provisional: false },
  },
};

const at = '2026-10-19T02:00:00.000Z';
const declined: ComplaintEvent = {
  type: 'ComplaintDeclined',
  at: '2026-10-12T02:00:00.000Z',
  reason: 'court',
  competentBody: 'District court',
  notice: 'The matter is before the court.',
  by: { staffId: 'triage_admin-of-supervision-office', departmentId: 'supervision-office' },
};
const merged: ComplaintEvent = {
  type: 'ComplaintMerged',
  at: '2026-10-12T02:00:00.000Z',
  survivorId: 'complaint-0',
  survivorNumber: 'BH-2026-0000',
};
const split: ComplaintEvent = {
  type: 'ComplaintSplit',
  at: '2026-10-12T02:00:00.000Z',
  parts: [
    { id: 'complaint-2', trackingNumber: 'BH-2026-0002' },
    { id: 'complaint-3', trackingNumber: 'BH-2026-0003' },
  ],
  reason: 'Two matters for two departments.',
};
const settled: ComplaintEvent = {
  type: 'ComplaintSettledOnTheSpot',
  at: '2026-10-12T03:00:00.000Z',
  category: 'licence',
  complexity: 'simple',
  outcome: 'solved',
  text: 'Done at the desk.',
  by: { staffId: 'clerk-of-service-hall', departmentId: 'service-hall' },
};
const disputed: ComplaintEvent = { type: 'AnswerDisputed', at, reason: 'I have that paper.' };
const confirmed: ComplaintEvent = { type: 'AnswerConfirmed', at };
const reopened: ComplaintEvent = {
  type: 'ComplaintReopened',
  at: '2026-10-26T02:00:00.000Z',
  reason: 'It came back.',
};
const withdrawn: ComplaintEvent = {
  type: 'ComplaintWithdrawn',
  at: '2026-10-12T02:00:00.000Z',
  reason: 'No longer needed.',
};

const objected: ComplaintEvent = {
  type: 'DeclineObjected',
  at: '2026-10-13T02:00:00.000Z',
  reason: 'No court has it.',
  clock: {
    kind: 'objection',
    start: '2026-10-13T02:00:00.000Z',
    workingDays: 5,
    pauses: [],
    due: { date: '2026-10-20', half: 'pm', provisional: false },
  },
};
const reviewed: ComplaintEvent = {
  type: 'ReviewRequested',
  at: '2026-10-26T02:00:00.000Z',
  reason: 'The answer names the wrong rule.',
  clock: {
    kind: 'review',
    start: '2026-10-26T02:00:00.000Z',
    workingDays: 15,
    pauses: [],
    due: { date: '2026-11-16', half: 'pm', provisional: false },
  },
};

const underSupervision = [accepted, placed];

const AFTER_SUBMISSION: Readonly<Record<ComplaintStatus, readonly ComplaintEvent[]>> = {
  submitted: [],
  accepted: [accepted],
  declined: [declined],
  objected: [declined, objected],
  merged: [merged],
  split: [split],
  withdrawn: [withdrawn],
  settled_on_the_spot: [accepted, settled],
  under_supervision: underSupervision,
  awaiting_complainant: [...underSupervision, asked],
  answered: [...underSupervision, answered],
  closed: [...underSupervision, answered, confirmed],
  disputed: [...underSupervision, answered, disputed],
  reopened: [...underSupervision, answered, confirmed, reopened],
  under_review: [...underSupervision, answered, confirmed, reviewed],
};

/** The shortest history that leads to a state: filed on Monday 12 October 2026 at nine in Shanghai, an ordinary matter. */
export function complaintHistory(
  status: ComplaintStatus,
  submission: Partial<Submission> = {},
): readonly ComplaintEvent[] {
  return [{ ...submitted, ...submission }, ...AFTER_SUBMISSION[status]];
}
