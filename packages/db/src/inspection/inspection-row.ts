import type { Inspection } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `inspection`, all of which its events fold to. */
export function inspectionRow(state: Inspection, head: StreamHead) {
  const closed = state.status === 'closed' ? state : null;
  return {
    id: state.id,
    number: state.number,
    theme: state.theme,
    basis: state.basis,
    department_ids: state.scope.departmentIds,
    categories: state.scope.categories,
    from_on: state.fromOn,
    to_on: state.toOn,
    status: state.status,
    member_ids: state.team.map(({ staffId }) => staffId),
    planned_at: state.plannedAt,
    planned_by_id: state.plannedBy,
    closed_at: closed?.closedAt ?? null,
    report_number: closed?.reportNumber ?? null,
    content_hash: closed?.contentHash ?? null,
    document_hash: closed?.documentHash ?? null,
    version: head.version,
    head_hash: head.hash,
  };
}

/** The columns of `inspection_finding`, in the order of their recording. */
export function inspectionFindingRows({ id: inspectionId, findings }: Inspection) {
  return findings.map((finding, index) => ({
    id: finding.id,
    inspection_id: inspectionId,
    ordinal: index + 1,
    department_id: finding.departmentId,
    found_on: finding.foundOn,
    severity: finding.severity,
    recorded_at: finding.recordedAt,
    recorded_by_id: finding.recordedBy,
    withdrawn_at: finding.withdrawn?.at ?? null,
    item_id: finding.item?.id ?? null,
  }));
}
