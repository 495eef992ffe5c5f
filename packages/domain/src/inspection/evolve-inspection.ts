import { BrokenStream } from '../broken-stream.ts';
import type { Inspection, InspectionFinding } from './inspection.ts';
import type { InspectionEvent } from './inspection-event.ts';

/** What a special inspection becomes by one event. Throws `BrokenStream` where it cannot follow the state. */
export function evolveInspection(state: Inspection | null, event: InspectionEvent): Inspection {
  if (event.type === 'InspectionPlanned') {
    const { id, number, theme, basis, scope, fromOn, toOn, at: plannedAt, by: plannedBy } = event;
    const plan = { id, number, theme, basis, scope, fromOn, toOn, plannedAt, plannedBy };
    return { ...plan, status: 'planned', team: [], findings: [] };
  }
  if (state === null) throw new BrokenStream(`${event.type} before InspectionPlanned`);
  switch (event.type) {
    case 'InspectionTeamFormed':
      if (state.status !== 'planned' && state.status !== 'under_way') break;
      return { ...state, team: event.members };
    case 'InspectionBegun':
      if (state.status !== 'planned') break;
      return { ...state, status: 'under_way', begunAt: event.at };
    case 'InspectionFindingRecorded': {
      if (state.status !== 'under_way') break;
      const { at: recordedAt, by: recordedBy } = event;
      const finding = { ...event.finding, recordedAt, recordedBy, withdrawn: null, item: null };
      return { ...state, findings: [...state.findings, finding] };
    }
    case 'InspectionFindingWithdrawn': {
      if (state.status !== 'under_way') break;
      const { at, by, reason } = event;
      return withFinding(state, event.findingId, { withdrawn: { at, by, reason } });
    }
    case 'FindingItemOpened':
      if (state.status === 'planned' || state.status === 'cancelled') break;
      return withFinding(state, event.findingId, { item: { id: event.itemId, number: event.number } });
    case 'InspectionReportDrafted': {
      if (state.status !== 'under_way') break;
      const { by, form, texts } = event;
      return { ...state, status: 'reporting', report: { form, texts, writtenBy: [by], sentBack: '' } };
    }
    case 'InspectionReportEdited': {
      if (state.status !== 'reporting') break;
      const { report } = state;
      const writtenBy = report.writtenBy.includes(event.by)
        ? report.writtenBy
        : [...report.writtenBy, event.by];
      return { ...state, report: { ...report, texts: { ...report.texts, ...event.texts }, writtenBy } };
    }
    case 'InspectionReportSubmitted':
      if (state.status !== 'reporting') break;
      return { ...state, status: 'awaiting_approval' };
    case 'InspectionReportSentBack':
      if (state.status !== 'awaiting_approval') break;
      return { ...state, status: 'reporting', report: { ...state.report, sentBack: event.reason } };
    case 'InspectionReportApproved': {
      if (state.status !== 'awaiting_approval') break;
      const { at: closedAt, by: approvedBy, reportNumber, snapshot, contentHash, documentHash } = event;
      const approved = { closedAt, approvedBy, reportNumber, snapshot, contentHash, documentHash };
      return { ...state, ...approved, status: 'closed' };
    }
    case 'InspectionCancelled': {
      if (state.status !== 'planned' && state.status !== 'under_way') break;
      const { id, number, theme, basis, scope, fromOn, toOn, plannedAt, plannedBy, team, findings } = state;
      return {
        ...{ id, number, theme, basis, scope, fromOn, toOn, plannedAt, plannedBy, team, findings },
        ...{ status: 'cancelled', cancelledAt: event.at, reason: event.reason },
      };
    }
  }
  throw new BrokenStream(`${event.type} in ${state.status}`);
}

/** The inspection its events come to; null where there are none. */
export function foldInspection(events: readonly InspectionEvent[]): Inspection | null {
  return events.reduce<Inspection | null>(evolveInspection, null);
}

function withFinding<State extends Inspection>(
  state: State,
  findingId: string,
  change: Partial<InspectionFinding>,
): State {
  if (!state.findings.some(({ id }) => id === findingId)) throw new BrokenStream(`no finding ${findingId}`);
  const findings = state.findings.map((one) => (one.id === findingId ? { ...one, ...change } : one));
  return { ...state, findings };
}
