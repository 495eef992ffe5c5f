import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintEvent } from '../../complaint/complaint-event.ts';

type Named<Type extends ComplaintEvent['type']> = ComplaintEvent & { type: Type };

/** What the raw events of a complaint say, read without the domain's own folding: the last word on each matter. */
export function complaintAccountOf(events: readonly ComplaintEvent[]) {
  const all = <Type extends ComplaintEvent['type']>(type: Type) =>
    events.filter((event): event is Named<Type> => event.type === type);
  const {
    type: _,
    at,
    clock: __,
    ...submitted
  } = all('ComplaintSubmitted')[0] as Named<'ComplaintSubmitted'>;
  const status = statusOf(events);
  const clocks = events.flatMap((event) =>
    'clock' in event && typeof event.clock === 'object' && event.clock !== null ? [event.clock] : [],
  );
  const placed = all('ComplaintPlacedUnderSupervision').at(-1);
  const urged = all('ComplaintUrged');
  const contacts = [...all('ContactCorrected'), ...all('ContactRemoved')].toSorted(
    (one, other) => events.indexOf(one) - events.indexOf(other),
  );
  return {
    ...submitted,
    reachable: { ContactCorrected: true, ContactRemoved: false, none: submitted.reachable }[
      contacts.at(-1)?.type ?? 'none'
    ],
    removedUnder:
      contacts.at(-1)?.type === 'ContactRemoved' ? all('ContactRemoved').at(-1)?.rulesVersion : null,
    isHeld: all('LegalHoldPlaced').length > all('LegalHoldLifted').length,
    submittedAt: at,
    status,
    round: placed?.round ?? 1,
    reopens: all('ComplaintReopened').length,
    urges: urged.length,
    lastUrgedAt: urged.at(-1)?.at ?? null,
    callbacks: all('CallbackRecorded').map((event) => event.callback),
    ratings: all('ComplaintRated').map((event) => ({
      at: event.at,
      level: event.level,
      comment: event.comment,
    })),
    answers: events.flatMap((event) =>
      event.type === 'AnswerPublished' || event.type === 'ComplaintSettledOnTheSpot'
        ? [{ at: event.at, outcome: event.outcome, text: event.text }]
        : [],
    ),
    crossings: all('DeadlineCrossed').map(({ clock, due, level }) => `${clock}:${due.date}:${level}`),
    clock: RUNNING.includes(status)
      ? clocks.findLast(({ kind }) => status !== 'awaiting_complainant' || kind === 'waiting')
      : undefined,
    resolution:
      placed && !AWAY.includes(status) ? clocks.findLast((clock) => clock.kind === 'resolution') : undefined,
    itemId: placed?.itemId ?? (AWAY.includes(status) ? null : undefined),
  };
}

/** The same matters as the folded state has them. */
export function complaintAccountIn(complaint: Complaint): ReturnType<typeof complaintAccountOf> {
  return {
    id: complaint.id,
    trackingNumber: complaint.trackingNumber,
    channel: complaint.channel,
    complainantKind: complaint.complainantKind,
    openness: complaint.openness,
    reachable: complaint.reachable,
    removedUnder: complaint.contactRemoved?.rulesVersion ?? null,
    isHeld: complaint.hold !== null,
    matterHash: complaint.matterHash,
    deadlineVersion: complaint.deadlineVersion,
    submittedAt: complaint.submittedAt,
    status: complaint.status,
    round: complaint.round,
    reopens: complaint.reopens,
    urges: complaint.urges,
    lastUrgedAt: complaint.lastUrgedAt,
    callbacks: [...complaint.callbacks],
    ratings: [...complaint.ratings],
    answers: [...complaint.answers],
    crossings: [...complaint.crossings],
    clock: 'clock' in complaint ? complaint.clock : undefined,
    resolution: 'resolution' in complaint ? complaint.resolution : undefined,
    itemId: 'itemId' in complaint ? complaint.itemId : undefined,
  };
}

/** States that keep what the handling came to somewhere else. */
const AWAY: readonly Complaint['status'][] = ['withdrawn', 'under_review'];

const RUNNING: readonly Complaint['status'][] = [
  'submitted',
  'accepted',
  'under_supervision',
  'awaiting_complainant',
  'answered',
  'objected',
  'under_review',
];

const STATUS_AFTER: Readonly<Partial<Record<ComplaintEvent['type'], Complaint['status']>>> = {
  ComplaintSubmitted: 'submitted',
  ComplaintAccepted: 'accepted',
  ComplaintDeclined: 'declined',
  ComplaintMerged: 'merged',
  ComplaintJoined: 'merged',
  ComplaintWithdrawn: 'withdrawn',
  ImportUndone: 'withdrawn',
  ComplaintSplit: 'split',
  ComplaintSettledOnTheSpot: 'settled_on_the_spot',
  ComplaintPlacedUnderSupervision: 'under_supervision',
  ComplainantAsked: 'awaiting_complainant',
  ComplainantReplied: 'under_supervision',
  QuestionTimedOut: 'under_supervision',
  AnswerPublished: 'answered',
  AnswerConfirmed: 'closed',
  ComplaintClosedInSilence: 'closed',
  AnswerDisputed: 'disputed',
  ComplaintReopened: 'reopened',
  DeclineObjected: 'objected',
  ReviewRequested: 'under_review',
};

const AFTER_CHANGE = { closed: 'reopened', settled_on_the_spot: 'accepted', declined: 'submitted' } as const;

function statusOf(events: readonly ComplaintEvent[]): Complaint['status'] {
  let status: Complaint['status'] = 'submitted';
  let mergedFrom: Complaint['status'] = status;
  let reviewedFrom: Complaint['status'] = status;
  for (const event of events) {
    if (event.type === 'ComplaintMerged' || event.type === 'ComplaintJoined') mergedFrom = status;
    if (event.type === 'ReviewRequested') reviewedFrom = status;
    if (event.type === 'ComplaintUnmerged') status = mergedFrom;
    else if (event.type === 'ObjectionDecided') status = event.isUpheld ? 'submitted' : 'declined';
    else if (event.type === 'ReviewDecided')
      status = event.isChanged ? AFTER_CHANGE[reviewedFrom as keyof typeof AFTER_CHANGE] : reviewedFrom;
    else if (event.type === 'CheckCallRecorded') status = event.outcome === 'pressed' ? 'reopened' : status;
    else if (event.type === 'FinalDecided') status = event.isApproved ? 'closed' : status;
    else status = STATUS_AFTER[event.type] ?? status;
  }
  return status;
}
