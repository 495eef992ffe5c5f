import type { AdjustmentEvent } from '../appraisal/adjustment/adjustment.ts';
import type { IndicatorEvent } from '../appraisal/indicator/indicator-event.ts';
import type { BulletinEvent } from '../bulletin/bulletin-event.ts';
import type { ComplaintEvent } from '../complaint/complaint-event.ts';
import type { InspectionEvent } from '../inspection/inspection-event.ts';
import type { SheetEvent } from '../appraisal/sheet/sheet-event.ts';
import type { ItemEvent } from '../supervision/item-event.ts';

/** What a complainant is told of. */
export const COMPLAINANT_NOTICES = [
  'receipt',
  'accepted',
  'declined',
  'merged',
  'under_supervision',
  'question',
  'answered',
  'settled',
  'closed',
  'reopened',
  'extended',
  'finally_answered',
] as const;

/** What only the staff is told of. */
export const STAFF_NOTICES = [
  'replied',
  'supplemented',
  'urged',
  'disputed',
  'withdrawn',
  'badly_rated',
  'complaint_late',
  'complaint_escalated',
  'complaint_escalated_instead',
  'item_proposed',
  'item_assigned',
  'item_returned',
  'return_ruled',
  'measure_disputed',
  'dispute_ruled',
  'strike_off_requested',
  'verification_opened',
  'finding_filed',
  'struck_off',
  'rework',
  'taken_up_again',
  'suspended',
  'resumed',
  'rebounded',
  'referred_up',
  'report_rejected',
  'extension_requested',
  'extension_decided',
  'directive_given',
  'directive_answered',
  'item_near',
  'item_late',
  'item_escalated',
  'item_escalated_instead',
  'inspection_team_formed',
  'inspection_report_submitted',
  'inspection_report_sent_back',
  'inspection_closed',
  'indicator_red',
  'sheet_provisional',
  'sheet_objected',
  'sheet_ruled',
  'sheet_published',
  'restatement_proposed',
  'sheet_restated',
  'last_place_proposed',
  'last_place_settled',
  'policy_to_sign',
  'policy_signed',
  'policy_sent_back',
  'bulletin_to_approve',
  'bulletin_approved',
  'bulletin_sent_back',
  'adjustment_to_sign',
  'adjustment_signed',
  'adjustment_declined',
  'result_sent_back',
  'digest',
] as const;

export const NOTICE_EVENTS = [...COMPLAINANT_NOTICES, ...STAFF_NOTICES] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** What a complainant is told whether they want to hear of progress or not: the receipt, what asks them, what decides. */
export const LEGAL_NOTICES: readonly NoticeEvent[] = [
  'receipt',
  'declined',
  'question',
  'answered',
  'settled',
  'finally_answered',
];

/** What the person who has to act is told, whatever they switched off. */
export const DUTY_NOTICES: readonly NoticeEvent[] = [
  'item_assigned',
  'verification_opened',
  'rework',
  'complaint_escalated',
  'complaint_escalated_instead',
  'item_escalated',
  'item_escalated_instead',
];

const OF_COMPLAINT: Readonly<Partial<Record<ComplaintEvent['type'], NoticeEvent>>> = {
  ComplaintSubmitted: 'receipt',
  ComplaintAccepted: 'accepted',
  ComplaintDeclined: 'declined',
  ComplaintMerged: 'merged',
  ComplaintPlacedUnderSupervision: 'under_supervision',
  ComplainantAsked: 'question',
  AnswerPublished: 'answered',
  ComplaintSettledOnTheSpot: 'settled',
  ComplaintClosedInSilence: 'closed',
  ComplaintReopened: 'reopened',
  ResolutionExtended: 'extended',
  ComplainantReplied: 'replied',
  ComplaintSupplemented: 'supplemented',
  ComplaintUrged: 'urged',
  AnswerDisputed: 'disputed',
  ComplaintWithdrawn: 'withdrawn',
  DeadlineCrossed: 'complaint_late',
};

const OF_ITEM: Readonly<Partial<Record<ItemEvent['type'], NoticeEvent>>> = {
  ItemAssigned: 'item_assigned',
  ItemReturned: 'item_returned',
  ReturnRuled: 'return_ruled',
  MeasureDisputed: 'measure_disputed',
  DisputeRuled: 'dispute_ruled',
  StrikeOffRequested: 'strike_off_requested',
  VerificationOpened: 'verification_opened',
  FindingFiled: 'finding_filed',
  ItemStruckOff: 'struck_off',
  ItemSentToRework: 'rework',
  ItemTakenUpAgain: 'taken_up_again',
  ItemSuspended: 'suspended',
  ItemResumed: 'resumed',
  ItemRebounded: 'rebounded',
  ItemReferredUp: 'referred_up',
  ReportRejected: 'report_rejected',
  ExtensionRequested: 'extension_requested',
  ExtensionDecided: 'extension_decided',
  DirectiveGiven: 'directive_given',
  DirectiveAnswered: 'directive_answered',
  DeadlineNeared: 'item_near',
  DeadlineCrossed: 'item_late',
};

const OF_INSPECTION: Readonly<Partial<Record<InspectionEvent['type'], NoticeEvent>>> = {
  InspectionTeamFormed: 'inspection_team_formed',
  InspectionReportSubmitted: 'inspection_report_submitted',
  InspectionReportSentBack: 'inspection_report_sent_back',
  InspectionReportApproved: 'inspection_closed',
};

const OF_SHEET: Readonly<Partial<Record<SheetEvent['type'], NoticeEvent>>> = {
  SheetOpened: 'sheet_provisional',
  SheetObjected: 'sheet_objected',
  SheetObjectionUpheld: 'sheet_ruled',
  SheetObjectionDismissed: 'sheet_ruled',
  SheetPublished: 'sheet_published',
  RestatementProposed: 'restatement_proposed',
  SheetRestated: 'sheet_restated',
  LastPlaceProposed: 'last_place_proposed',
  LastPlaceSigned: 'last_place_settled',
  LastPlaceDropped: 'last_place_settled',
};

const OF_BULLETIN: Readonly<Partial<Record<BulletinEvent['type'], NoticeEvent>>> = {
  BulletinDrafted: 'bulletin_to_approve',
  BulletinApproved: 'bulletin_approved',
  BulletinSentBack: 'bulletin_sent_back',
};

const OF_ADJUSTMENT: Readonly<Partial<Record<AdjustmentEvent['type'], NoticeEvent>>> = {
  AdjustmentProposed: 'adjustment_to_sign',
  AdjustmentEntered: 'adjustment_signed',
  AdjustmentDeclined: 'adjustment_declined',
};

/** What becomes of a draft of a policy: signed first, published by the second signature, not signed. */
export const POLICY_STEPS = ['signed', 'published', 'sent_back'] as const;
export type PolicyStep = (typeof POLICY_STEPS)[number];

export const NOTICE_OF_POLICY: Readonly<Record<PolicyStep, NoticeEvent>> = {
  signed: 'policy_to_sign',
  published: 'policy_signed',
  sent_back: 'policy_sent_back',
};

/** What an event of a complaint gives notice of; null for the others. */
export function noticeOfComplaint(event: ComplaintEvent): NoticeEvent | null {
  if (event.type === 'ComplaintRated') return event.level.endsWith('dissatisfied') ? 'badly_rated' : null;
  // What was refused to be final goes on as it stood.
  if (event.type === 'FinalDecided') return event.isApproved ? 'finally_answered' : null;
  return OF_COMPLAINT[event.type] ?? null;
}

/** What an event of an item gives notice of; null for the others. */
export function noticeOfItem(event: ItemEvent): NoticeEvent | null {
  // One that is registered at once waits for nobody.
  if (event.type === 'ItemProposed') return event.importance === 'normal' ? null : 'item_proposed';
  if (event.type === 'ItemEscalated')
    return event.missing === null ? 'item_escalated' : 'item_escalated_instead';
  return OF_ITEM[event.type] ?? null;
}

/** What an event of an indicator gives notice of; null for the others. */
export function noticeOfIndicator(event: IndicatorEvent): NoticeEvent | null {
  if (event.type === 'ResultSentBack') return 'result_sent_back';
  return event.type === 'IndicatorWarned' ? 'indicator_red' : null;
}

/** What an event of a special inspection gives notice of; null for the others. */
export function noticeOfInspection(event: InspectionEvent): NoticeEvent | null {
  return OF_INSPECTION[event.type] ?? null;
}

/** What an event of the sheet of a period gives notice of; null for the others. */
export function noticeOfSheet(event: SheetEvent): NoticeEvent | null {
  return OF_SHEET[event.type] ?? null;
}

/** What an event of a bulletin or special report gives notice of; null for the others. */
export function noticeOfBulletin(event: BulletinEvent): NoticeEvent | null {
  return OF_BULLETIN[event.type] ?? null;
}

/** What an event of a line entered by hand gives notice of; null for the others. */
export function noticeOfAdjustment(event: AdjustmentEvent): NoticeEvent | null {
  return OF_ADJUSTMENT[event.type] ?? null;
}
