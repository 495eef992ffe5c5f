import {
  COMPLAINT_AUTHORITY,
  isLawfulForComplaint,
  isOneOf,
  type Actor,
  type Complaint,
  type ComplaintCommand,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { Work } from '../work.ts';
import type { ComplaintMove } from './complaint-page.ts';

const TWO_PARTS = [
  { id: '', trackingNumber: '' },
  { id: '', trackingNumber: '' },
];

/** What the office can do with a complaint, in the order in which it is offered, each with a sample that only rules refuse. */
const SAMPLES: readonly ComplaintCommand[] = [
  { type: 'decide_objection', isUpheld: true, text: '' },
  { type: 'decide_review', isChanged: true, text: '' },
  { type: 'decide_final', isApproved: true, text: '' },
  { type: 'record_check_call', outcome: 'own_wish', note: '' },
  { type: 'accept', category: '', complexity: 'ordinary' },
  { type: 'place_under_supervision', itemId: '' },
  { type: 'settle_on_the_spot', category: '', complexity: 'simple', outcome: 'explained', text: '' },
  { type: 'merge', survivorId: '', survivorNumber: '' },
  { type: 'split', parts: TWO_PARTS, reason: '' },
  { type: 'decline', reason: 'no_facts', competentBody: '', notice: '' },
  { type: 'publish_answer', outcome: 'explained', text: '' },
  { type: 'ask_complainant', question: '' },
  { type: 'reply', text: '' },
  { type: 'reclassify', category: '', complexity: 'ordinary', reason: '' },
  { type: 'reopen', reason: '' },
  { type: 'propose_final', grounds: '', legalBasis: '' },
  { type: 'unmerge', reason: '' },
  { type: 'supplement', text: '' },
];

/** What stands in the way of a final answer is said only where one is in question. */
const UNSAID: readonly string[] = [
  'no_final_proposed',
  'no_review_held',
  'final_proposed_already',
  'finally_answered',
];

/** The steps this person may take in this state, and those that a rule still stands in the way of. */
export async function complaintMoves(
  house: House,
  actor: Actor,
  complaint: Complaint,
): Promise<readonly ComplaintMove[]> {
  const mine = SAMPLES.filter(
    ({ type }) =>
      isOneOf(actor, COMPLAINT_AUTHORITY[type], complaint.id) && isLawfulForComplaint(complaint.status, type),
  );
  const work = new Work(house, actor);
  await work.complaint(complaint.id);
  const moves = await Promise.all(
    mine.map(async (sample) => {
      const weighed = await work.weighComplaint(complaint.id, sample);
      const decision = weighed.ok ? weighed.value : null;
      return { command: sample.type, refusal: decision?.ok === false ? decision.refusal : null };
    }),
  );
  return moves.filter(({ refusal }) => refusal === null || !UNSAID.includes(refusal.code));
}
