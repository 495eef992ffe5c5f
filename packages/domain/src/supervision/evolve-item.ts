import { BrokenStream } from '../broken-stream.ts';
import type { Beside } from './double-supervision.ts';
import { disputed, disputeRuled } from './dispute-measure.ts';
import { extended } from './extend-item.ts';
import { itemCrossingKey } from './item-deadlines.ts';
import type { ItemEvent } from './item-event.ts';
import { backFromOffice, resumed, withDue } from './item-interruptions.ts';
import { paused, runningOn } from './item-wait.ts';
import { base, isSuspendable, isWithDepartments, signed, verified } from './item-parts.ts';
import { nearingKey } from './near-deadlines.ts';
import type { SupervisionItem } from './supervision-item.ts';

/** Folds one event into the item. Throws `BrokenStream` where the event cannot follow the state. */
export function evolveItem(state: SupervisionItem | null, event: ItemEvent): SupervisionItem {
  if (event.type === 'ItemProposed') {
    const { type: _, at: proposedAt, beside, ...data } = event;
    const empty = {
      returns: 0,
      reworks: 0,
      measures: [],
      reports: [],
      findings: [],
      crossings: [],
      nearings: [],
      escalations: [],
      rejections: [],
      extensions: [],
      directives: [],
      teams: [],
      assessments: [],
      notice: null,
      wait: null,
      waits: [],
    };
    return { ...data, ...empty, besideIds: idsIn(beside), proposedAt, status: 'proposed' };
  }
  if (state === null) throw new BrokenStream(`${event.type} before ItemProposed`);
  switch (event.type) {
    case 'ItemRegistered':
      return {
        ...base(state),
        besideIds: [...state.besideIds, ...idsIn(event.beside)],
        status: 'registered',
      };
    case 'ComplaintLinked':
      return { ...state, complaintIds: [...state.complaintIds, event.complaintId] };
    case 'ItemAssigned': {
      const { assignment, at: assignedAt, measures } = event;
      const done = state.measures.filter((measure) => measure.completedAt !== null);
      return {
        ...base(state),
        besideIds: [...state.besideIds, ...idsIn(event.beside)],
        measures: [...done, ...measures],
        findings: [],
        status: 'assigned',
        assignment,
        assignedAt,
        interruptions: state.waits,
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
      if (event.ruling !== 'reject') return state;
      const { interruptions } = state;
      const assignment = { ...state.assignment, signDue: event.signDue };
      return { ...base(state), status: 'assigned', assignment, assignedAt: event.at, interruptions };
    }
    case 'ProgressReported': {
      if (!isWithDepartments(state)) break;
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
          ? {
              ...measure,
              completedAt: event.at,
              evidence: event.evidence,
              ...(event.explanation === undefined ? {} : { explanation: event.explanation }),
            }
          : measure,
      );
      if (!isWithDepartments(state)) break;
      return { ...base(state), ...signed(state), measures, status: 'advancing' };
    }
    case 'MeasureDisputed':
      if (!isWithDepartments(state)) break;
      return disputed(state, event);
    case 'DisputeRuled':
      if (!isWithDepartments(state)) break;
      return disputeRuled(state, event);
    case 'StrikeOffRequested': {
      if (state.status !== 'advancing') break;
      const { at: requestedAt, by: requestedBy, claim } = event;
      return {
        ...state,
        findings: [],
        notice: null,
        status: 'strike_off_requested',
        requestedAt,
        requestedBy,
        claim,
      };
    }
    case 'VerificationOpened': {
      if (state.status !== 'strike_off_requested') break;
      const { inspectorId, at: verificationOpenedAt, due: verificationDue } = event;
      return { ...state, status: 'verifying', inspectorId, verificationOpenedAt, verificationDue };
    }
    case 'FindingFiled':
      if (state.status !== 'verifying') break;
      return { ...state, findings: [...state.findings, event.finding] };
    case 'ItemStruckOff':
      if (state.status !== 'verifying') break;
      return {
        ...verified(state),
        wait: null,
        status: 'struck_off',
        struckOffAt: event.at,
        isOnTime: event.isOnTime,
        lookBacks: [],
        lookBackOn: event.lookBackOn ?? null,
      };
    case 'ItemWatched':
      if (state.status !== 'verifying') break;
      return { ...verified(state), status: 'watched', focus: event.focus, reviewOn: event.reviewOn };
    case 'ItemMadeLongRunning':
      if (state.status !== 'verifying') break;
      return { ...verified(state), status: 'long_running', plan: event.plan, inquiryOn: event.inquiryOn };
    case 'ItemReferredUp':
      if (state.status !== 'verifying') break;
      return {
        ...verified(state),
        status: 'referred_up',
        brief: event.brief,
        to: event.to,
        inquiryOn: event.inquiryOn ?? null,
      };
    case 'ItemSentToRework': {
      if (state.status !== 'verifying') break;
      const { reason, nextReportDue } = event;
      const reworks = state.reworks + 1;
      const back = backFromOffice(state, event.at);
      return { ...base(state), reworks, ...back, nextReportDue, status: 'rework', reason };
    }
    case 'ItemTakenUpAgain':
      if (!('requestedAt' in state)) break;
      return {
        ...base(state),
        ...backFromOffice(state, event.at),
        nextReportDue: event.nextReportDue,
        status: 'advancing',
      };
    case 'ItemSuspended':
      if (!isSuspendable(state)) break;
      return {
        ...base(state),
        status: 'suspended',
        before: state,
        suspendedAt: event.at,
        reason: event.reason,
        reviewOn: event.reviewOn,
      };
    case 'ItemResumed':
      if (state.status !== 'suspended') break;
      return resumed(state, event.at);
    case 'ItemRebounded':
      if (state.status !== 'struck_off') break;
      return { ...verified(state), status: 'rebounded', reason: event.reason };
    case 'ReportRejected': {
      if (!isWithDepartments(state)) break;
      const { type: _, nextReportDue, ...rejection } = event;
      return { ...state, rejections: [...state.rejections, rejection], nextReportDue };
    }
    case 'ExtensionRequested': {
      const { at: requestedAt, by: requestedBy, workingDays, reason } = event;
      const asked = { requestedAt, requestedBy, workingDays, reason, decision: null };
      return { ...state, extensions: [...state.extensions, asked] };
    }
    case 'ExtensionDecided':
      return extended(state, event);
    case 'DirectiveGiven': {
      const { type: _, directiveId: id, ...given } = event;
      return { ...state, directives: [...state.directives, { ...given, id, answer: null }] };
    }
    case 'DirectiveAnswered': {
      const { at, by, text } = event;
      const directives = state.directives.map((directive) =>
        directive.id === event.directiveId ? { ...directive, answer: { at, by, text } } : directive,
      );
      return { ...state, directives };
    }
    case 'TeamFormed': {
      const { purpose, at, by, memberIds } = event;
      const others = state.teams.filter((team) => team.purpose !== purpose);
      return { ...state, teams: [...others, { purpose, at, by, memberIds }] };
    }
    case 'VisitRecorded':
      return state;
    case 'MeetingHeld':
      return { ...state, measures: [...state.measures, ...event.measures] };
    case 'CooperationAssessed': {
      const { type: _, ...assessment } = event;
      return { ...state, assessments: [...state.assessments, assessment] };
    }
    case 'PublicNoticeGiven': {
      if (state.status !== 'verifying') break;
      const { at, by, text, until, decideBy: verificationDue } = event;
      return { ...state, verificationDue, notice: { at, by, text, until, objections: [] } };
    }
    case 'NoticeObjected':
    case 'NoticeObjectionRuled':
      return noticeObjected(state, event);
    case 'ItemLookedBack': {
      if (state.status !== 'struck_off') break;
      const { at, by, isHolding, text, nextOn: lookBackOn } = event;
      return { ...state, lookBacks: [...state.lookBacks, { at, by, isHolding, text }], lookBackOn };
    }
    case 'ItemInquired':
      if (state.status === 'watched') return { ...state, reviewOn: event.nextOn };
      if (state.status !== 'long_running' && state.status !== 'referred_up') break;
      return { ...state, inquiryOn: event.nextOn };
    case 'DeadlineCrossed':
      return { ...state, crossings: [...state.crossings, itemCrossingKey(event)] };
    case 'DeadlineNeared':
      return { ...state, nearings: [...state.nearings, nearingKey(event)] };
    case 'ItemEscalated': {
      const { type: _, ...step } = event;
      return { ...state, escalations: [...state.escalations, step] };
    }
    case 'ClocksPaused':
      return paused(state, event.at, event.until);
    case 'ClocksResumed':
      if (state.wait === null) break;
      return runningOn(state, state.wait, event.backAt);
    case 'DueDateRecomputed': {
      const moved = withDue(state, event.deadline, event.due);
      if (moved === null) break;
      return moved;
    }
    default: {
      const never: never = event;
      throw new BrokenStream(`unknown event ${JSON.stringify(never)}`);
    }
  }
  throw new BrokenStream(`${event.type} in state ${state.status}`);
}

/** The notice with an objection more, or one of them ruled on. */
function noticeObjected(
  state: SupervisionItem,
  event: ItemEvent & { type: 'NoticeObjected' | 'NoticeObjectionRuled' },
): SupervisionItem {
  const { notice } = state;
  if (notice === null) throw new BrokenStream(`${event.type} without a notice`);
  if (event.type === 'NoticeObjected') {
    const objection = { id: event.objectionId, at: event.at, text: event.text, ruling: null };
    return { ...state, notice: { ...notice, objections: [...notice.objections, objection] } };
  }
  const { at, by, isUpheld, text } = event;
  const objections = notice.objections.map((one) =>
    one.id === event.objectionId ? { ...one, ruling: { at, by, isUpheld, text } } : one,
  );
  return { ...state, notice: { ...notice, objections } };
}

function idsIn(beside: Beside | undefined): readonly string[] {
  return beside?.doubles.map(({ itemId }) => itemId) ?? [];
}

export function foldItem(events: readonly ItemEvent[]): SupervisionItem | null {
  return events.reduce<SupervisionItem | null>(evolveItem, null);
}
