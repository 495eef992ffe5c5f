import type { ComplaintEventType } from '@bihuan/domain';

export const TEMPLATES = [
  'receipt',
  'accepted',
  'declined',
  'merged',
  'under_supervision',
  'question',
  'answered',
  'closed',
  'reopened',
] as const;
export type Template = (typeof TEMPLATES)[number];

/** Which message to the complainant an event brings about; none for the others. */
export const TEMPLATE_OF: Readonly<Partial<Record<ComplaintEventType, Template>>> = {
  ComplaintSubmitted: 'receipt',
  ComplaintAccepted: 'accepted',
  ComplaintDeclined: 'declined',
  ComplaintMerged: 'merged',
  ComplaintPlacedUnderSupervision: 'under_supervision',
  ComplainantAsked: 'question',
  AnswerPublished: 'answered',
  ComplaintSettledOnTheSpot: 'answered',
  ComplaintClosedInSilence: 'closed',
  ComplaintReopened: 'reopened',
};
