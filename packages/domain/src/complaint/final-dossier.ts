import type { Instant } from '../calendar/index.ts';
import type { PublishedAnswer, Review } from './complaint.ts';
import type { ComplaintEvent } from './complaint-event.ts';
import { foldComplaint } from './evolve-complaint.ts';

/** Why a round of handling began. */
export type RoundCause = 'filed' | 'disputed' | 'reopened' | 'reviewed' | 'pressed';

type Raised = { readonly at: Instant; readonly cause: RoundCause; readonly reason: string };

/** One round of handling, with the answers it came to. */
export type DossierRound = Raised & { readonly round: number; readonly answers: readonly PublishedAnswer[] };

/** The final dossier (终结卷宗): everything the last word on a case rests on, as its events tell it. */
export type FinalDossier = {
  readonly trackingNumber: string;
  readonly filedAt: Instant;
  readonly matterHash: string;
  readonly rounds: readonly DossierRound[];
  readonly review: Review | null;
  /** How it was raised again; null where it was closed when the final answer was proposed. */
  readonly raisedAgain: Raised | null;
  readonly grounds: string;
  readonly legalBasis: string;
  readonly proposedAt: Instant;
  /** Null while it waits for the second person. */
  readonly approved: { readonly at: Instant; readonly text: string } | null;
};

/** The dossier of the final answer that is proposed or was approved last; null where there is none. */
export function finalDossier(all: readonly ComplaintEvent[]): FinalDossier | null {
  const events = all.slice(0, endOf(all));
  const proposed = events.findLast((event) => event.type === 'FinalProposed');
  const state = foldComplaint(events);
  if (proposed === undefined || state === null) return null;
  const last = events.at(-1);
  const { rounds, raised } = roundsOf(events);
  return {
    ...{ trackingNumber: state.trackingNumber, filedAt: state.submittedAt, matterHash: state.matterHash },
    ...{ rounds, review: state.review, raisedAgain: raised },
    ...{ grounds: proposed.grounds, legalBasis: proposed.legalBasis, proposedAt: proposed.at },
    approved: last?.type === 'FinalDecided' ? { at: last.at, text: last.text } : null,
  };
}

/** The number of events that belong to it: up to the proposal that waits, or to the approval. */
function endOf(events: readonly ComplaintEvent[]): number {
  let proposed = 0;
  let approved = 0;
  for (const [index, event] of events.entries()) {
    if (event.type === 'FinalProposed') proposed = index + 1;
    if (event.type === 'ComplaintPlacedUnderSupervision') proposed = 0;
    if (event.type !== 'FinalDecided') continue;
    proposed = 0;
    if (event.isApproved) approved = index + 1;
  }
  return proposed > 0 ? proposed : approved;
}

function roundsOf(events: readonly ComplaintEvent[]) {
  const rounds: DossierRound[] = [];
  let raised: Raised | null = null;
  const begin = (round: number, { at, cause, reason }: Raised) =>
    rounds.push({ round, at, cause, reason, answers: [] });
  for (const event of events) {
    if (event.type === 'ComplaintSubmitted') begin(1, { at: event.at, cause: 'filed', reason: '' });
    raised = raisedBy(event) ?? raised;
    if (event.type === 'ComplaintPlacedUnderSupervision' && raised !== null) {
      begin(event.round, raised);
      raised = null;
    }
    const current = rounds.at(-1);
    if (current === undefined) continue;
    if (event.type === 'AnswerPublished' || event.type === 'ComplaintSettledOnTheSpot') {
      const { at, outcome, text } = event;
      rounds[rounds.length - 1] = { ...current, answers: [...current.answers, { at, outcome, text }] };
    }
  }
  return { rounds, raised };
}

function raisedBy(event: ComplaintEvent): Raised | null {
  const { at } = event;
  switch (event.type) {
    case 'AnswerDisputed':
      return { at, cause: 'disputed', reason: event.reason };
    case 'ComplaintReopened':
      return { at, cause: 'reopened', reason: event.reason };
    case 'ReviewDecided':
      return event.isChanged ? { at, cause: 'reviewed', reason: event.text } : null;
    case 'CheckCallRecorded':
      return event.outcome === 'pressed' ? { at, cause: 'pressed', reason: '' } : null;
    default:
      return null;
  }
}
