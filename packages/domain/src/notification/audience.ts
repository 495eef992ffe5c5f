import { COMPLAINANT_NOTICES, type NoticeEvent } from './notice-event.ts';

export const AUDIENCES = [
  'complainant',
  'co_complainant',
  'lead_officer',
  'lead_head',
  'cooperating_officer',
  'cooperating_head',
  'triage',
  'inspector',
  'assessor',
  'clerk',
  'leader',
  'appraisal',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Ways out. app: WeChat or a government app, through a provider. */
export const NOTICE_CHANNELS = ['in_app', 'email', 'sms', 'app'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

const DEPARTMENTS: readonly Audience[] = [
  'lead_officer',
  'lead_head',
  'cooperating_officer',
  'cooperating_head',
];
const OFFICES: readonly Audience[] = ['triage', 'inspector', 'assessor', 'clerk', 'leader'];

/** What would tell a department how satisfied somebody was, or what one of the two independent findings says. */
const HIDDEN_FROM_DEPARTMENTS: readonly NoticeEvent[] = ['badly_rated', 'finding_filed'];

/** Events of complaints that no department has yet. */
const BEFORE_ASSIGNMENT: readonly NoticeEvent[] = ['receipt', 'accepted', 'declined', 'merged', 'settled'];

/** Lateness goes up to these and nobody else. */
const CHAIN: readonly Audience[] = ['lead_officer', 'lead_head', 'triage', 'inspector', 'leader'];
const UP_THE_CHAIN: readonly NoticeEvent[] = ['item_escalated', 'item_escalated_instead'];
/**
 * Lateness of the office with a complaint goes up to leaders, without departments. Who may be told of a special inspection: nobody of a department before the report is approved. `inspector` is the team,
 * `lead_officer` and `lead_head` those of departments with a finding, or that own an indicator.
 */
const BESIDE_CASES: Readonly<Partial<Record<NoticeEvent, readonly Audience[]>>> = {
  complaint_escalated: ['triage', 'leader'],
  complaint_escalated_instead: ['triage', 'leader'],
  inspection_team_formed: ['inspector'],
  inspection_report_submitted: ['leader'],
  inspection_report_sent_back: ['triage', 'inspector'],
  inspection_closed: ['lead_officer', 'lead_head', 'triage', 'inspector', 'leader'],
  indicator_red: ['lead_officer', 'lead_head', 'triage', 'leader'],
};

/** Who may be told of the sheet of a period: `lead_officer` and `lead_head` are those of the departments in it. */
const HEADS_AND_OFFICES = ['lead_officer', 'lead_head', 'triage', 'leader', 'appraisal'] as const;
const OF_SHEETS: Readonly<Partial<Record<NoticeEvent, readonly Audience[]>>> = {
  sheet_provisional: HEADS_AND_OFFICES,
  sheet_objected: ['leader', 'appraisal'],
  sheet_ruled: ['lead_officer', 'lead_head', 'leader', 'appraisal'],
  sheet_published: HEADS_AND_OFFICES,
  restatement_proposed: ['leader', 'appraisal'],
  sheet_restated: HEADS_AND_OFFICES,
  last_place_proposed: ['leader', 'appraisal'],
  last_place_settled: ['appraisal'],
};

/** What waits for a second signature is told to those who may give it, and what became of it to whoever gave the first. */
const OF_SIGNATURES: Readonly<Partial<Record<NoticeEvent, readonly Audience[]>>> = {
  policy_to_sign: ['leader', 'appraisal'],
  policy_signed: ['appraisal'],
  policy_sent_back: ['appraisal'],
  bulletin_to_approve: ['triage', 'leader'],
  bulletin_approved: ['triage'],
  bulletin_sent_back: ['triage'],
  adjustment_to_sign: ['leader', 'appraisal'],
  adjustment_signed: ['appraisal'],
  adjustment_declined: ['appraisal'],
  result_sent_back: ['appraisal'],
};

/** Complainants who were merged follow the survivor from then on. */
const FOLLOWED: readonly NoticeEvent[] = [
  'under_supervision',
  'answered',
  'closed',
  'reopened',
  'extended',
  'finally_answered',
];

export function isComplainant(audience: Audience): audience is 'complainant' | 'co_complainant' {
  return audience === 'complainant' || audience === 'co_complainant';
}

/** Who may be told of an event at all; what the matrix says beyond that is refused. */
export function audiencesOf(event: NoticeEvent): readonly Audience[] {
  if (UP_THE_CHAIN.includes(event)) return CHAIN;
  const besideCases = BESIDE_CASES[event];
  if (besideCases !== undefined) return besideCases;
  const ofOffice = OF_SHEETS[event] ?? OF_SIGNATURES[event];
  if (ofOffice !== undefined) return ofOffice;
  const complainants: readonly Audience[] = isForComplainants(event)
    ? ['complainant', ...(FOLLOWED.includes(event) ? (['co_complainant'] as const) : [])]
    : [];
  const isHidden = HIDDEN_FROM_DEPARTMENTS.includes(event) || BEFORE_ASSIGNMENT.includes(event);
  // Whoever files the second finding must not hear of the first.
  const offices = event === 'finding_filed' ? (['triage'] as const) : OFFICES;
  return [...complainants, ...(isHidden ? [] : DEPARTMENTS), ...offices];
}

/** The channels of an audience: complainants have no page of their own in the office. */
export function channelsOf(audience: Audience): readonly NoticeChannel[] {
  return isComplainant(audience) ? ['email', 'sms', 'app'] : NOTICE_CHANNELS;
}

export function isForComplainants(event: NoticeEvent): boolean {
  return (COMPLAINANT_NOTICES as readonly NoticeEvent[]).includes(event);
}
