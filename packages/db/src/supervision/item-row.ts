import {
  assignmentOf,
  disputedMeasures,
  escalatedToIds,
  listedDeadline,
  lookAgainOn,
  nearUntil,
  openObjections,
  pendingExtension,
  runningDeadlines,
  type SupervisionItem,
} from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';
import { WITH_DEPARTMENT } from './item-list-view.ts';

/** Where the item stands in the list of each department that takes part in it. */
export function participantRow(item: SupervisionItem) {
  const deadline = listedDeadline(assignmentOf(item)?.deadline ?? null, item);
  return { listed_on: deadline?.date ?? 'infinity', is_struck_off: item.status === 'struck_off' };
}

/** The columns of `supervision_item` that its events fold to. */
export function itemRow(item: SupervisionItem, head: StreamHead) {
  const assignment = assignmentOf(item);
  const deadline = listedDeadline(assignment?.deadline ?? null, item);
  const dues = runningDeadlines(item).map(({ due }) => due);
  const dates = dues.map(({ date }) => date);
  if (item.wait !== null && WITH_DEPARTMENT.includes(item.status)) dates.push(item.wait.until.date);
  return {
    id: item.id,
    number: item.number,
    source: item.source,
    basis: item.basis,
    problem: item.problem,
    importance: item.importance,
    status: item.status,
    proposed_at: item.proposedAt,
    proposed_by_id: item.proposedBy,
    lead_department_id: assignment?.leadDepartmentId ?? null,
    inspector_id: 'inspectorId' in item ? item.inspectorId : null,
    deadline_on: deadline?.date ?? null,
    is_deadline_provisional: deadline?.provisional ?? false,
    next_due_on: dates.sort()[0] ?? lookAgainOn(item),
    has_pending_extension: pendingExtension(item) !== null,
    has_open_dispute: disputedMeasures(item).length > 0,
    notice_until: item.status === 'verifying' ? (item.notice?.until.date ?? null) : null,
    has_open_objection:
      item.status === 'verifying' && item.notice !== null && openObjections(item.notice).length > 0,
    near_until: nearUntil(item),
    escalated_to_ids: [...escalatedToIds(item)],
    has_provisional_due: dues.some(({ provisional }) => provisional),
    signed_at: 'signedAt' in item ? item.signedAt : null,
    struck_off_at: item.status === 'struck_off' ? item.struckOffAt : null,
    is_on_time: item.status === 'struck_off' ? item.isOnTime : null,
    returns: item.returns,
    reworks: item.reworks,
    percent: item.reports.at(-1)?.percent ?? 0,
    version: head.version,
    head_hash: head.hash,
  };
}
