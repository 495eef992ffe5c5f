import { BrokenStream } from '../broken-stream.ts';
import { crossingKey } from '../crossing-key.ts';
import type { ItemEvent } from './item-event.ts';
import type { Suspendable, SupervisionItem, Verifying } from './supervision-item.ts';

/** Folds one event into the item. Throws `BrokenStream` where the event cannot follow the state. */
export function evolveItem(state: SupervisionItem | null, event: ItemEvent): SupervisionItem {
  if (event.type === 'ItemProposed') {
    const { type: _, at: proposedAt, ...data } = event;
    const empty = { returns: 0, reworks: 0, measures: [], reports: [], findings: [], crossings: [] };
    return { ...data, ...empty, proposedAt, status: 'proposed' };
  }
  if (state === null) throw new BrokenStream(`${event.type} before ItemProposed`);
  switch (event.type) {
    case 'ItemRegistered':
      return { ...base(state), status: 'registered' };
    case 'ComplaintLinked':
      return { ...state, complaintIds: [...state.complaintIds, event.complaintId] };
    case 'ItemAssigned': {
      const { assignment, at: assignedAt, measures } = event;
      const done = state.measures.filter((measure) => measure.completedAt !== null);
      return {
        ...base(state),
        measures: [...done, ...measures],
        findings: [],
        status: 'assigned',
        assignment,
        assignedAt,
      };
    }
    case 'ItemSigned': {
      if (state.status !== 'assigned') break;
      const { at: signedAt, isSilent: isSilentlySigned, nextReportDue } = event;
      return { ...state, status: 'signed', signedAt, isSilentlySigned, nextReportDue };
    }
    case 'ItemReturned': {
      if (state.status !== 'assigned') break;
      const { reason, legalBasis } = event;
      return { ...state, returns: state.returns + 1, status: 'returned', reason, legalBasis };
    }
    case 'ReturnRuled': {
      if (state.status !== 'returned') break;
      const { assignment, assignedAt } = state;
      return event.ruling === 'reject'
        ? {
            ...base(state),
            status: 'assigned',
            assignment: { ...assignment, signDue: event.signDue },
            assignedAt: event.at,
          }
        : {
            ...base(state),
            status: 'returned',
            reason: state.reason,
            legalBasis: state.legalBasis,
            assignment,
            assignedAt,
          };
    }
    case 'ProgressReported': {
      if (!('signedAt' in state)) break;
      const reports = [...state.reports, event.report];
      return {
        ...base(state),
        ...signed(state),
        reports,
        nextReportDue: event.nextReportDue,
        status: 'advancing',
      };
    }
    case 'MeasureCompleted': {
      const measures = state.measures.map((measure) =>
        measure.id === event.measureId
          ? { ...measure, completedAt: event.at, evidence: event.evidence }
          : measure,
      );
      if (state.status === 'signed' || state.status === 'rework')
        return { ...base(state), ...signed(state), measures, status: 'advancing' };
      return { ...state, measures };
    }
    case 'StrikeOffRequested': {
      if (state.status !== 'advancing') break;
      const { at: requestedAt, by: requestedBy, claim } = event;
      return { ...state, findings: [], status: 'strike_off_requested', requestedAt, requestedBy, claim };
    }
    case 'VerificationOpened': {
      if (state.status !== 'strike_off_requested') break;
      return { ...state, status: 'verifying', inspectorId: event.inspectorId, verificationDue: event.due };
    }
    case 'FindingFiled':
      return { ...state, findings: [...state.findings, event.finding] };
    case 'ItemStruckOff':
      return { ...verified(state), status: 'struck_off', struckOffAt: event.at, isOnTime: event.isOnTime };
    case 'ItemWatched':
      return { ...verified(state), status: 'watched', focus: event.focus, reviewOn: event.reviewOn };
    case 'ItemMadeLongRunning':
      return { ...verified(state), status: 'long_running', plan: event.plan, inquiryOn: event.inquiryOn };
    case 'ItemReferredUp':
      return { ...verified(state), status: 'referred_up', brief: event.brief, to: event.to };
    case 'ItemSentToRework': {
      const { reason, nextReportDue } = event;
      if (!('inspectorId' in state)) break;
      const reworks = state.reworks + 1;
      return { ...base(state), reworks, ...signed(state), nextReportDue, status: 'rework', reason };
    }
    case 'ItemTakenUpAgain':
      if (!('signedAt' in state)) break;
      return { ...base(state), ...signed(state), nextReportDue: event.nextReportDue, status: 'advancing' };
    case 'ItemSuspended':
      return {
        ...base(state),
        status: 'suspended',
        before: state as Suspendable,
        reason: event.reason,
        reviewOn: event.reviewOn,
      };
    case 'ItemResumed':
      if (state.status !== 'suspended') break;
      return { ...state.before, crossings: state.crossings };
    case 'ItemRebounded':
      return { ...verified(state), status: 'rebounded', reason: event.reason };
    case 'DeadlineCrossed': {
      const key = crossingKey(
        `${event.deadline}${event.ref && `:${event.ref}`}`,
        event.due.date,
        event.level,
      );
      return { ...state, crossings: [...state.crossings, key] };
    }
    case 'DueDateRecomputed':
      if (!('assignment' in state)) break;
      return { ...state, assignment: { ...state.assignment, deadline: event.due } };
    default: {
      const never: never = event;
      throw new BrokenStream(`unknown event ${JSON.stringify(never)}`);
    }
  }
  throw new BrokenStream(`${event.type} in state ${state.status}`);
}

export function foldItem(events: readonly ItemEvent[]): SupervisionItem | null {
  return events.reduce<SupervisionItem | null>(evolveItem, null);
}

function base(state: SupervisionItem) {
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
    returns: state.returns,
    reworks: state.reworks,
    measures: state.measures,
    reports: state.reports,
    findings: state.findings,
    crossings: state.crossings,
  };
}

function signed(state: Extract<SupervisionItem, { signedAt: unknown }>) {
  return {
    assignment: state.assignment,
    assignedAt: state.assignedAt,
    signedAt: state.signedAt,
    isSilentlySigned: state.isSilentlySigned,
    nextReportDue: state.nextReportDue,
  };
}

function verified(state: SupervisionItem) {
  if (!('inspectorId' in state)) throw new BrokenStream(`a disposition in state ${state.status}`);
  const { requestedAt, requestedBy, claim, inspectorId, verificationDue }: Omit<Verifying, 'status'> = state;
  return { ...base(state), ...signed(state), requestedAt, requestedBy, claim, inspectorId, verificationDue };
}
