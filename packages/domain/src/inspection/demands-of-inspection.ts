import type { Demand } from '../supervision/demand.ts';
import type { InspectionEvent } from './inspection-event.ts';

/**
 * The visits that an inspection cost departments: one for each day on which something was found at one, whether the finding
 * stands or was withdrawn later. `events`: the whole stream.
 */
export function demandsOfInspection(events: readonly InspectionEvent[]): readonly Demand[] {
  const seen = new Set<string>();
  return events.flatMap((event, index): readonly Demand[] => {
    if (event.type !== 'InspectionFindingRecorded') return [];
    const { departmentId, foundOn: on } = event.finding;
    const visit = `${departmentId} ${on}`;
    if (seen.has(visit)) return [];
    seen.add(visit);
    return [{ nth: index + 1, kind: 'visit', departmentId, on }];
  });
}
