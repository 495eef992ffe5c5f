import type { DepartmentName } from '@bihuan/db';
import {
  isPast,
  openObjections,
  verificationStateOf,
  waitsForRuling,
  type DeadlinePolicy,
  type Due,
  type Instant,
  type LocalDate,
  type SupervisionItem,
  type VerificationState,
  type Verifying,
} from '@bihuan/domain';
import type { PersonView } from './item-view.ts';
import type { Shown } from './shown-names.ts';

/** What an item waits for. */
export type Step =
  | 'countersign'
  | 'assign'
  | 'sign'
  | 'rule_on_return'
  | 'designate'
  | 'work'
  | 'await_complainant'
  | 'request_strike_off'
  | 'rule_on_dispute'
  | 'open_verification'
  | 'both_findings'
  | 'verification'
  | 'second_finding'
  | 'third_check'
  | 'notice'
  | 'rule_on_objection'
  | 'dispose'
  | 'review'
  | 'inquire'
  | 'directive'
  | 'take_up_again'
  | 'resume'
  | 'nothing';

/** Whose ball it is: what is waited for, of which departments or whom, until when. */
export type Ball = {
  readonly step: Step;
  readonly departments: readonly DepartmentName[];
  readonly person: PersonView | null;
  readonly by: LocalDate | null;
};

type Held = {
  readonly step: Step;
  readonly departmentIds: readonly string[];
  readonly staffId: string | null;
  readonly by: LocalDate | null;
};

/** Reads off the state who has to move next. */
export function whoseBall(
  item: SupervisionItem,
  deadlines: DeadlinePolicy,
  shown: Shown,
  now: Instant,
): Ball {
  const { step, departmentIds, staffId, by } = held(item, deadlines, now);
  const departments = departmentIds.flatMap((id) => shown.department(id) ?? []);
  return { step, departments, person: staffId === null ? null : shown.person(staffId), by };
}

function held(item: SupervisionItem, deadlines: DeadlinePolicy, now: Instant): Held {
  switch (item.status) {
    case 'proposed':
      return office('countersign');
    case 'registered':
      return office('assign');
    case 'assigned':
      if (item.wait !== null) return office('await_complainant', item.wait.until.date);
      return department('sign', [item.assignment.leadDepartmentId], item.assignment.signDue);
    case 'returned':
      return office(item.returns >= deadlines.maxReturns ? 'designate' : 'rule_on_return');
    case 'signed':
    case 'advancing':
    case 'rework': {
      if (item.wait !== null) return office('await_complainant', item.wait.until.date);
      const open = item.measures.filter(
        ({ completedAt, dispute }) => completedAt === null && dispute === undefined,
      );
      const owners = [...new Set(open.map((measure) => measure.departmentId))];
      if (waitsForRuling(item)) return office('rule_on_dispute');
      return owners.length > 0
        ? department('work', owners, item.assignment.deadline)
        : department('request_strike_off', [item.assignment.leadDepartmentId], item.assignment.deadline);
    }
    case 'strike_off_requested':
      return office('open_verification');
    case 'verifying': {
      const step = noticeStep(item, now) ?? VERIFICATION_STEPS[verificationStateOf(item.findings)];
      if (step === 'notice') return office(step, item.notice?.until.date ?? null);
      const isInspectors = step === 'verification' || step === 'both_findings';
      return { ...office(step, item.verificationDue.date), staffId: isInspectors ? item.inspectorId : null };
    }
    case 'struck_off':
      return office('nothing');
    case 'watched':
      return office('review', item.reviewOn);
    case 'long_running':
      return office('inquire', item.inquiryOn);
    case 'referred_up':
      return office('directive');
    case 'rebounded':
      return office('take_up_again');
    case 'suspended':
      return office('resume', item.reviewOn);
  }
}

const VERIFICATION_STEPS: Readonly<Record<VerificationState, Step>> = {
  awaiting_both: 'both_findings',
  awaiting_verification: 'verification',
  awaiting_second: 'second_finding',
  awaiting_third: 'third_check',
  agreed_resolved: 'dispose',
  agreed_unresolved: 'dispose',
};

/** What the notice of a strike-off waits for; null where there is none, or it is over. */
function noticeStep({ notice }: Verifying, now: Instant): 'notice' | 'rule_on_objection' | null {
  if (notice === null) return null;
  if (openObjections(notice).length > 0) return 'rule_on_objection';
  return isPast(notice.until, now) ? null : 'notice';
}

function office(step: Step, by: LocalDate | null = null): Held {
  return { step, departmentIds: [], staffId: null, by };
}

function department(step: Step, departmentIds: readonly string[], due: Due): Held {
  return { step, departmentIds, staffId: null, by: due.date };
}
