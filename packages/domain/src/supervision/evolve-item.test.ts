import { expect, it, test } from 'vitest';
import { BrokenStream } from '../broken-stream.ts';
import { anItem, findingA, itemHistory } from '../testing/index.ts';
import { evolveItem, foldItem } from './evolve-item.ts';
import type { ItemEvent } from './item-event.ts';

const at = '2026-10-20T02:00:00.000Z';
const due = { date: '2026-10-30', half: 'pm', provisional: false } as const;

it('begins with the proposal', () => {
  expect(foldItem(itemHistory('proposed'))).toEqual({
    status: 'proposed',
    id: 'item-1',
    number: 'DB-2026-0001',
    source: 'complaint',
    basis: 'Complaint BH-2026-0001',
    problem: 'The licence is not issued.',
    importance: 'normal',
    deadlineVersion: 'deadlines-1',
    proposedAt: '2026-10-12T03:00:00.000Z',
    proposedBy: 'triage_admin-of-supervision-office',
    complaintIds: ['complaint-1'],
    besideIds: [],
    returns: 0,
    reworks: 0,
    measures: [],
    reports: [],
    findings: [],
    crossings: [],
    rejections: [],
    extensions: [],
    directives: [],
    teams: [],
    escalations: [],
    nearings: [],
    assessments: [],
    notice: null,
    wait: null,
    waits: [],
  });
  expect(foldItem([])).toBeNull();
});

test.each<ItemEvent>([
  { type: 'ItemSigned', at, isSilent: false, nextReportDue: due },
  { type: 'ItemReturned', at, reason: '', legalBasis: '' },
  { type: 'ReturnRuled', at, ruling: 'reject', text: '', signDue: due },
  { type: 'MeasureCompleted', at, measureId: 'm', evidence: '', departmentId: 'd' },
  { type: 'StrikeOffRequested', at, by: 's', claim: '' },
  { type: 'VerificationOpened', at, inspectorId: 'i', due },
  findingA(true),
  { type: 'ItemStruckOff', at, isOnTime: true, departmentId: 'd' },
  { type: 'ItemWatched', at, focus: '', reviewOn: '2026-12-01' },
  { type: 'ItemMadeLongRunning', at, plan: '', inquiryOn: '2026-12-01' },
  { type: 'ItemReferredUp', at, brief: '', to: '' },
  { type: 'ItemSentToRework', at, reason: '', isFalseRequest: false, departmentId: 'd', nextReportDue: due },
  { type: 'ItemTakenUpAgain', at, reason: '', nextReportDue: due },
  { type: 'ItemResumed', at, reason: '' },
  { type: 'ItemRebounded', at, reason: '' },
  { type: 'ClocksResumed', at, backAt: at },
  { type: 'DueDateRecomputed', at, deadline: 'item', before: due, due },
])('finds the stream broken where $type follows a proposal', (event) => {
  expect(() => evolveItem(anItem().proposed(), event)).toThrow(BrokenStream);
  expect(() => evolveItem(null, event)).toThrow(BrokenStream);
});

it('keeps measures done under an earlier assignment', () => {
  const rebounded = itemHistory('rebounded');
  const assigned = itemHistory('assigned').at(-1) as ItemEvent & { type: 'ItemAssigned' };
  const [plan] = assigned.measures;
  if (plan === undefined) throw new Error('no measure');
  const state = foldItem([...rebounded, { ...assigned, at, measures: [{ ...plan, id: 'measure-3' }] }]);
  expect(state).toMatchObject({
    status: 'assigned',
    assignedAt: at,
    findings: [],
    interruptions: [],
    measures: [
      { id: 'measure-of-lead', completedAt: '2026-10-16T01:00:00.000Z' },
      { id: 'measure-of-cooperating', completedAt: '2026-10-15T01:00:00.000Z' },
      { id: 'measure-3', completedAt: null },
    ],
  });
});
