import type { ItemEvent } from '../supervision/item-event.ts';
import type { Assignment, Finding, ItemStatus, Measure } from '../supervision/supervision-item.ts';
import { assessor, clerk, COOPERATING, inspector, LEAD, leadOfficer, triageAdmin } from './people.ts';

type Proposal = ItemEvent & { type: 'ItemProposed' };

const proposed: Proposal = {
  type: 'ItemProposed',
  at: '2026-10-12T03:00:00.000Z',
  id: 'item-1',
  number: 'DB-2026-0001',
  source: 'complaint',
  basis: 'Complaint BH-2026-0001',
  problem: 'The licence is not issued.',
  importance: 'normal',
  complaintIds: ['complaint-1'],
  proposedBy: triageAdmin.staffId,
  deadlineVersion: 'deadlines-1',
};

const registered: ItemEvent = {
  type: 'ItemRegistered',
  at: '2026-10-12T03:00:00.000Z',
  by: triageAdmin.staffId,
};

export const assignment: Assignment = {
  leadDepartmentId: LEAD,
  cooperatingDepartmentIds: [COOPERATING],
  clock: { start: '2026-10-12T02:00:00.000Z', workingDays: 5 },
  deadline: { date: '2026-10-19', half: 'pm', provisional: false },
  signDue: { date: '2026-10-13', half: 'pm', provisional: false },
  isDesignated: false,
};

export const leadMeasure: Measure = {
  id: 'measure-of-lead',
  text: 'Issue the licence.',
  departmentId: LEAD,
  dueOn: '2026-10-19',
  completedAt: null,
  evidence: '',
};

export const cooperatingMeasure: Measure = {
  id: 'measure-of-cooperating',
  text: 'Send the plan.',
  departmentId: COOPERATING,
  dueOn: '2026-10-15',
  completedAt: null,
  evidence: '',
};

const assigned: ItemEvent = {
  type: 'ItemAssigned',
  at: '2026-10-12T03:00:00.000Z',
  assignment,
  measures: [leadMeasure, cooperatingMeasure],
};

const returned: ItemEvent = {
  type: 'ItemReturned',
  at: '2026-10-12T07:00:00.000Z',
  reason: 'Not our duty.',
  legalBasis: 'List of duties, no. 7',
};

const signed: ItemEvent = {
  type: 'ItemSigned',
  at: '2026-10-13T01:00:00.000Z',
  isSilent: false,
  nextReportDue: { date: '2026-10-23', half: 'pm', provisional: false },
};

const reported: ItemEvent = {
  type: 'ProgressReported',
  at: '2026-10-14T01:00:00.000Z',
  report: {
    id: 'report-1',
    at: '2026-10-14T01:00:00.000Z',
    departmentId: LEAD,
    staffId: leadOfficer.staffId,
    text: 'The file is complete.',
    percent: 40,
    obstacles: '',
    nextStep: 'Decide.',
    hasSubstance: true,
  },
  nextReportDue: { date: '2026-10-26', half: 'pm', provisional: false },
};

const measuresCompleted: readonly ItemEvent[] = [
  {
    type: 'MeasureCompleted',
    at: '2026-10-15T01:00:00.000Z',
    measureId: 'measure-of-cooperating',
    evidence: 'plan.pdf',
    departmentId: COOPERATING,
  },
  {
    type: 'MeasureCompleted',
    at: '2026-10-16T01:00:00.000Z',
    measureId: 'measure-of-lead',
    evidence: 'licence.pdf',
    departmentId: LEAD,
  },
];

const requested: ItemEvent = {
  type: 'StrikeOffRequested',
  at: '2026-10-16T07:00:00.000Z',
  by: leadOfficer.staffId,
  claim: 'The licence is issued.',
};

const opened: ItemEvent = {
  type: 'VerificationOpened',
  at: '2026-10-19T01:00:00.000Z',
  inspectorId: inspector.staffId,
  due: { date: '2026-10-22', half: 'pm', provisional: false },
};

/** A: the inspector's verification, filed on 20 October. */
export function findingA(isResolved: boolean, given: Partial<Finding> = {}): ItemEvent {
  return filed({
    id: 'finding-A',
    part: 'A',
    kind: 'verification',
    at: '2026-10-20T01:00:00.000Z',
    staffId: inspector.staffId,
    departmentId: inspector.departmentId,
    isResolved,
    isFalseRequest: false,
    text: 'Seen on site.',
    complaintId: null,
    visit: null,
    ...given,
  });
}

/** B: the complainant called back by the window, filed later on 20 October. */
export function findingB(isResolved: boolean, given: Partial<Finding> = {}): ItemEvent {
  return filed({
    id: 'finding-B',
    part: 'B',
    kind: 'callback',
    at: '2026-10-20T07:00:00.000Z',
    staffId: clerk.staffId,
    departmentId: clerk.departmentId,
    isResolved,
    isFalseRequest: false,
    text: 'The complainant says so.',
    complaintId: 'complaint-1',
    visit: null,
    ...given,
  });
}

/** B where nobody can be called back: an assessor's corroboration. */
export function corroboration(isResolved: boolean): ItemEvent {
  const { staffId, departmentId } = assessor;
  return findingB(isResolved, { kind: 'corroboration', staffId, departmentId, complaintId: null });
}

function filed(finding: Finding): ItemEvent {
  return { type: 'FindingFiled', at: finding.at, finding };
}

const struckOff: ItemEvent = {
  type: 'ItemStruckOff',
  at: '2026-10-21T01:00:00.000Z',
  isOnTime: true,
  departmentId: LEAD,
  lookBackOn: '2026-11-20',
};

const sentToRework: readonly ItemEvent[] = [
  {
    type: 'ItemSentToRework',
    at: '2026-10-21T01:00:00.000Z',
    reason: 'The licence lacks a seal.',
    isFalseRequest: false,
    departmentId: LEAD,
    nextReportDue: { date: '2026-11-02', half: 'pm', provisional: false },
  },
  {
    type: 'DueDateRecomputed',
    at: '2026-10-21T01:00:00.000Z',
    deadline: 'item',
    before: { date: '2026-10-19', half: 'pm', provisional: false },
    due: { date: '2026-10-22', half: 'pm', provisional: false },
  },
];

const crossed: ItemEvent = {
  type: 'DeadlineCrossed',
  at: '2026-10-20T00:00:00.000Z',
  deadline: 'item',
  ref: '',
  due: { date: '2026-10-19', half: 'pm', provisional: false },
  level: 0,
  departmentId: LEAD,
};

const toAssigned = [registered, assigned];
const toAdvancing = [...toAssigned, signed, reported];
const toReady = [...toAdvancing, ...measuresCompleted];
const toVerifying = [...toReady, requested, opened];
const toResolved = [...toVerifying, findingA(true), findingB(true)];
const toUnresolved = [...toVerifying, findingA(false), findingB(false)];

/** The states, and some stages within them that matter to the rules. */
export type ItemStage =
  | ItemStatus
  /** Advancing, every measure completed. */
  | 'ready'
  /** Advancing, every measure completed, a day after its deadline. */
  | 'overdue'
  | 'verified_resolved'
  | 'verified_unresolved'
  | 'in_disagreement';

const AFTER_PROPOSAL: Readonly<Record<ItemStage, readonly ItemEvent[]>> = {
  proposed: [],
  registered: [registered],
  assigned: toAssigned,
  returned: [...toAssigned, returned],
  signed: [...toAssigned, signed],
  advancing: toAdvancing,
  overdue: [...toReady, crossed],
  ready: toReady,
  strike_off_requested: [...toReady, requested],
  verifying: toVerifying,
  verified_resolved: toResolved,
  verified_unresolved: toUnresolved,
  in_disagreement: [...toVerifying, findingA(true), findingB(false)],
  rework: [...toUnresolved, ...sentToRework],
  struck_off: [...toResolved, struckOff],
  watched: [
    ...toResolved,
    { type: 'ItemWatched', at: '2026-10-21T01:00:00.000Z', focus: 'Seals', reviewOn: '2026-11-30' },
  ],
  long_running: [
    ...toUnresolved,
    {
      type: 'ItemMadeLongRunning',
      at: '2026-10-21T01:00:00.000Z',
      plan: 'After the reform',
      inquiryOn: '2026-11-20',
    },
  ],
  referred_up: [
    ...toUnresolved,
    {
      type: 'ItemReferredUp',
      at: '2026-10-21T01:00:00.000Z',
      brief: 'Two laws clash.',
      to: 'Province',
      inquiryOn: '2026-11-20',
    },
  ],
  rebounded: [
    ...toResolved,
    struckOff,
    { type: 'ItemRebounded', at: '2026-11-20T01:00:00.000Z', reason: 'The licence was revoked.' },
  ],
  suspended: [
    ...toAdvancing,
    { type: 'ItemSuspended', at: '2026-10-15T01:00:00.000Z', reason: 'Lawsuit', reviewOn: '2026-10-30' },
  ],
};

/** The shortest history that leads to a stage: opened on Monday 12 October 2026, due on the 19th. */
export function itemHistory(stage: ItemStage, proposal: Partial<Proposal> = {}): readonly ItemEvent[] {
  return [{ ...proposed, ...proposal }, ...AFTER_PROPOSAL[stage]];
}
