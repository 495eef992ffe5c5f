import { localDateOf } from '../calendar/index.ts';
import { happened, refused, type Refusal } from '../decision.ts';
import { personsOf, unitsOf } from '../people/actor.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext, ComplaintDecision, ComplaintRefusal } from './complaint-decision.ts';
import { saidBy } from './said-by.ts';

/**
 * Proposes that the answer to a case which is raised again without new reasons is the last word on these facts (终结). Only after
 * the second-level review, and while nothing is left to be done. Source: 信访工作条例 (2022), art. 36.
 */
export function proposeFinal(
  state: Complaint,
  { grounds, legalBasis }: ComplaintCommand & { type: 'propose_final' },
  context: ComplaintContext,
): ComplaintDecision {
  const { by } = saidBy(context.actor);
  if (by === undefined) return refused('not_authorised');
  if (state.final !== null) return refused('finally_answered', { date: localDateOf(state.final.at) });
  if (state.finalProposal !== null) return refused('final_proposed_already');
  const unready = whyNotFinal(state, context);
  if (unready !== null) return { ok: false, refusal: unready };
  return happened({ type: 'FinalProposed', at: context.now, grounds, legalBasis, by });
}

/** Approved by a second person; rejected, the case goes on where it stands. */
export function decideFinal(
  state: Complaint,
  { isApproved, text }: ComplaintCommand & { type: 'decide_final' },
  context: ComplaintContext,
): ComplaintDecision {
  const { actor, now: at } = context;
  const { by } = saidBy(actor);
  if (actor.kind !== 'staff' || by === undefined) return refused('not_authorised');
  const { finalProposal } = state;
  if (finalProposal === null) return refused('no_final_proposed');
  if (personsOf(actor).includes(finalProposal.by.staffId)) return refused('approved_by_proposer');
  const unready = whyNotFinal(state, context);
  if (isApproved && unready !== null) return { ok: false, refusal: unready };
  return happened({ type: 'FinalDecided', at, isApproved, text, by });
}

function whyNotFinal(state: Complaint, { actor, item }: ComplaintContext): Refusal<ComplaintRefusal> | null {
  if (actor.kind === 'staff' && unitsOf(actor).some((unit) => item?.concernedDepartmentIds.includes(unit)))
    return refused('decider_concerned').refusal;
  if (!isReviewedToTheEnd(state)) return refused('no_review_held').refusal;
  if (item !== null && !item.isDisposed) return refused('item_not_disposed').refusal;
  const open = item?.openMeasures ?? 0;
  return open > 0 ? refused('final_measures_open', { open }).refusal : null;
}

/** The review let the answer stand, or it was answered anew after the review. */
function isReviewedToTheEnd({ review, answers }: Complaint): boolean {
  if (review === null || review.decided === null) return false;
  const answer = answers.at(-1);
  if (answer === undefined) return false;
  return !review.decided.isChanged || answer.at > review.decided.at;
}
