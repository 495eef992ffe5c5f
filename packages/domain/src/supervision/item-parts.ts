import type {
  Advancing,
  LongRunning,
  ReferredUp,
  Rework,
  Signed,
  SupervisionItem,
  Suspendable,
  Verifying,
  Watched,
} from './supervision-item.ts';

/** Whether the departments are working on the item. */
export function isWithDepartments(item: SupervisionItem): item is Signed | Advancing | Rework {
  return item.status === 'signed' || item.status === 'advancing' || item.status === 'rework';
}

/** Whether nobody works on the item, and the office looks at it from time to time. */
export function isWithTheOffice(item: SupervisionItem): item is Watched | LongRunning | ReferredUp {
  return item.status === 'watched' || item.status === 'long_running' || item.status === 'referred_up';
}

const SUSPENDABLE: readonly SupervisionItem['status'][] = [
  'registered',
  'assigned',
  'signed',
  'advancing',
  'rework',
  'watched',
  'long_running',
  'referred_up',
] satisfies readonly Suspendable['status'][];

export function isSuspendable(item: SupervisionItem): item is Suspendable {
  return SUSPENDABLE.includes(item.status);
}

/** What an item has in every state. */
export function base(state: SupervisionItem) {
  return {
    id: state.id,
    number: state.number,
    source: state.source,
    basis: state.basis,
    problem: state.problem,
    importance: state.importance,
    deadlineVersion: state.deadlineVersion,
    proposedAt: state.proposedAt,
    proposedBy: state.proposedBy,
    complaintIds: state.complaintIds,
    besideIds: state.besideIds,
    returns: state.returns,
    reworks: state.reworks,
    measures: state.measures,
    reports: state.reports,
    findings: state.findings,
    crossings: state.crossings,
    nearings: state.nearings,
    escalations: state.escalations,
    rejections: state.rejections,
    extensions: state.extensions,
    directives: state.directives,
    teams: state.teams,
    assessments: state.assessments,
    notice: state.notice,
    wait: state.wait,
    waits: state.waits,
  };
}

/** What it has beside that once it is signed for. */
export function signed(state: Extract<SupervisionItem, { signedAt: unknown }>) {
  return {
    assignment: state.assignment,
    assignedAt: state.assignedAt,
    interruptions: state.interruptions,
    signedAt: state.signedAt,
    isSilentlySigned: state.isSilentlySigned,
    nextReportDue: state.nextReportDue,
  };
}

/** All of it once it was verified. */
export function verified(state: Extract<SupervisionItem, { inspectorId: unknown }>) {
  const {
    requestedAt,
    requestedBy,
    claim,
    inspectorId,
    verificationOpenedAt,
    verificationDue,
  }: Verification = state;
  return {
    ...base(state),
    ...signed(state),
    requestedAt,
    requestedBy,
    claim,
    inspectorId,
    verificationOpenedAt,
    verificationDue,
  };
}

type Verification = Pick<
  Verifying,
  'requestedAt' | 'requestedBy' | 'claim' | 'inspectorId' | 'verificationOpenedAt' | 'verificationDue'
>;
