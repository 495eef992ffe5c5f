import type { ComplaintPage } from '@bihuan/api';
import type { ComplaintEvent } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { dayText } from '../dates.ts';
import { departmentName } from '../department-name.ts';
import { clockKindTerm } from './clock-terms.ts';
import { complexityTerm } from './complaint-terms.ts';
import { callbackOutcomeTerm, declineReasonTerm, outcomeTerm, satisfactionTerm } from './outcome-terms.ts';

/** What a step says beside its name; empty where the name says all. */
export function eventText(
  event: ComplaintEvent,
  { categoryNames }: Pick<ComplaintPage, 'categoryNames'>,
): string {
  const until = (date: string) => m.admin_event_until({ date: dayText(date) });
  switch (event.type) {
    case 'ComplaintSubmitted':
      return '';
    case 'ComplaintAccepted': {
      const named = categoryNames[event.category];
      const category = named ? departmentName(named) : event.category;
      return joined([category, complexityTerm[event.complexity](), until(event.clock.due.date)]);
    }
    case 'ComplaintDeclined':
      return joined([declineReasonTerm[event.reason](), event.competentBody]) + `\n${event.notice}`;
    case 'DeclineObjected':
    case 'ReviewRequested':
      return `${event.reason}\n${until(event.clock.due.date)}`;
    case 'ObjectionDecided':
      return `${event.isUpheld ? m.receipt_objection_upheld() : m.receipt_objection_rejected()}\n${event.text}`;
    case 'ReviewDecided':
      return `${event.isChanged ? m.receipt_review_changed() : m.receipt_review_confirmed()}\n${event.text}`;
    case 'FinalProposed':
      return `${event.grounds}\n${event.legalBasis}`;
    case 'FinalDecided':
      return `${event.isApproved ? m.final_ruling_approved() : m.final_ruling_rejected()}\n${event.text}`;
    case 'CheckCallRecorded':
      return joined([m[`check_call_outcome_${event.outcome}`](), event.note]);
    case 'ComplaintMerged':
    case 'ComplaintJoined':
      return m.admin_event_merged_into({ number: event.survivorNumber });
    case 'ComplaintSplit': {
      const numbers = event.parts.map(({ trackingNumber }) => trackingNumber).join(m.triage_list_comma());
      return m.intake_event_split({ numbers, reason: event.reason });
    }
    case 'ComplaintReclassified': {
      const named = categoryNames[event.category];
      const category = named ? departmentName(named) : event.category;
      const told = { category, complexity: complexityTerm[event.complexity](), reason: event.reason };
      const [before, after] = [dayText(event.before.date), dayText(event.clock.due.date)];
      return before === after
        ? m.intake_event_reclassified_same({ ...told, after })
        : m.intake_event_reclassified({ ...told, before, after });
    }
    case 'ComplaintSettledOnTheSpot':
    case 'AnswerPublished':
      return `${outcomeTerm[event.outcome]()}\n${event.text}`;
    case 'ComplaintPlacedUnderSupervision':
      return joined([m.admin_event_round({ round: String(event.round) }), until(event.clock.due.date)]);
    case 'ComplainantAsked':
      return `${event.question}\n${until(event.clock.due.date)}`;
    case 'ComplainantReplied':
    case 'ComplaintSupplemented':
      return event.text;
    case 'ComplaintUnmerged':
    case 'ComplaintWithdrawn':
    case 'ImportUndone':
    case 'AnswerDisputed':
    case 'ComplaintReopened':
      return event.reason;
    case 'QuestionTimedOut':
      return until(event.clock.due.date);
    case 'ComplaintRated':
      return joined([satisfactionTerm[event.level](), event.comment]);
    case 'CallbackRecorded': {
      const { outcome, answers } = event.callback;
      if (answers === null) return callbackOutcomeTerm[outcome]();
      return joined([
        answers.contacted ? m.admin_callback_contacted() : m.admin_callback_not_contacted(),
        answers.solved ? m.admin_callback_solved() : m.admin_callback_not_solved(),
        satisfactionTerm[answers.satisfaction](),
      ]);
    }
    case 'DeadlineCrossed':
      return joined([clockKindTerm[event.clock](), dayText(event.due.date)]);
    case 'ResolutionExtended':
      return joined([
        m.admin_event_due_moved({
          before: dayText(event.before.date),
          after: dayText(event.clock.due.date),
        }),
        event.reason,
      ]);
    case 'DueDateRecomputed':
      return m.admin_event_due_moved({
        before: dayText(event.before.date),
        after: dayText(event.clock.due.date),
      });
    case 'ContactCorrected':
      return event.field === 'phone' ? m.portal_form_phone() : m.portal_form_email();
    case 'ContactRemoved':
      return event.rulesVersion;
    case 'LegalHoldPlaced':
    case 'LegalHoldLifted':
      return event.reason;
    case 'AnswerConfirmed':
    case 'ComplaintClosedInSilence':
    case 'ComplaintUrged':
      return '';
  }
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
