import {
  assignmentOf,
  concernedDepartmentIds,
  demandsOfCard,
  demandsOfInspection,
  demandsOfItem,
  periodOf,
  type Adjustment,
  type Card,
  type CardEvent,
  type Demand,
  type Attachment,
  type Bulletin,
  type Complaint,
  type IdentityAccess,
  type Inspection,
  type InspectionEvent,
  type ItemEvent,
  type PeriodSchedule,
  type RatingReview,
  type SheetLife,
  type SupervisionItem,
} from '@bihuan/domain';
import { sheetObjectionRows, sheetRow } from '../appraisal/sheet/sheet-row.ts';
import { adjustmentRow } from '../appraisal/adjustment-row.ts';
import { cardRow } from '../card/card-row.ts';
import { bulletinRow } from '../bulletin/bulletin-row.ts';
import { attachmentRow } from '../attachment/attachment-row.ts';
import { complaintRow } from '../complaint/complaint-row.ts';
import { reviewRow } from '../complaint/rating-review-store.ts';
import { inspectionFindingRows, inspectionRow } from '../inspection/inspection-row.ts';
import { accessRow } from '../people/access-row.ts';
import { demandRow } from '../supervision/demand-row.ts';
import { itemRow, participantRow } from '../supervision/item-row.ts';
import type { StreamHead } from './append-events.ts';

/** A row as text, column by column, so that what was folded and what is stored can be compared. */
export type ReplayedRow = {
  readonly table: string;
  readonly key: string;
  readonly columns: Readonly<Record<string, string | null>>;
};

/** Values as PostgreSQL shows them under `SET timezone TO 'UTC'`, brought to one spelling. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value, (_, part: unknown) => sorted(part));
  return String(value);
}

function sorted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function replayedRow(table: string, key: string, columns: Record<string, unknown>): ReplayedRow {
  return {
    table,
    key,
    columns: Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, asText(value)])),
  };
}

/** The rows one complaint folds to. Which department a callback counts for follows from the item, and is compared apart. */
export function replayedComplaint(
  state: Complaint,
  head: StreamHead,
  schedule: PeriodSchedule,
): readonly ReplayedRow[] {
  return [
    replayedRow('complaint', state.id, complaintRow(state, head)),
    ...state.callbacks.map(({ at, staffId, outcome, answers }, index) =>
      replayedRow('callback', `${state.id} ${index + 1}`, {
        at,
        staff_id: staffId,
        outcome,
        has_contact: answers?.contacted,
        is_solved: answers?.solved,
        satisfaction: answers?.satisfaction,
        period: periodOf(at, schedule),
      }),
    ),
    ...state.ratings.map((rating, index) => replayedRow('rating', `${state.id} ${index + 1}`, rating)),
  ];
}

/** The rows one card folds to, with what it asked of its department. */
export function replayedCard(
  card: Card,
  events: readonly CardEvent[],
  head: StreamHead,
): readonly ReplayedRow[] {
  return [
    replayedRow('card', card.id, cardRow(card, head)),
    ...replayedDemands(card.id, demandsOfCard(events, card.departmentId)),
  ];
}

function replayedDemands(streamId: string, demands: readonly Demand[]): readonly ReplayedRow[] {
  return demands.map((demand) =>
    replayedRow(
      'demand',
      `${streamId} ${demand.nth} ${demand.departmentId} ${demand.kind}`,
      demandRow(demand),
    ),
  );
}

/** The row one review of a bad rating folds to. */
export function replayedReview(review: RatingReview, head: StreamHead): ReplayedRow {
  return replayedRow('rating_review', review.id, reviewRow(review, head));
}

/** The row one request for identity access folds to. */
export function replayedAccess(access: IdentityAccess, head: StreamHead): readonly ReplayedRow[] {
  return [replayedRow('identity_access', access.id, accessRow(access, head))];
}

/** The row one adjustment folds to. */
export function replayedAdjustment(adjustment: Adjustment, head: StreamHead): ReplayedRow {
  return replayedRow('adjustment', adjustment.id, adjustmentRow(adjustment, head));
}

/** The row one bulletin folds to. */
export function replayedBulletin(bulletin: Bulletin, head: StreamHead): ReplayedRow {
  return replayedRow('bulletin', bulletin.id, bulletinRow(bulletin, head));
}

/** The rows the sheet of a period folds to, with its objections. */
export function replayedSheet(sheet: SheetLife, head: StreamHead): readonly ReplayedRow[] {
  return [
    replayedRow('period_sheet', sheet.id, sheetRow(sheet, head)),
    ...sheetObjectionRows(sheet).map((row) => replayedRow('sheet_objection', row.id, row)),
  ];
}

/** The rows one special inspection folds to, with what it asked of departments. */
export function replayedInspection(
  inspection: Inspection,
  events: readonly InspectionEvent[],
  head: StreamHead,
): readonly ReplayedRow[] {
  return [
    replayedRow('inspection', inspection.id, inspectionRow(inspection, head)),
    ...inspectionFindingRows(inspection).map(({ id, ...row }) => replayedRow('inspection_finding', id, row)),
    ...replayedDemands(inspection.id, demandsOfInspection(events)),
  ];
}

/** The rows one item folds to, with all that hangs on it. */
export function replayedItem(
  item: SupervisionItem,
  events: readonly ItemEvent[],
  head: StreamHead,
): readonly ReplayedRow[] {
  const assignment = assignmentOf(item);
  const duties = [
    ...(assignment === null ? [] : [[assignment.leadDepartmentId, 'lead']]),
    ...(assignment?.cooperatingDepartmentIds ?? []).map((id) => [id, 'cooperating']),
  ];
  return [
    replayedRow('supervision_item', item.id, itemRow(item, head)),
    ...item.complaintIds.map((id) => replayedRow('item_complaint', `${item.id} ${id}`, {})),
    ...duties.map(([id, duty]) => replayedRow('participation', `${item.id} ${id}`, { duty })),
    ...concernedDepartmentIds(item).map((id) =>
      replayedRow('item_participant', `${item.id} ${id}`, participantRow(item)),
    ),
    ...item.measures.map((measure, index) =>
      replayedRow('measure', measure.id, {
        item_id: item.id,
        ordinal: index + 1,
        text: measure.text,
        department_id: measure.departmentId,
        due_on: measure.dueOn,
        completed_at: measure.completedAt,
        evidence: measure.evidence,
      }),
    ),
    ...item.reports.map((report, index) =>
      replayedRow('progress_report', report.id, {
        item_id: item.id,
        ordinal: index + 1,
        at: report.at,
        department_id: report.departmentId,
        staff_id: report.staffId,
        text: report.text,
        percent: report.percent,
        obstacles: report.obstacles,
        next_step: report.nextStep,
        has_substance: report.hasSubstance,
      }),
    ),
    ...replayedFindings(item.id, events),
    ...replayedDemands(item.id, demandsOfItem(events)),
  ];
}

function replayedFindings(itemId: string, events: readonly ItemEvent[]): readonly ReplayedRow[] {
  let round = 1;
  const rows: ReplayedRow[] = [];
  for (const event of events) {
    if (event.type === 'ItemSentToRework') round += 1;
    if (event.type !== 'FindingFiled') continue;
    const { finding } = event;
    rows.push(
      replayedRow('finding', finding.id, {
        item_id: itemId,
        round,
        part: finding.part,
        kind: finding.kind,
        at: finding.at,
        staff_id: finding.staffId,
        department_id: finding.departmentId,
        is_resolved: finding.isResolved,
        is_false_request: finding.isFalseRequest,
        text: finding.text,
        complaint_id: finding.complaintId,
        visit: finding.visit,
      }),
    );
  }
  return rows;
}

/** The row one attachment folds to. */
export function replayedAttachment(state: Attachment, head: StreamHead): readonly ReplayedRow[] {
  return [replayedRow('attachment', state.id, attachmentRow(state, head))];
}
