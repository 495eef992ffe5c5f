import { decideComplaint, isLawfulForComplaint, type Complaint, type ComplaintContext } from '@bihuan/domain';
import {
  COMPLAINANT_COMMANDS,
  type ComplainantCommand,
  type ComplainantCommandType,
} from './command-as-complainant.ts';
import type { Move } from './tracking.ts';

/** What the complainant may do now, by asking the decision itself. */
export function complainantMoves(
  state: Complaint,
  context: Omit<ComplaintContext, 'actor' | 'item'>,
): readonly Move[] {
  const actor = { kind: 'complainant', complaintId: state.id } as const;
  /** Nothing is rated yet that was not answered. */
  const isUnanswered = state.status === 'merged' && !context.followedAnswerAt;
  return COMPLAINANT_COMMANDS.filter(
    (command) => isLawfulForComplaint(state.status, command) && !(isUnanswered && command === 'rate'),
  ).map((command) => {
    const decision = decideComplaint(state, SAMPLE[command], { ...context, actor, item: null });
    return { command, refusal: decision.ok ? null : decision.refusal };
  });
}

const SAMPLE: Readonly<Record<ComplainantCommandType, ComplainantCommand>> = {
  reply: { type: 'reply', text: '' },
  confirm: { type: 'confirm' },
  dispute: { type: 'dispute', reason: '' },
  rate: { type: 'rate', level: 'satisfied', comment: '' },
  object_to_decline: { type: 'object_to_decline', reason: '' },
  reopen: { type: 'reopen', reason: '' },
  request_review: { type: 'request_review', reason: '' },
  supplement: { type: 'supplement', text: '' },
  urge: { type: 'urge' },
  withdraw: { type: 'withdraw', reason: '' },
};
