import type { Instant, WorkingCalendar } from '../calendar/index.ts';
import type { Decision } from '../decision.ts';
import type { Actor } from '../people/actor.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import type { Double } from './double-supervision.ts';
import type { IndependenceRefusal } from './dual-verification.ts';
import type { ItemEvent } from './item-event.ts';
import type { NoticeRefusal } from './public-notice.ts';

export type ItemContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly deadlines: DeadlinePolicy;
  /** Whether a complainant can still be called back for the second finding; otherwise an assessor corroborates. */
  readonly isCallbackPossible: boolean;
  /** Departments that the linked complaints name as the ones complained about, whoever the item was given to. */
  readonly complainedAboutIds: readonly string[];
  /** Open items on the same matter, as far as the command would begin supervision of it or give it to another lead. */
  readonly doubles: readonly Double[];
};

export type ItemRefusal =
  | 'not_authorised'
  | 'illegal_move'
  | 'already_supervised'
  | 'countersigned_by_proposer'
  | 'lead_also_cooperates'
  | 'measure_of_stranger'
  | 'measure_after_deadline'
  | 'no_measures'
  | 'already_linked'
  | 'designated_cannot_be_returned'
  | 'returned_too_often'
  | 'return_too_late'
  | 'must_be_designated'
  | 'not_due_yet'
  | 'percent_out_of_range'
  | 'unknown_measure'
  | 'measure_already_completed'
  | 'measures_open'
  /** It waits for a ruling: nobody completes or disputes it meanwhile. */
  | 'measure_disputed'
  /** Its present owner disputed it before, and it was ruled on. */
  | 'dispute_settled'
  | 'no_dispute'
  | 'nothing_changed'
  | 'inspector_concerned'
  | 'not_the_inspector'
  | 'part_already_filed'
  | 'no_disagreement'
  | 'visit_needed'
  | 'visit_needs_two'
  | 'callback_first'
  | 'callback_not_linked'
  | 'kind_does_not_fit_part'
  | 'two_findings_needed'
  | 'findings_agree_resolved'
  | 'date_in_the_past'
  | 'date_in_the_future'
  | 'explanation_needed'
  | 'unknown_report'
  | 'report_overtaken'
  | 'report_already_rejected'
  | 'extension_pending'
  | 'extended_too_often'
  | 'extension_too_late'
  | 'extension_too_long'
  | 'no_extension_asked'
  | 'extension_by_leader'
  | 'directive_to_stranger'
  | 'unknown_directive'
  | 'directive_already_answered'
  | 'team_too_small'
  | 'team_member_in_conflict'
  | 'visit_of_stranger'
  | 'meeting_of_stranger'
  /** Neither of the two departments called for the other. */
  | 'assessment_of_stranger'
  | 'assessed_already'
  | 'assessment_over'
  | 'notice_given_already'
  | 'no_notice_running'
  | 'unknown_objection'
  | 'objection_ruled_already'
  | NoticeRefusal
  | 'look_backs_done'
  | 'look_back_too_early'
  | 'already_crossed'
  | 'nothing_near'
  | 'nothing_to_escalate'
  | 'due_unchanged'
  /** Somebody of a department concerned would decide on its own case. */
  | 'decider_concerned'
  | IndependenceRefusal;

export type ItemDecision = Decision<ItemEvent, ItemRefusal>;
