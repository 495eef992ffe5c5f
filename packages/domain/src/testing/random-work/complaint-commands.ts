import type { Complaint } from '../../complaint/complaint.ts';
import {
  COMPLAINT_COMMANDS,
  type ComplaintCommand,
  type ComplaintCommandType,
} from '../../complaint/complaint-command.ts';
import { SYSTEM, type Actor } from '../../people/actor.ts';
import { assessor, clerk, custodian, leader, secondTriageAdmin, triageAdmin } from '../people.ts';
import { among, pick } from './pick.ts';
import type { Step } from './step.ts';

type Given = readonly [Actor, ComplaintCommand];

/** What this step would command by its numbers alone, whether it makes sense or not. */
export function anyComplaintCommand(step: Step, serial: number): ComplaintCommand {
  return complaintCommand(pick(COMPLAINT_COMMANDS, step.choice), step, serial);
}

/** What people are likely to do with the complaint next. */
export function likelyComplaintCommand(step: Step, complaint: Complaint, serial: number): Given {
  const own: Actor = { kind: 'complainant', complaintId: complaint.id };
  const [actor, type] = among(step.choice, likely(complaint, own));
  return [actor, complaintCommand(type, step, serial)];
}

type Likely = readonly (readonly [number, readonly [Actor, ComplaintCommandType]])[];

function likely({ status }: Complaint, own: Actor): Likely {
  switch (status) {
    case 'submitted':
      return [
        [12, [triageAdmin, 'accept']],
        [1, [triageAdmin, 'decline']],
        [1, [triageAdmin, 'merge']],
        [1, [own, 'join']],
        [1, [own, 'supplement']],
        [1, [own, 'correct_contact']],
        [1, [own, 'withdraw']],
        [1, [clerk, 'undo_import']],
      ];
    case 'accepted':
      return [
        [12, [triageAdmin, 'place_under_supervision']],
        [1, [clerk, 'settle_on_the_spot']],
        [1, [triageAdmin, 'merge']],
        [1, [triageAdmin, 'reclassify']],
        [1, [own, 'urge']],
      ];
    case 'under_supervision':
      return [
        [5, [triageAdmin, 'publish_answer']],
        [1, [triageAdmin, 'ask_complainant']],
        [1, [triageAdmin, 'reclassify']],
        [1, [triageAdmin, 'extend_resolution']],
        [2, [clerk, 'record_callback']],
        [1, [own, 'urge']],
      ];
    case 'awaiting_complainant':
      return [
        [2, [own, 'reply']],
        [1, [clerk, 'reply']],
        [1, [SYSTEM, 'time_out_question']],
      ];
    case 'answered':
      return [
        [2, [own, 'confirm']],
        [2, [own, 'dispute']],
        [1, [SYSTEM, 'close_in_silence']],
        [1, [own, 'rate']],
        [1, [clerk, 'record_callback']],
      ];
    case 'closed':
      return [
        [2, [own, 'reopen']],
        [1, [triageAdmin, 'propose_final']],
        [1, [leader, 'decide_final']],
        [1, [own, 'request_review']],
        [1, [own, 'rate']],
        [1, [clerk, 'record_callback']],
        [1, [SYSTEM, 'remove_contact']],
        [1, [custodian, 'place_hold']],
        [1, [custodian, 'lift_hold']],
      ];
    case 'disputed':
    case 'reopened':
      return [
        [6, [triageAdmin, 'place_under_supervision']],
        [1, [triageAdmin, 'propose_final']],
        [1, [leader, 'decide_final']],
      ];
    case 'split':
      return [[1, [triageAdmin, 'unmerge']]];
    case 'merged':
      return [
        [2, [triageAdmin, 'unmerge']],
        [1, [own, 'rate']],
        [1, [own, 'correct_contact']],
        [1, [SYSTEM, 'remove_contact']],
        [1, [custodian, 'place_hold']],
      ];
    case 'settled_on_the_spot':
      return [
        [1, [own, 'request_review']],
        [1, [own, 'rate']],
        [1, [clerk, 'record_callback']],
      ];
    case 'declined':
      return [
        [3, [own, 'object_to_decline']],
        [1, [own, 'request_review']],
      ];
    case 'objected':
      return [
        [2, [secondTriageAdmin, 'decide_objection']],
        [1, [triageAdmin, 'decide_objection']],
      ];
    case 'under_review':
      return [[1, [assessor, 'decide_review']]];
    case 'withdrawn':
      return [[1, [clerk, 'record_check_call']]];
  }
}

function complaintCommand(type: ComplaintCommandType, step: Step, serial: number): ComplaintCommand {
  const text = `text-${serial}`;
  const outcome = pick(['solved', 'explained', 'not_permitted'] as const, step.who);
  const complexity = pick(['simple', 'ordinary', 'complex'] as const, step.who);
  switch (type) {
    case 'accept':
      return { type, category: 'licence', complexity };
    case 'decline':
      return { type, reason: 'court', competentBody: 'Court', notice: text };
    case 'merge':
    case 'join':
      return {
        type,
        survivorId: pick(['complaint-1', 'complaint-0'], step.who),
        survivorNumber: 'BH-2026-0000',
      };
    case 'split':
      return {
        type,
        parts: [1, 2].map((part) => ({ id: `${text}-${part}`, trackingNumber: `BH-2026-${serial}${part}` })),
        reason: text,
      };
    case 'reclassify':
      return { type, category: pick(['licence', 'tax'], step.verdict), complexity, reason: text };
    case 'settle_on_the_spot':
      return { type, category: 'licence', complexity, outcome, text };
    case 'place_under_supervision':
      return { type, itemId: pick(['item-1', 'item-1', 'item-2'], step.who) };
    case 'ask_complainant':
      return { type, question: text };
    case 'reply':
    case 'supplement':
      return { type, text };
    case 'publish_answer':
      return { type, outcome, text };
    case 'correct_contact':
      return { type, field: pick(['phone', 'email'] as const, step.who) };
    case 'remove_contact':
      return { type, rulesVersion: 'retention-1' };
    case 'place_hold':
    case 'lift_hold':
      return { type, reason: text };
    case 'rate':
      return {
        type,
        level: pick(['very_dissatisfied', 'basically_satisfied', 'very_satisfied'], step.who),
        comment: text,
      };
    case 'record_callback':
      return {
        type,
        outcome: pick(['valid', 'valid', 'no_answer', 'refused', 'wrong_number'], step.who),
        contacted: true,
        solved: step.verdict < 75,
        satisfaction: pick(['satisfied', 'dissatisfied', null], step.verdict),
      };
    case 'propose_final':
      return { type, grounds: text, legalBasis: text };
    case 'decide_final':
      return { type, isApproved: step.verdict < 75, text };
    case 'decide_objection':
      return { type, isUpheld: step.verdict < 50, text };
    case 'decide_review':
      return { type, isChanged: step.verdict < 50, text };
    case 'record_check_call':
      return { type, outcome: pick(['own_wish', 'pressed', 'not_reached'], step.who), note: text };
    case 'object_to_decline':
    case 'request_review':
    case 'unmerge':
    case 'withdraw':
    case 'undo_import':
    case 'dispute':
    case 'reopen':
      return { type, reason: text };
    case 'time_out_question':
    case 'confirm':
    case 'close_in_silence':
    case 'urge':
    case 'cross_deadline':
    case 'recompute_due':
      return { type };
    case 'extend_resolution':
      return { type, workingDays: pick([0.5, 3, 5], step.who), reason: text };
  }
}
