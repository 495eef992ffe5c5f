import type { ActedEvent, TranslatedName, TrackingView } from '@bihuan/db';
import type {
  CallbackOutcome,
  Clock,
  Complexity,
  ComplaintEvent,
  DeclineReason,
  Due,
  Instant,
  Outcome,
  SatisfactionLevel,
} from '@bihuan/domain';
import { itemTimeline } from './item-timeline.ts';

/** Who did it, as far as the public is told: never a person of the office. */
export type Doer = 'complainant' | 'window' | 'office' | 'department' | 'system';

type Entry<Kind extends string, Data = object> = {
  readonly kind: Kind;
  readonly at: Instant;
  readonly doer: Doer;
} & Readonly<Data>;

/** One line of the history, in facts; the words are the page's. */
export type TimelineEntry =
  | Entry<'submitted', { due: Due }>
  | Entry<'accepted', { category: TranslatedName | null; complexity: Complexity; due: Due }>
  | Entry<'declined', { reason: DeclineReason; competentBody: string; text: string }>
  | Entry<'merged', { number: string }>
  | Entry<'unmerged' | 'confirmed' | 'closed_in_silence' | 'urged'>
  | Entry<'withdrawn' | 'disputed' | 'reopened' | 'supplemented', { text: string }>
  | Entry<'answered', { outcome: Outcome; text: string }>
  | Entry<'settled', { outcome: Outcome; text: string }>
  | Entry<'under_supervision', { department: TranslatedName | null; round: number; due: Due }>
  | Entry<'asked', { text: string; due: Due }>
  | Entry<'replied', { text: string; due: Due }>
  | Entry<'question_timed_out', { due: Due }>
  | Entry<'rated', { level: SatisfactionLevel; text: string }>
  | Entry<'called_back', { outcome: CallbackOutcome }>
  | Entry<'deadline_crossed', { clock: Clock['kind']; due: Due }>
  | Entry<'due_moved', { before: Due; due: Due }>
  | Entry<'lead_named' | 'signed' | 'advancing' | 'completion_claimed', { department: TranslatedName | null }>
  | Entry<
      | 'verification_opened'
      | 'verified'
      | 'verification_failed'
      | 'watched'
      | 'long_running'
      | 'referred_up'
      | 'taken_up_again'
      | 'suspended'
      | 'resumed'
      | 'rebounded'
    >;

/** The public history, oldest first. Reasons, findings and reports inside the office are left out. */
export function timelineOf({
  events,
  itemEvents,
  matter,
  departments,
}: TrackingView): readonly TimelineEntry[] {
  const leadAt = (at: Instant): TranslatedName | null => {
    const assigned = itemEvents.flatMap(({ event }) =>
      event.type === 'ItemAssigned' && event.at <= at ? [event] : [],
    );
    return departments.get(assigned.at(-1)?.assignment.leadDepartmentId ?? '') ?? null;
  };
  const placedAt = events.flatMap(({ event }) =>
    event.type === 'ComplaintPlacedUnderSupervision' ? [event.at] : [],
  );
  const own = events.flatMap((acted) => ownEntries(acted, leadAt, matter.category));
  const first = placedAt[0];
  const ofItem = first === undefined ? [] : itemTimeline(itemEvents, departments, first, placedAt);
  return [...own, ...ofItem].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function ownEntries(
  { event, by }: ActedEvent<ComplaintEvent>,
  leadAt: (at: Instant) => TranslatedName | null,
  category: TranslatedName | null,
): readonly TimelineEntry[] {
  const { at } = event;
  const person = by === 'staff' ? 'window' : 'complainant';
  switch (event.type) {
    case 'ComplaintSubmitted':
      return [{ kind: 'submitted', at, doer: person, due: event.clock.due }];
    case 'ComplaintAccepted':
      return [
        {
          kind: 'accepted',
          at,
          doer: 'office',
          category,
          complexity: event.complexity,
          due: event.clock.due,
        },
      ];
    case 'ComplaintDeclined': {
      const { reason, competentBody, notice: text } = event;
      return [{ kind: 'declined', at, doer: 'office', reason, competentBody, text }];
    }
    case 'ComplaintMerged':
      return [{ kind: 'merged', at, doer: 'office', number: event.survivorNumber }];
    case 'ComplaintUnmerged':
      return [{ kind: 'unmerged', at, doer: 'office' }];
    case 'ComplaintWithdrawn':
      return [{ kind: 'withdrawn', at, doer: person, text: event.reason }];
    case 'ComplaintSettledOnTheSpot':
      return [{ kind: 'settled', at, doer: 'window', outcome: event.outcome, text: event.text }];
    case 'ComplaintPlacedUnderSupervision': {
      const { round, clock } = event;
      return [
        { kind: 'under_supervision', at, doer: 'office', department: leadAt(at), round, due: clock.due },
      ];
    }
    case 'ComplainantAsked':
      return [{ kind: 'asked', at, doer: 'office', text: event.question, due: event.clock.due }];
    case 'ComplainantReplied':
      return [{ kind: 'replied', at, doer: person, text: event.text, due: event.clock.due }];
    case 'QuestionTimedOut':
      return [{ kind: 'question_timed_out', at, doer: 'system', due: event.clock.due }];
    case 'AnswerPublished':
      return [{ kind: 'answered', at, doer: 'office', outcome: event.outcome, text: event.text }];
    case 'AnswerConfirmed':
      return [{ kind: 'confirmed', at, doer: person }];
    case 'ComplaintClosedInSilence':
      return [{ kind: 'closed_in_silence', at, doer: 'system' }];
    case 'AnswerDisputed':
      return [{ kind: 'disputed', at, doer: person, text: event.reason }];
    case 'ComplaintReopened':
      return [{ kind: 'reopened', at, doer: by === 'staff' ? 'office' : 'complainant', text: event.reason }];
    case 'ComplaintRated':
      return [{ kind: 'rated', at, doer: 'complainant', level: event.level, text: event.comment }];
    case 'CallbackRecorded':
      return [{ kind: 'called_back', at, doer: 'window', outcome: event.callback.outcome }];
    case 'ComplaintSupplemented':
      return [{ kind: 'supplemented', at, doer: person, text: event.text }];
    case 'ComplaintUrged':
      return [{ kind: 'urged', at, doer: 'complainant' }];
    case 'DeadlineCrossed':
      return event.level === 0
        ? [{ kind: 'deadline_crossed', at, doer: 'system', clock: event.clock, due: event.due }]
        : [];
    case 'DueDateRecomputed':
      return [{ kind: 'due_moved', at, doer: 'system', before: event.before, due: event.clock.due }];
  }
}
