import type { Ball } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { departmentName } from '#lib/department-name.ts';

const STEPS: Readonly<Record<Ball['step'], () => string>> = {
  countersign: m.supervision_step_countersign,
  assign: m.supervision_step_assign,
  sign: m.supervision_step_sign,
  rule_on_return: m.supervision_step_rule_on_return,
  rule_on_dispute: m.dispute_step,
  designate: m.supervision_step_designate,
  work: m.supervision_step_work,
  await_complainant: m.supervision_step_await_complainant,
  request_strike_off: m.supervision_step_request_strike_off,
  open_verification: m.supervision_step_open_verification,
  both_findings: m.supervision_step_both_findings,
  verification: m.supervision_step_verification,
  second_finding: m.supervision_step_second_finding,
  third_check: m.supervision_step_third_check,
  notice: m.public_notice_step,
  rule_on_objection: m.public_notice_step_rule,
  dispose: m.supervision_step_dispose,
  review: m.supervision_step_review,
  inquire: m.supervision_step_inquire,
  directive: m.supervision_step_directive,
  take_up_again: m.supervision_step_take_up_again,
  resume: m.supervision_step_resume,
  nothing: m.supervision_step_nothing,
};

const OFFICES: Readonly<Partial<Record<Ball['step'], () => string>>> = {
  countersign: m.supervision_holder_second_signer,
  designate: m.role_leader,
  resume: m.role_leader,
  await_complainant: m.supervision_by_complainant,
  notice: m.public_notice_holder_public,
  both_findings: m.supervision_holder_both,
  second_finding: m.supervision_holder_window,
  third_check: m.supervision_holder_third,
  directive: m.supervision_holder_above,
};

/** What an item waits for. */
export function stepText({ step }: Ball): string {
  return STEPS[step]();
}

/** With whom the ball is; empty where the item is finished. */
export function holderText({ step, departments, person }: Ball): string {
  if (step === 'nothing') return '';
  if (departments.length > 0) return departments.map(departmentName).join(m.admin_list_comma());
  const office = (OFFICES[step] ?? m.role_triage_admin)();
  if (step === 'verification') return person?.name ?? m.role_inspector();
  return step === 'both_findings' && person
    ? `${person.name}${m.admin_list_comma()}${m.supervision_holder_window()}`
    : office;
}
