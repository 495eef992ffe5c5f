import { describe, expect, it } from 'vitest';
import { anInspection, aRecordedFinding } from '../testing/an-inspection.ts';
import { LEAD, STRANGER } from '../testing/people.ts';
import { demandsOfInspection } from './demands-of-inspection.ts';
import { evolveInspection } from './evolve-inspection.ts';
import type { InspectionEvent, RecordedFinding } from './inspection-event.ts';
import { inspectionValues, takeInspectionSnapshot } from './inspection-snapshot.ts';

const at = '2026-10-14T01:00:00.000Z';
const recorded = (id: string, change: Partial<RecordedFinding>): InspectionEvent => ({
  ...{ type: 'InspectionFindingRecorded', at, by: 'inspector-of-inspection-unit' },
  finding: { ...aRecordedFinding, id, ...change },
});
const MORE: readonly InspectionEvent[] = [
  recorded('finding-2', { severity: 'grave', foundOn: '2026-10-13' }),
  recorded('finding-3', { departmentId: STRANGER, severity: 'minor', foundOn: '2026-10-14' }),
  recorded('finding-4', { foundOn: '2026-10-14' }),
  { type: 'InspectionFindingWithdrawn', at, by: 'x', findingId: 'finding-4', reason: '不实' },
  {
    ...{ type: 'FindingItemOpened', at, by: 'x', findingId: 'finding-2' },
    ...{ itemId: 'item-1', number: 'DB-2026-000001' },
  },
];

describe('takeInspectionSnapshot', () => {
  const state = MORE.reduce(evolveInspection, anInspection('under_way'));
  const names = new Map([
    [LEAD, '行政审批局'],
    [STRANGER, '城管局'],
  ]);
  const item = {
    ...{ id: 'item-1', number: 'DB-2026-000001', leadDepartmentId: LEAD, deadlineOn: '2026-10-30' },
    status: 'struck_off' as const,
  };
  const snapshot = takeInspectionSnapshot(state, [item], names, at);

  it('counts what stands, each department by itself, the one with most first', () => {
    expect(snapshot).toMatchObject({
      ...{ inspectors: 2, visits: 3, bySeverity: { minor: 1, serious: 1, grave: 1 } },
      departments: [
        {
          ...{ name: '行政审批局', visits: 2, items: 1, itemsStruckOff: 1 },
          bySeverity: { minor: 0, serious: 1, grave: 1 },
        },
        { name: '城管局', visits: 1, items: 0, itemsStruckOff: 0 },
      ],
      items: [{ number: 'DB-2026-000001', lead: '行政审批局' }],
    });
    expect(snapshot.findings.map(({ itemNumber }) => itemNumber)).toEqual([null, 'DB-2026-000001', null]);
  });

  it('fills the texts of the report', () => {
    expect(inspectionValues(snapshot)).toMatchObject({
      ...{ first_day: '2026年10月12日', last_day: '2026年10月16日', cut_day: '2026年10月14日' },
      ...{ departments: '2', findings: '3', minor: '1', serious: '1', grave: '1', visits: '3' },
      ...{ items: '1', items_open: '0', items_struck_off: '1', without_item: '2' },
    });
  });
});

it('costs a department one visit a day, however much was found, even where it was withdrawn', () => {
  expect(demandsOfInspection(MORE)).toEqual([
    { nth: 1, kind: 'visit', departmentId: LEAD, on: '2026-10-13' },
    { nth: 2, kind: 'visit', departmentId: STRANGER, on: '2026-10-14' },
    { nth: 3, kind: 'visit', departmentId: LEAD, on: '2026-10-14' },
  ]);
});
