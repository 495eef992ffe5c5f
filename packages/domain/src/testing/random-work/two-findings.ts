import type { ItemEvent } from '../../supervision/item-event.ts';
import type { Finding } from '../../supervision/supervision-item.ts';

/**
 * Whether the raw events before a strike-off hold what the rule asks for, worked out from the events alone: an inspector's
 * verification and a second finding by another person of another unit that agree on resolved, or after a disagreement a
 * third person's check with a visit of two; all of them since the last request, none of a department with a duty in the
 * item, none by anybody who reported on it or asked for the strike-off.
 */
export function hasTwoFindings(before: readonly ItemEvent[]): boolean {
  const request = before.findLastIndex((event) => event.type === 'StrikeOffRequested');
  const sinceRequest = before.slice(request + 1);
  const findings = sinceRequest.flatMap((event) => (event.type === 'FindingFiled' ? [event.finding] : []));
  const opened = sinceRequest.find((event) => event.type === 'VerificationOpened');
  const verification = findings.find(({ kind }) => kind === 'verification');
  const second = findings.find(({ kind }) => kind === 'callback' || kind === 'corroboration');
  if (request < 0 || opened === undefined || verification === undefined || second === undefined) return false;
  if (verification.staffId !== opened.inspectorId) return false;
  if (verification.staffId === second.staffId || verification.departmentId === second.departmentId)
    return false;
  if (findings.some((finding) => isPartial(finding, before))) return false;
  if (verification.isResolved && second.isResolved) return true;
  if (!verification.isResolved && !second.isResolved) return false;
  const third = findings.find(({ kind }) => kind === 'third_check');
  return (
    third !== undefined &&
    third.isResolved &&
    ![verification.staffId, second.staffId].includes(third.staffId) &&
    new Set(third.visit?.inspectorIds).size >= 2
  );
}

function isPartial({ staffId, departmentId }: Finding, events: readonly ItemEvent[]): boolean {
  const last = events.findLast((event) => event.type === 'ItemAssigned');
  return events.some((event) => {
    switch (event.type) {
      case 'ItemAssigned':
        return (
          event === last &&
          [event.assignment.leadDepartmentId, ...event.assignment.cooperatingDepartmentIds].includes(
            departmentId,
          )
        );
      case 'MeasureCompleted':
        return event.departmentId === departmentId;
      case 'ProgressReported':
        return event.report.staffId === staffId;
      case 'StrikeOffRequested':
        return event === events.findLast(({ type }) => type === 'StrikeOffRequested') && event.by === staffId;
      default:
        return false;
    }
  });
}
