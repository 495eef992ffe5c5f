import type { Instant, WorkingCalendar } from '../calendar/index.ts';
import type { Decision } from '../decision.ts';
import type { Actor } from '../people/actor.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import type { ComplaintEvent } from './complaint-event.ts';

export type ComplaintContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly deadlines: DeadlinePolicy;
  /** The department that the complaint is about; nobody of it decides on the complaint. */
  readonly aboutDepartmentId?: string | null;
  /** When the case that a merged complaint follows was answered last; null where it was not. */
  readonly followedAnswerAt?: Instant | null;
  /** What the linked supervision item has come to; null where there is none. */
  readonly item: {
    readonly isDisposed: boolean;
    readonly isStruckOff: boolean;
    readonly concernedDepartmentIds: readonly string[];
    readonly openMeasures?: number;
  } | null;
};

export type ComplaintRefusal =
  | 'not_authorised'
  | 'illegal_move'
  | 'item_not_disposed'
  | 'solved_needs_strike_off'
  | 'no_item'
  | 'rating_closed'
  | 'reopen_closed'
  | 'reopened_too_often'
  | 'urged_too_often'
  | 'callbacks_exhausted'
  | 'callback_by_concerned_department'
  | 'callback_incomplete'
  | 'complainant_not_reachable'
  | 'not_due_yet'
  | 'already_crossed'
  | 'due_is_provisional'
  | 'due_unchanged'
  | 'merge_into_itself'
  /** A complaint is split into two parts at least. */
  | 'too_few_parts'
  | 'classification_unchanged'
  /** By the new classification the last day would be over already. */
  | 'due_would_be_past'
  /** Somebody of the department complained about would decide on the complaint. */
  | 'decider_concerned'
  /** There is one objection to a decline, and it was made. */
  | 'objected_already'
  | 'objection_closed'
  /** The objection to the first decline was right; it is not declined a second time. */
  | 'objection_was_upheld'
  /** Whoever said no does not judge the objection to it. */
  | 'decided_by_same_person'
  /** It has its final answer; on the same facts it is not worked on again. */
  | 'finally_answered'
  | 'final_proposed_already'
  | 'no_final_proposed'
  /** A final answer needs a second person. */
  | 'approved_by_proposer'
  /** A final answer comes after the second-level review alone. */
  | 'no_review_held'
  | 'final_measures_open'
  | 'reviewed_already'
  | 'review_closed'
  /** A review after a decline comes after the objection to it. */
  | 'objection_comes_first'
  /** A review is for another unit than those that dealt with the case. */
  | 'reviewed_by_same_unit'
  | 'nothing_to_check'
  | 'contact_removed_already'
  /** A legal hold keeps everything. */
  | 'held'
  | 'held_already'
  | 'not_held';

export type ComplaintDecision = Decision<ComplaintEvent, ComplaintRefusal>;
