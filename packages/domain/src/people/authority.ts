import type { ComplaintCommandType } from '../complaint/complaint-command.ts';
import { hasRole, type Actor, type Role } from './actor.ts';

type Who = 'complainant' | 'system' | Role;

/** Who may give each complaint command. Source: domain.md, People and what they may do. */
export const COMPLAINT_AUTHORITY: Readonly<Record<ComplaintCommandType, readonly Who[]>> = {
  accept: ['triage_admin'],
  decline: ['triage_admin'],
  object_to_decline: ['complainant'],
  decide_objection: ['triage_admin', 'leader'],
  merge: ['triage_admin'],
  join: ['complainant'],
  unmerge: ['triage_admin'],
  split: ['triage_admin'],
  reclassify: ['triage_admin'],
  withdraw: ['complainant'],
  undo_import: ['clerk', 'triage_admin'],
  record_check_call: ['clerk'],
  settle_on_the_spot: ['clerk', 'triage_admin'],
  place_under_supervision: ['triage_admin'],
  ask_complainant: ['triage_admin'],
  reply: ['complainant', 'clerk'],
  time_out_question: ['system'],
  publish_answer: ['triage_admin'],
  confirm: ['complainant'],
  close_in_silence: ['system'],
  dispute: ['complainant'],
  reopen: ['complainant', 'triage_admin'],
  request_review: ['complainant'],
  decide_review: ['inspector', 'assessor', 'leader'],
  propose_final: ['triage_admin'],
  decide_final: ['leader'],
  rate: ['complainant'],
  record_callback: ['clerk'],
  supplement: ['complainant', 'clerk'],
  correct_contact: ['complainant', 'clerk'],
  remove_contact: ['system'],
  place_hold: ['custodian'],
  lift_hold: ['custodian'],
  urge: ['complainant'],
  cross_deadline: ['system'],
  extend_resolution: ['triage_admin', 'leader'],
  recompute_due: ['system'],
};

/** Whether the actor is one of those named; a complainant only for their own complaint. */
export function isOneOf(actor: Actor, who: readonly Who[], complaintId: string | null): boolean {
  switch (actor.kind) {
    case 'system':
      return who.includes('system');
    case 'complainant':
      return who.includes('complainant') && actor.complaintId === complaintId;
    case 'staff':
      return who.some((one) => one !== 'complainant' && one !== 'system' && hasRole(actor, one));
  }
}
