import type { Complaint, ComplaintStatus } from '../complaint/complaint.ts';
import type { ComplaintContext } from '../complaint/complaint-decision.ts';
import type { ComplaintEvent } from '../complaint/complaint-event.ts';
import { evolveComplaint } from '../complaint/evolve-complaint.ts';
import { DEFAULT_DEADLINES } from '../policy/deadline-policy.ts';
import { calendar2026 } from './calendar-2026.ts';
import { complaintHistory } from './complaint-history.ts';
import { triageAdmin } from './people.ts';

type InState<Status extends ComplaintStatus> = Extract<Complaint, { status: Status }>;

/**
 * A complaint in the state asked for, with fixed values: `aComplaint().answered()`. What the submission said can be
 * given otherwise: `aComplaint({ reachable: false })`.
 */
export function aComplaint(submission: Parameters<typeof complaintHistory>[1] = {}) {
  const reached =
    <Status extends ComplaintStatus>(status: Status) =>
    () =>
      complaintAfter(complaintHistory(status, submission)) as InState<Status>;
  return {
    submitted: reached('submitted'),
    accepted: reached('accepted'),
    declined: reached('declined'),
    objected: reached('objected'),
    merged: reached('merged'),
    split: reached('split'),
    withdrawn: reached('withdrawn'),
    settledOnTheSpot: reached('settled_on_the_spot'),
    underSupervision: reached('under_supervision'),
    awaitingComplainant: reached('awaiting_complainant'),
    answered: reached('answered'),
    closed: reached('closed'),
    disputed: reached('disputed'),
    reopened: reached('reopened'),
    underReview: reached('under_review'),
    /** The state named by its code. */
    inState: (status: ComplaintStatus): Complaint => reached(status)(),
  };
}

/** What events fold to. Throws where there are none. */
export function complaintAfter(events: readonly ComplaintEvent[]): Complaint {
  const state = events.reduce<Complaint | null>(evolveComplaint, null);
  if (state === null) throw new Error('a complaint needs at least one event');
  return state;
}

/** A context on Monday 12 October 2026 at noon in Shanghai, acted in by the triage admin, with an item still open. */
export function aComplaintContext(given: Partial<ComplaintContext> = {}): ComplaintContext {
  return {
    actor: triageAdmin,
    now: '2026-10-12T04:00:00.000Z',
    calendar: calendar2026,
    deadlines: DEFAULT_DEADLINES,
    item: { isDisposed: false, isStruckOff: false, concernedDepartmentIds: ['lead-department'] },
    ...given,
  };
}
