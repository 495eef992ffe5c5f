import { describe, expect, it, test } from 'vitest';
import type { CardEvent } from '../card/card-event.ts';
import { COOPERATING, itemHistory, LEAD, STRANGER } from '../testing/index.ts';
import { demandsOfCard, demandsOfItem, medianOf } from './demand.ts';
import type { ItemEvent } from './item-event.ts';

const at = '2026-10-14T16:30:00.000Z';

describe('what an item asks of departments', () => {
  it('is a report for each that was given, on the day in Shanghai', () => {
    expect(demandsOfItem(itemHistory('advancing'))).toEqual([
      { nth: 5, kind: 'report', departmentId: LEAD, on: '2026-10-14' },
    ]);
  });

  const visit = {
    ...{
      type: 'VisitRecorded',
      at,
      kind: 'site_visit',
      on: '2026-10-13',
      place: 'Hall',
      departmentId: COOPERATING,
    },
    ...{ isAnnounced: false, inspectorIds: ['a', 'b'], text: '' },
  } as const satisfies ItemEvent;
  test.each<readonly [string, ItemEvent, readonly object[]]>([
    ['a visit', visit, [{ nth: 8, kind: 'visit', departmentId: COOPERATING, on: '2026-10-13' }]],
    [
      'a talk',
      { ...visit, kind: 'talk' },
      [{ nth: 8, kind: 'talk', departmentId: COOPERATING, on: '2026-10-13' }],
    ],
    [
      'a directive',
      {
        type: 'DirectiveGiven',
        at,
        directiveId: 'd',
        by: 'l',
        departmentId: LEAD,
        text: '',
        dueOn: '2026-11-01',
      },
      [{ nth: 8, kind: 'directive', departmentId: LEAD, on: '2026-10-15' }],
    ],
    [
      'a meeting of two, one named twice',
      {
        ...{ type: 'MeetingHeld', at, on: '2026-10-13', place: '', minutes: '', measures: [] },
        departmentIds: [LEAD, COOPERATING, LEAD],
      },
      [
        { nth: 8, kind: 'meeting', departmentId: LEAD, on: '2026-10-13' },
        { nth: 8, kind: 'meeting', departmentId: COOPERATING, on: '2026-10-13' },
      ],
    ],
    [
      'an inquiry, which asks the lead',
      { type: 'ItemInquired', at, by: 'i', text: '', nextOn: '2026-11-14' },
      [{ nth: 8, kind: 'inquiry', departmentId: STRANGER, on: '2026-10-15' }],
    ],
    [
      'a signature',
      {
        type: 'ItemSigned',
        at,
        isSilent: false,
        nextReportDue: { date: '2026-10-23', half: 'pm', provisional: false },
      },
      [],
    ],
  ])('counts %s', (_case, event, demands) => {
    expect(demandsOfItem([event], STRANGER, 8)).toEqual(demands);
  });
});

it('counts a card once it is issued, and the talks over it', () => {
  const events = [
    { type: 'CardDropped', at, by: 't', reason: '' },
    { type: 'CardIssued', at, by: 't', evidence: '', objectUntil: '2026-11-13', nthYellow: 1, points: 0 },
    { type: 'CardTalkHeld', at, by: 't', on: '2026-10-12', record: '' },
  ] as const satisfies readonly CardEvent[];
  expect(demandsOfCard(events, LEAD, 2)).toEqual([
    { nth: 3, kind: 'card', departmentId: LEAD, on: '2026-10-15' },
    { nth: 4, kind: 'talk', departmentId: LEAD, on: '2026-10-12' },
  ]);
});

test.each([
  [[], 0],
  [[7], 7],
  [[9, 1, 4], 4],
  [[8, 1, 2, 3], 2.5],
])('the median of %j is %d', (counts, median) => {
  expect(medianOf(counts)).toBe(median);
});
