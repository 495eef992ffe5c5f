import type { BulletinForm } from '../bulletin/bulletin.ts';
import { foldInspection } from '../inspection/evolve-inspection.ts';
import type { Inspection, InspectionStatus } from '../inspection/inspection.ts';
import type { InspectionEvent, RecordedFinding } from '../inspection/inspection-event.ts';
import type { InspectionSnapshot } from '../inspection/inspection-snapshot.ts';
import { LEAD } from './people.ts';

export const INSPECTION_FORM: BulletinForm = {
  version: 'form-1',
  head: '专项督查报告',
  issuer: '开发区督查考核办公室',
  numberWord: '开督查报',
  headings: { situation: '督查情况' },
  words: {},
};

export const aRecordedFinding: RecordedFinding = {
  id: 'finding-1',
  departmentId: LEAD,
  place: '政务服务中心二楼综合窗口',
  foundOn: '2026-10-13',
  isAnnounced: false,
  inspectorIds: ['inspector-of-inspection-unit', 'second-inspector'],
  severity: 'serious',
  text: '窗口公示的材料清单比办事指南多两项。',
};

export const anInspectionSnapshot: InspectionSnapshot = {
  cutAt: '2026-10-20T01:00:00.000Z',
  number: 'DC-2026-000001',
  theme: '窗口一次性告知',
  basis: '开督发〔2026〕9号',
  fromOn: '2026-10-12',
  toOn: '2026-10-16',
  inspectors: 2,
  visits: 1,
  bySeverity: { minor: 0, serious: 1, grave: 0 },
  departments: [],
  findings: [],
  items: [],
};

/** The events that lead an inspection of the lead department into a state; nobody of the office wrote alone in its report. */
export function inspectionHistory(status: InspectionStatus): readonly InspectionEvent[] {
  const by = 'triage_admin-of-supervision-office';
  const planned: readonly InspectionEvent[] = [
    {
      type: 'InspectionPlanned',
      at: '2026-10-09T01:00:00.000Z',
      id: 'inspection-1',
      number: 'DC-2026-000001',
      theme: '窗口一次性告知',
      basis: '开督发〔2026〕9号',
      scope: { departmentIds: [LEAD], categories: ['business'] },
      fromOn: '2026-10-12',
      toOn: '2026-10-16',
      by,
    },
    {
      type: 'InspectionTeamFormed',
      at: '2026-10-09T02:00:00.000Z',
      by,
      members: [
        { staffId: 'inspector-of-inspection-unit', departmentIds: ['inspection-unit'] },
        { staffId: 'second-inspector', departmentIds: ['inspection-unit'] },
      ],
      proposedIds: ['inspector-of-inspection-unit'],
    },
  ];
  const rest: readonly InspectionEvent[] = [
    { type: 'InspectionBegun', at: '2026-10-12T01:00:00.000Z', by },
    {
      type: 'InspectionFindingRecorded',
      at: '2026-10-13T02:00:00.000Z',
      by: 'inspector-of-inspection-unit',
      finding: aRecordedFinding,
    },
    {
      type: 'InspectionReportDrafted',
      at: '2026-10-16T02:00:00.000Z',
      by,
      form: INSPECTION_FORM,
      texts: { title: '关于窗口一次性告知专项督查的报告' },
    },
    { type: 'InspectionReportSubmitted', at: '2026-10-16T03:00:00.000Z', by },
    {
      type: 'InspectionReportApproved',
      at: '2026-10-20T01:00:00.000Z',
      by: 'leader-of-leadership',
      reportNumber: '开督查报〔2026〕1号',
      snapshot: anInspectionSnapshot,
      contentHash: 'c0ffee',
      documentHash: 'd0c',
    },
  ];
  const cancelled: InspectionEvent = {
    type: 'InspectionCancelled',
    at: '2026-10-10T01:00:00.000Z',
    by,
    reason: '与上级督查合并进行。',
  };
  if (status === 'cancelled') return [...planned, cancelled];
  const steps = { planned: 0, under_way: 2, reporting: 3, awaiting_approval: 4, closed: 5 };
  return [...planned, ...rest.slice(0, steps[status])];
}

export function anInspection(status: InspectionStatus): Inspection {
  return foldInspection(inspectionHistory(status)) as Inspection;
}
