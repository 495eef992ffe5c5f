import type { Instant } from '../../calendar/index.ts';
import { SYSTEM, type Actor, type StaffActor } from '../../people/actor.ts';
import type { ItemCommand, ItemCommandType } from '../../supervision/item-command.ts';
import { openObjections } from '../../supervision/public-notice.ts';
import { pendingExtension } from '../../supervision/extend-item.ts';
import type {
  Advancing,
  Finding,
  FindingKind,
  FindingPart,
  Rework,
  Signed,
  SupervisionItem,
  Verifying,
} from '../../supervision/supervision-item.ts';
import {
  complainant,
  COOPERATING,
  cooperatingHead,
  cooperatingOfficer,
  LEAD,
  leader,
  leadHead,
  leadOfficer,
  secondTriageAdmin,
  STRANGER,
  strangeHead,
  strangeOfficer,
  triageAdmin,
} from '../people.ts';
import { findingCommand, itemCommand } from './item-command-contents.ts';
import { inspectors, jack, secondFinders } from './people.ts';
import { among, pick } from './pick.ts';
import type { Step } from './step.ts';

type Given = readonly [Actor, ItemCommand];

/** What people are likely to do with the item next. */
export function likelyItemCommand(step: Step, item: SupervisionItem, serial: number, now: Instant): Given {
  const say = (actor: Actor, type: ItemCommandType): Given => [
    actor,
    itemCommand(type, step, item, serial, now),
  ];
  switch (item.status) {
    case 'proposed':
      return say(pick([secondTriageAdmin, leader, triageAdmin], step.who), 'countersign');
    case 'registered':
      return among(step.choice, [
        [7, say(triageAdmin, 'assign')],
        [1, say(leader, 'designate')],
        [1, say(triageAdmin, 'link_complaint')],
      ]);
    case 'assigned': {
      const lead = item.assignment.leadDepartmentId;
      return among(step.choice, [
        [10, say(officerOf(lead), 'sign')],
        [3, say(SYSTEM, 'sign_in_silence')],
        [3, say(headOf(lead), 'return')],
        [1, say(leader, 'suspend')],
      ]);
    }
    case 'returned':
      return among(step.choice, [
        [2, say(triageAdmin, 'rule_on_return')],
        [2, say(triageAdmin, 'assign')],
        [2, say(leader, 'designate')],
      ]);
    case 'signed':
    case 'advancing':
    case 'rework': {
      const lead = officerOf(item.assignment.leadDepartmentId);
      const next = item.measures.find((measure) => measure.completedAt === null);
      const report = say(step.who % 4 === 0 ? cooperatingOfficer : lead, 'report_progress');
      const suspend = say(leader, 'suspend');
      const aside = likelyAside(step, item, say);
      if (next === undefined)
        return among(step.choice, [
          [9, item.status === 'advancing' ? say(lead, 'request_strike_off') : report],
          [2, report],
          [1, suspend],
          [3, aside],
        ]);
      const evidence = `evidence-${serial}`;
      return among(step.choice, [
        [
          9,
          [
            officerOf(next.departmentId),
            { type: 'complete_measure', measureId: next.id, evidence, explanation: evidence },
          ],
        ],
        [2, report],
        [1, suspend],
        [3, aside],
      ]);
    }
    case 'strike_off_requested':
      if (step.who % 5 === 0)
        return say(pick([leadHead, cooperatingHead], step.choice), 'assess_cooperation');
      return say(triageAdmin, step.who % 5 === 1 ? 'form_team' : 'open_verification');
    case 'verifying':
      return likelyInVerification(step, item, say, (actor, part, kind) => [
        actor,
        {
          ...findingCommand(step, part, kind, [actor, pick(inspectors, step.choice)], serial),
          isResolved: likelyVerdict(step, item.findings, part),
        },
      ]);
    case 'struck_off':
      if (step.choice % 3 === 0)
        return say(pick([leadOfficer, cooperatingOfficer], step.who), 'assess_cooperation');
      return say(pick(inspectors, step.who), step.choice % 2 === 0 ? 'look_back' : 'record_rebound');
    case 'watched':
    case 'long_running':
    case 'referred_up':
      return say(triageAdmin, step.who % 3 === 0 ? 'inquire' : 'take_up_again');
    case 'rebounded':
      return say(triageAdmin, pick(['take_up_again', 'assign'], step.choice));
    case 'suspended':
      return say(triageAdmin, 'resume');
  }
}

/** What comes up beside the work itself. */
function likelyAside(
  step: Step,
  item: Signed | Advancing | Rework,
  say: (actor: Actor, type: ItemCommandType) => Given,
): Given {
  const { leadDepartmentId: lead } = item.assignment;
  const directive = item.directives.find(({ answer }) => answer === null);
  if (pendingExtension(item) !== null && step.choice % 3 > 0)
    return say(step.who % 3 === 0 ? triageAdmin : leader, 'decide_extension');
  if (directive !== undefined && step.choice % 2 === 0)
    return say(officerOf(directive.departmentId), 'answer_directive');
  if (item.measures.some(({ dispute }) => dispute !== undefined) && step.choice % 3 > 0)
    return say(triageAdmin, 'rule_on_dispute');
  if (step.verdict % 12 === 0)
    return say(headOf(item.assignment.cooperatingDepartmentIds[0] ?? lead), 'dispute_measure');
  return pick(
    [
      say(headOf(lead), 'request_extension'),
      say(triageAdmin, 'reject_report'),
      say(leader, 'give_directive'),
      say(pick(inspectors, step.who), 'record_visit'),
      say(triageAdmin, 'hold_meeting'),
    ],
    step.who,
  );
}

function likelyInVerification(
  step: Step,
  { findings, inspectorId, notice }: Verifying,
  say: (actor: Actor, type: ItemCommandType) => Given,
  file: (actor: StaffActor, part: FindingPart, kind: FindingKind) => Given,
): Given {
  const filed = (part: FindingPart) => findings.find((finding) => finding.part === part);
  const [a, b, c] = [filed('A'), filed('B'), filed('C')];
  if (!a && (b || step.choice % 2 === 0)) {
    const named = inspectors.find((one) => one.staffId === inspectorId) ?? jack;
    return file(step.who % 8 === 0 ? pick(inspectors, step.who) : named, 'A', 'verification');
  }
  if (!b) {
    const finder = pick(secondFinders, step.who);
    return file(finder, 'B', finder.roles.includes('assessor') ? 'corroboration' : 'callback');
  }
  if (a?.isResolved !== b.isResolved && !c) return file(pick(inspectors, step.who), 'C', 'third_check');
  if (notice === null) {
    if (step.who % 3 === 0) return say(triageAdmin, 'give_public_notice');
  } else if (step.verdict % 3 === 0) return say(complainant, 'object_to_notice');
  else if (openObjections(notice).length > 0) return say(triageAdmin, 'rule_on_notice_objection');
  return say(triageAdmin, pick(DISPOSITIONS, step.choice));
}

/** The first finding says as the step does; the second mostly agrees. */
function likelyVerdict(step: Step, findings: readonly Finding[], part: FindingPart): boolean {
  const [first] = findings;
  if (first === undefined || part === 'C') return step.verdict < 60;
  return step.verdict < 70 ? first.isResolved : !first.isResolved;
}

const DISPOSITIONS = [
  'strike_off',
  'strike_off',
  'send_to_rework',
  'send_to_rework',
  'watch',
  'make_long_running',
  'refer_up',
] as const;

const OFFICERS: Readonly<Record<string, StaffActor>> = {
  [LEAD]: leadOfficer,
  [COOPERATING]: cooperatingOfficer,
  [STRANGER]: strangeOfficer,
};
const HEADS: Readonly<Record<string, StaffActor>> = {
  [LEAD]: leadHead,
  [COOPERATING]: cooperatingHead,
  [STRANGER]: strangeHead,
};

function officerOf(departmentId: string): StaffActor {
  return OFFICERS[departmentId] ?? leadOfficer;
}

function headOf(departmentId: string): StaffActor {
  return HEADS[departmentId] ?? leadHead;
}
