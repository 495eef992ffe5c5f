import { describe, expect, it } from 'vitest';
import { calendar2026 } from '../testing/calendar-2026.ts';
import { itemHistory } from '../testing/index.ts';
import { daysUsed } from './days-used.ts';
import type { ItemEvent } from './item-event.ts';

const LEAD = 'lead-department';
const COOPERATING = 'cooperating-department';

const measured = (measureId: string, departmentId: string, at: string): ItemEvent => ({
  type: 'MeasureCompleted',
  at,
  measureId,
  evidence: 'a file',
  departmentId,
});
const crossed = (at: string, level: number, departmentId: string): ItemEvent => ({
  type: 'DeadlineCrossed',
  at,
  deadline: 'item',
  ref: '',
  due: { date: '2026-10-20', half: 'pm', provisional: false },
  level,
  departmentId,
});

/** Given on Monday 12 October 2026 with 5 working days; the lead is done on Thursday 15 October, and the complainant is asked that
 * day and answers the next: due on 20 October. */
const late: readonly ItemEvent[] = [
  ...itemHistory('advancing'),
  measured('measure-of-lead', LEAD, '2026-10-15T02:00:00.000Z'),
  {
    type: 'ClocksPaused',
    at: '2026-10-15T03:00:00.000Z',
    until: { date: '2026-10-29', half: 'pm', provisional: false },
  },
  { type: 'ClocksResumed', at: '2026-10-16T08:00:00.000Z', backAt: '2026-10-16T08:00:00.000Z' },
  {
    type: 'DueDateRecomputed',
    at: '2026-10-16T08:00:00.000Z',
    deadline: 'item',
    before: { date: '2026-10-19', half: 'pm', provisional: false },
    due: { date: '2026-10-20', half: 'pm', provisional: false },
  },
  crossed('2026-10-20T16:00:00.000Z', 0, COOPERATING),
  crossed('2026-10-27T01:00:00.000Z', 1, COOPERATING),
  measured('measure-of-cooperating', COOPERATING, '2026-10-27T02:00:00.000Z'),
  { type: 'StrikeOffRequested', at: '2026-10-27T08:00:00.000Z', by: 'lead-officer', claim: 'Done.' },
];

describe('days used by each side', () => {
  it('of 12 are 3 of the lead, 7 of the cooperating department, 1 of the complainant and 1 of the office', () => {
    expect(daysUsed(late, '2026-10-28T02:00:00.000Z', calendar2026)).toEqual({
      total: 12,
      sums: { lead: 3, cooperating: 7, complainant: 1, office: 1 },
      stretches: [
        {
          side: 'lead',
          departmentId: LEAD,
          why: 'sign',
          from: '2026-10-13',
          to: '2026-10-13',
          workingDays: 1,
        },
        {
          side: 'lead',
          departmentId: LEAD,
          why: 'measures',
          from: '2026-10-14',
          to: '2026-10-15',
          workingDays: 2,
        },
        {
          ...{ side: 'complainant', departmentId: null, why: 'answer' },
          ...{ from: '2026-10-16', to: '2026-10-16', workingDays: 1 },
        },
        {
          ...{ side: 'cooperating', departmentId: COOPERATING, why: 'measures' },
          ...{ from: '2026-10-19', to: '2026-10-27', workingDays: 7 },
        },
        {
          ...{ side: 'office', departmentId: null, why: 'verification' },
          ...{ from: '2026-10-28', to: '2026-10-28', workingDays: 1 },
        },
      ],
      overruns: [
        { departmentId: COOPERATING, level: 0, dueOn: '2026-10-20' },
        { departmentId: COOPERATING, level: 1, dueOn: '2026-10-20' },
      ],
    });
  });

  it('are none on the day of the event, nor on days of rest', () => {
    const assigned = itemHistory('assigned');
    expect(daysUsed(assigned, '2026-10-12T08:00:00.000Z', calendar2026)).toMatchObject({
      total: 0,
      stretches: [],
    });
    expect(daysUsed(itemHistory('signed'), '2026-10-18T08:00:00.000Z', calendar2026)).toMatchObject({
      total: 4,
      sums: { lead: 4, office: 0 },
    });
  });

  it('end with the strike-off', () => {
    const struckOff = daysUsed(itemHistory('struck_off'), '2026-12-01T02:00:00.000Z', calendar2026);
    expect(struckOff).toMatchObject({
      total: 7,
      sums: { lead: 4, cooperating: 0, complainant: 0, office: 3 },
    });
    expect(struckOff?.stretches.at(-1)).toMatchObject({
      why: 'verification',
      from: '2026-10-19',
      to: '2026-10-21',
    });
  });

  it('are the office’s while an item that was due waits for the decision on its extension', () => {
    const waiting: readonly ItemEvent[] = [
      ...itemHistory('ready'),
      {
        type: 'ExtensionRequested',
        at: '2026-10-19T02:00:00.000Z',
        by: 'lead-head',
        workingDays: 5,
        reason: 'Tests',
      },
    ];
    expect(daysUsed(waiting, '2026-10-21T02:00:00.000Z', calendar2026)?.stretches.at(-1)).toEqual({
      ...{ side: 'office', departmentId: null, why: 'extension' },
      ...{ from: '2026-10-20', to: '2026-10-21', workingDays: 2 },
    });
  });

  it('are unknown before anybody is answerable', () => {
    expect(daysUsed(itemHistory('registered'), '2026-10-21T02:00:00.000Z', calendar2026)).toBeNull();
  });
});
