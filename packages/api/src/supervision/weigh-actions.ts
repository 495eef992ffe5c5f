import {
  addDays,
  assignmentOf,
  disputedMeasures,
  hasRole,
  localDateOf,
  openObjections,
  stillToAssess,
  type Actor,
  type ItemCommand,
  type ItemStatus,
  type ProgressReport,
  type Refusal,
  type SupervisionItem,
} from '@bihuan/domain';
import type { RefusalCode } from '../result.ts';
import type { Work } from '../work.ts';

/** What a person can be offered on an item. Commands of the clock and of other pages are not among them. */
export const ITEM_ACTIONS = [
  'sign',
  'return',
  'report_progress',
  'complete_measure',
  'dispute_measure',
  'request_strike_off',
  'request_extension',
  'answer_directive',
  'countersign',
  'assign',
  'designate',
  'rule_on_return',
  'rule_on_dispute',
  'decide_extension',
  'reject_report',
  'open_verification',
  'file_verification',
  'file_corroboration',
  'file_third_check',
  'strike_off',
  'send_to_rework',
  'watch',
  'make_long_running',
  'refer_up',
  'take_up_again',
  'look_back',
  'inquire',
  'record_rebound',
  'give_directive',
  'form_team',
  'record_visit',
  'hold_meeting',
  'give_public_notice',
  'rule_on_notice_objection',
  'assess_cooperation',
  'suspend',
  'resume',
] as const;

export type ItemAction = (typeof ITEM_ACTIONS)[number];

/** An action with the rule that stands in its way; null where it is lawful now. */
export type WeighedAction = { readonly action: ItemAction; readonly refusal: Refusal<RefusalCode> | null };

/**
 * The actions that are lawful for this person now, and those that they may expect here but a rule refuses, each with its
 * refusal as the domain gives it.
 */
export async function weighActions(
  work: Work,
  actor: Actor,
  item: SupervisionItem,
): Promise<readonly WeighedAction[]> {
  const weighed: WeighedAction[] = [];
  for (const action of ITEM_ACTIONS) {
    const decision = await work.weighItem(item.id, probe(action, actor, item, work.now));
    if (!decision.ok) continue;
    if (decision.value.ok) weighed.push({ action, refusal: null });
    else if (isExpected(action, actor, item, decision.value.refusal.code))
      weighed.push({ action, refusal: decision.value.refusal });
  }
  return weighed;
}

/** Moves that people look for in a state that does not know them yet. */
const EXPECTED: Readonly<Partial<Record<ItemStatus, readonly ItemAction[]>>> = {
  assigned: ['report_progress'],
  signed: ['request_strike_off'],
  rework: ['request_strike_off'],
  strike_off_requested: ['strike_off'],
};

/** What is done already, or not called for, is nothing that anybody waits for. */
const PASSED_BY: readonly string[] = [
  ...['part_already_filed', 'no_disagreement', 'no_extension_asked', 'unknown_report'],
  ...['no_dispute', 'unknown_measure', 'unknown_objection', 'notice_given_already'],
  ...['assessment_of_stranger', 'assessed_already', 'assessment_over'],
  ...['unknown_directive', 'look_backs_done', 'look_back_too_early'],
];

function isExpected(action: ItemAction, actor: Actor, item: SupervisionItem, code: string): boolean {
  // Where it has to be given, striking off says so.
  if (action === 'give_public_notice') return false;
  if (code === 'illegal_move') return EXPECTED[item.status]?.includes(action) ?? false;
  if (code !== 'not_authorised') return !PASSED_BY.includes(code);
  return action === 'return' && item.status === 'assigned' && hasRole(actor, 'department_officer');
}

/** A command as good as any of its kind, so that only who, state and rules can refuse it. */
function probe(action: ItemAction, actor: Actor, item: SupervisionItem, now: string): ItemCommand {
  const text = '-';
  const reviewOn = addDays(localDateOf(now), 1);
  const departmentId = actor.kind === 'staff' ? actor.departmentId : '';
  switch (action) {
    case 'complete_measure': {
      const open = item.measures
        .filter((measure) => measure.completedAt === null)
        .toSorted((a, b) => Number(a.dispute !== undefined) - Number(b.dispute !== undefined));
      const own = open.find((measure) => measure.departmentId === departmentId);
      const measureId = (own ?? open[0] ?? item.measures[0])?.id ?? '';
      return { type: action, measureId, evidence: text, explanation: text };
    }
    case 'dispute_measure': {
      const own = item.measures.find(
        (one) =>
          one.departmentId === departmentId &&
          one.completedAt === null &&
          one.dispute === undefined &&
          !one.settled?.some((earlier) => earlier.departmentId === departmentId),
      );
      return { type: action, measureId: own?.id ?? '', reason: text, basis: text };
    }
    case 'rule_on_dispute':
      return {
        ...{ type: action, measureId: disputedMeasures(item)[0]?.id ?? '', ruling: 'measure_upheld', text },
        ...{ departmentId: null, dueOn: null },
      };
    case 'sign':
    case 'countersign':
    case 'strike_off':
      return { type: action };
    case 'return':
      return { type: action, reason: text, legalBasis: text };
    case 'report_progress':
      return { type: action, reportId: '', text, percent: 0, obstacles: '', nextStep: '' };
    case 'request_strike_off':
      return { type: action, claim: text };
    case 'assign':
    case 'designate': {
      const measures = [{ id: '', text, departmentId: text, dueOn: reviewOn }];
      const clock = { start: now, workingDays: 5 };
      return { type: action, leadDepartmentId: text, cooperatingDepartmentIds: [], measures, clock };
    }
    case 'rule_on_return':
      return { type: action, ruling: 'uphold', text };
    case 'open_verification':
      return { type: action, inspectorId: '', inspectorDepartmentId: '' };
    case 'file_verification':
      return finding('A', 'verification');
    case 'file_corroboration':
      return finding('B', 'corroboration');
    case 'file_third_check':
      return finding('C', 'third_check', actor.kind === 'staff' ? actor.staffId : '');
    case 'send_to_rework':
    case 'take_up_again':
    case 'record_rebound':
    case 'resume':
      return { type: action, reason: text };
    case 'suspend':
      return { type: action, reason: text, reviewOn };
    case 'request_extension':
      return { type: action, workingDays: 0.5, reason: text };
    case 'decide_extension':
      return { type: action, isGranted: true, text };
    case 'reject_report': {
      const open = rejectableReports(item);
      return { type: action, reportId: open[0]?.id ?? '', fault: 'no_substance', text };
    }
    case 'give_directive': {
      const lead = assignmentOf(item)?.leadDepartmentId ?? '';
      return { type: action, directiveId: '', departmentId: lead, text, dueOn: reviewOn };
    }
    case 'answer_directive': {
      const open = item.directives.filter((one) => one.answer === null && one.departmentId === departmentId);
      return { type: action, directiveId: open[0]?.id ?? '', text };
    }
    case 'form_team': {
      const members = ['one', 'another'].map((staffId) => ({ staffId, departmentIds: [] }));
      return { type: action, purpose: 'site_visit', members, proposedIds: [] };
    }
    case 'record_visit': {
      const lead = assignmentOf(item)?.leadDepartmentId ?? '';
      const who = { departmentId: lead, inspectorIds: ['one', 'another'] };
      return { type: action, kind: 'talk', on: '2026-01-01', place: text, isAnnounced: true, text, ...who };
    }
    case 'hold_meeting':
      return { type: action, on: '2026-01-01', place: text, departmentIds: [], minutes: text, measures: [] };
    case 'assess_cooperation': {
      const [aboutId = ''] = stillToAssess(item, departmentId);
      return { type: action, aboutId, level: 'good', text };
    }
    case 'give_public_notice':
      return { type: action, text };
    case 'rule_on_notice_objection': {
      const [open] = item.notice === null ? [] : openObjections(item.notice);
      return { type: action, objectionId: open?.id ?? '', isUpheld: true, text };
    }
    case 'look_back':
      return { type: action, isHolding: true, text };
    case 'inquire':
      return { type: action, text, nextOn: null };
    case 'watch':
      return { type: action, focus: text, reviewOn };
    case 'make_long_running':
      return { type: action, plan: text };
    case 'refer_up':
      return { type: action, brief: text, to: text };
  }
}

/** The latest report of each department, as long as it was not sent back. */
export function rejectableReports({ reports, rejections }: SupervisionItem): readonly ProgressReport[] {
  const latest = new Map(reports.map((report) => [report.departmentId, report]));
  return [...latest.values()].filter(({ id }) => !rejections.some(({ reportId }) => reportId === id));
}

function finding(
  part: 'A' | 'B' | 'C',
  kind: 'verification' | 'corroboration' | 'third_check',
  visitorId = '',
): ItemCommand {
  const visit = part === 'C' ? { on: '2026-01-01', place: '-', inspectorIds: [visitorId, 'another'] } : null;
  const says = { isResolved: true, isFalseRequest: false, text: '-' };
  return { type: 'file_finding', findingId: '', part, kind, ...says, complaintId: null, visit };
}
