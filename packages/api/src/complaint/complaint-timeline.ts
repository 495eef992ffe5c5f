import type { ActedEvent, TranslatedName } from '@bihuan/db';
import type { ComplaintEvent } from '@bihuan/domain';
import type { TimelineEntry } from './tracking-timeline.ts';

/** What one event of the complaint is told as; `lead` is the department that leads at that moment. */
export function complaintEntries(
  { event, by }: ActedEvent<ComplaintEvent>,
  lead: TranslatedName | null,
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
    case 'DeclineObjected':
      return [{ kind: 'objected', at, doer: person, text: event.reason, due: event.clock.due }];
    case 'ObjectionDecided': {
      const kind = event.isUpheld ? 'objection_upheld' : 'objection_rejected';
      return [{ kind, at, doer: 'office', text: event.text }];
    }
    case 'CheckCallRecorded':
      return [{ kind: 'check_called', at, doer: 'window', outcome: event.outcome }];
    case 'ReviewRequested':
      return [{ kind: 'review_requested', at, doer: person, text: event.reason, due: event.clock.due }];
    case 'ReviewDecided': {
      const kind = event.isChanged ? 'review_changed' : 'review_confirmed';
      return [{ kind, at, doer: 'review', text: event.text }];
    }
    case 'ComplaintMerged':
      return [{ kind: 'merged', at, doer: 'office', number: event.survivorNumber }];
    case 'ComplaintJoined':
      return [{ kind: 'joined', at, doer: person, number: event.survivorNumber }];
    case 'ComplaintUnmerged':
      return [{ kind: 'unmerged', at, doer: 'office' }];
    case 'ComplaintWithdrawn':
      return [{ kind: 'withdrawn', at, doer: person, text: event.reason }];
    case 'ComplaintSplit': {
      const numbers = event.parts.map(({ trackingNumber }) => trackingNumber);
      return [{ kind: 'split', at, doer: 'office', numbers, text: event.reason }];
    }
    case 'ComplaintReclassified': {
      const { complexity, before, clock, reason } = event;
      return [{ kind: 'reclassified', at, doer: 'office', complexity, before, due: clock.due, text: reason }];
    }
    case 'ImportUndone':
      return [{ kind: 'import_undone', at, doer: 'office', text: event.reason }];
    case 'ComplaintSettledOnTheSpot':
      return [{ kind: 'settled', at, doer: 'window', outcome: event.outcome, text: event.text }];
    case 'ComplaintPlacedUnderSupervision': {
      const { round, clock } = event;
      return [{ kind: 'under_supervision', at, doer: 'office', department: lead, round, due: clock.due }];
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
    case 'FinalProposed':
      return [];
    case 'FinalDecided':
      return event.isApproved ? [{ kind: 'finally_answered', at, doer: 'office', text: event.text }] : [];
    case 'ComplaintRated':
      return [{ kind: 'rated', at, doer: 'complainant', level: event.level, text: event.comment }];
    case 'CallbackRecorded':
      return [{ kind: 'called_back', at, doer: 'window', outcome: event.callback.outcome }];
    case 'ComplaintSupplemented':
      return [{ kind: 'supplemented', at, doer: person, text: event.text }];
    case 'ContactCorrected':
      return [{ kind: 'contact_corrected', at, doer: person, field: event.field }];
    case 'ContactRemoved':
      return [{ kind: 'contact_removed', at, doer: 'system', rulesVersion: event.rulesVersion }];
    case 'LegalHoldPlaced':
    case 'LegalHoldLifted':
      return [];
    case 'ComplaintUrged':
      return [{ kind: 'urged', at, doer: 'complainant' }];
    case 'DeadlineCrossed':
      return event.level === 0
        ? [{ kind: 'deadline_crossed', at, doer: 'system', clock: event.clock, due: event.due }]
        : [];
    case 'ResolutionExtended': {
      const { before, reason, clock } = event;
      return [{ kind: 'extended', at, doer: 'office', text: reason, before, due: clock.due }];
    }
    case 'DueDateRecomputed':
      return [{ kind: 'due_moved', at, doer: 'system', before: event.before, due: event.clock.due }];
  }
}
