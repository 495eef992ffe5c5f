import { localDateOf, type LocalDate } from '../calendar/index.ts';
import type { CardEvent } from '../card/card-event.ts';
import type { ItemEvent } from './item-event.ts';

/** What departments are asked for beside the work itself, and what the burden meter (减负监测) counts. */
export const DEMAND_KINDS = ['report', 'visit', 'talk', 'card', 'directive', 'meeting', 'inquiry'] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

/** One thing asked of one department. `nth`: which event of the stream it follows from, the first being 1. */
export type Demand = {
  readonly nth: number;
  readonly kind: DemandKind;
  readonly departmentId: string;
  /** The day on which it was done or asked for. */
  readonly on: LocalDate;
};

/**
 * What events of an item asked of departments. `lead` is the department that leads before them, `first` the place of the first
 * of them in the stream. A third check on the spot is a visit of the lead, an inquiry asks the lead.
 */
export function demandsOfItem(
  events: readonly ItemEvent[],
  lead: string | null = null,
  first = 1,
): readonly Demand[] {
  let leadId = lead;
  return events.flatMap((event, index): readonly Demand[] => {
    if (event.type === 'ItemAssigned') leadId = event.assignment.leadDepartmentId;
    const one = (kind: DemandKind, departmentId: string | null, on = localDateOf(event.at)) =>
      departmentId === null ? [] : [{ nth: first + index, kind, departmentId, on }];
    switch (event.type) {
      case 'ProgressReported':
        return one('report', event.report.departmentId);
      case 'VisitRecorded':
        return one(event.kind === 'talk' ? 'talk' : 'visit', event.departmentId, event.on);
      case 'FindingFiled':
        return event.finding.visit === null ? [] : one('visit', leadId, event.finding.visit.on);
      case 'DirectiveGiven':
        return one('directive', event.departmentId);
      case 'MeetingHeld':
        return [...new Set(event.departmentIds)].flatMap((id) => one('meeting', id, event.on));
      case 'ItemInquired':
        return one('inquiry', leadId);
      default:
        return [];
    }
  });
}

/** What events of a card asked of its department: the card itself, once issued, and talks (约谈) over it. */
export function demandsOfCard(
  events: readonly CardEvent[],
  departmentId: string,
  first = 1,
): readonly Demand[] {
  return events.flatMap((event, index): readonly Demand[] => {
    const nth = first + index;
    if (event.type === 'CardIssued') return [{ nth, kind: 'card', departmentId, on: localDateOf(event.at) }];
    return event.type === 'CardTalkHeld' ? [{ nth, kind: 'talk', departmentId, on: event.on }] : [];
  });
}

/** The middle of these counts; between two, their mean. 0 of none. */
export function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
