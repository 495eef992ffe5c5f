import { foldSheet } from '../appraisal/sheet/evolve-sheet.ts';
import type { SheetEvent } from '../appraisal/sheet/sheet-event.ts';
import type { LineAtIssue, SheetLife, SheetStatus } from '../appraisal/sheet/sheet-life.ts';
import { aStaffMember, LEAD } from './people.ts';

export const appraisalAdmin = aStaffMember('appraisal_admin', 'appraisal-unit');
export const secondAppraisalAdmin = aStaffMember(
  'appraisal_admin',
  'appraisal-unit',
  'second-appraisal-admin',
);

/** Two points that the lead department lost in the third quarter. */
export const LATE_LINE: LineAtIssue = {
  lineId: 'line-1',
  departmentId: LEAD,
  account: 'supervision',
  centipoints: -2_00,
  policyVersion: 'scoring-1',
  isReversed: false,
  isCardOpen: false,
};

const by = appraisalAdmin.staffId;

const OPENED: SheetEvent = {
  type: 'SheetOpened',
  at: '2026-10-09T01:00:00.000Z',
  by,
  id: 'sheet-1',
  period: '2026-Q3',
  objectUntil: '2026-10-15',
  contentHash: 'provisional',
  policyVersion: 'scoring-1',
};

/** The head of the lead department objects to the late line on the first day. */
export const OBJECTED: SheetEvent = {
  type: 'SheetObjected',
  at: '2026-10-09T03:00:00.000Z',
  by: `department_head-of-${LEAD}`,
  objectionId: 'objection-1',
  departmentId: LEAD,
  account: 'supervision',
  line: LATE_LINE,
  grounds: '当日系统停机，无法提交。',
};

const STEPS: Readonly<Record<Exclude<SheetStatus, 'provisional'>, SheetEvent>> = {
  decided: { type: 'SheetDecided', at: '2026-10-16T01:00:00.000Z', by },
  published: {
    type: 'SheetPublished',
    at: '2026-10-16T02:00:00.000Z',
    by,
    edition: 1,
    contentHash: 'first',
  },
  frozen: { type: 'SheetFrozen', at: '2026-10-16T03:00:00.000Z', by, contentHash: 'first' },
  restating: {
    type: 'RestatementProposed',
    at: '2026-11-02T01:00:00.000Z',
    by,
    reason: '一张黄牌经复核撤销。',
    contentHash: 'second',
  },
  restated: {
    type: 'SheetRestated',
    at: '2026-11-02T02:00:00.000Z',
    by: secondAppraisalAdmin.staffId,
    edition: 2,
    contentHash: 'second',
  },
};
const ORDER = ['decided', 'published', 'frozen', 'restating', 'restated'] as const;

/** The events that lead the sheet of the third quarter of 2026 into a state; nobody objected. */
export function sheetHistory(status: SheetStatus): readonly SheetEvent[] {
  const steps = status === 'provisional' ? [] : ORDER.slice(0, ORDER.indexOf(status) + 1);
  return [OPENED, ...steps.map((step) => STEPS[step])];
}

export function aSheet(status: SheetStatus): SheetLife {
  return foldSheet(sheetHistory(status)) as SheetLife;
}

/** Provisional, with an objection that waits for its ruling. */
export function anObjectedSheet(): SheetLife {
  return foldSheet([OPENED, OBJECTED]) as SheetLife;
}
