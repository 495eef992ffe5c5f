import { expect, test } from 'vitest';
import { DEFAULT_CARDS } from '../policy/card-policy.ts';
import type { DeadlineKind, ItemEvent } from '../supervision/item-event.ts';
import { aCard, anItem, cardHistory } from '../testing/index.ts';
import { cardsOfCardEvent, cardsOfItemEvent } from './cards-of-event.ts';

const crossed = (deadline: DeadlineKind, level: number, provisional = false): ItemEvent => ({
  type: 'DeadlineCrossed',
  at: '2026-10-12T01:00:00.000Z',
  deadline,
  ref: '',
  due: { date: '2026-10-09', half: 'pm', provisional },
  level,
  departmentId: 'lead-department',
});

const rework = (isFalseRequest: boolean): ItemEvent => ({
  type: 'ItemSentToRework',
  at: '2026-10-12T01:00:00.000Z',
  reason: 'Not done.',
  isFalseRequest,
  departmentId: 'lead-department',
  nextReportDue: { date: '2026-10-22', half: 'pm', provisional: false },
});

test.each([
  ['late sign-for', crossed('sign_for', 0), 'yellow', 'late_sign_for'],
  ['heartbeat missed', crossed('heartbeat', 0), 'yellow', 'heartbeat_missed'],
  ['one working day over', crossed('item', 0), 'yellow', 'overdue'],
  ['five working days over', crossed('item', 1), 'red', 'long_overdue'],
])('%s', (_, event, colour, cause) => {
  const calls = cardsOfItemEvent(event, anItem().overdue(), DEFAULT_CARDS);
  expect(calls).toMatchObject([{ colour, cause, departmentId: 'lead-department', isRaised: false }]);
});

test.each([
  ['ten working days over', crossed('item', 2)],
  ['a late measure', crossed('measure', 0)],
  ['a late verification', crossed('verification', 0)],
  ['a provisional date', crossed('item', 0, true)],
])('%s calls for no card', (_, event) => {
  expect(cardsOfItemEvent(event, anItem().overdue(), DEFAULT_CARDS)).toEqual([]);
});

test('the first rework is yellow, the second and a false request red', () => {
  const item = anItem().rework();
  expect(cardsOfItemEvent(rework(false), { ...item, reworks: 1 }, DEFAULT_CARDS)).toMatchObject([
    { colour: 'yellow', cause: 'rework', causeRef: 'rework:1' },
  ]);
  expect(cardsOfItemEvent(rework(false), { ...item, reworks: 2 }, DEFAULT_CARDS)).toMatchObject([
    { colour: 'red', cause: 'second_rework', causeRef: 'rework:2' },
  ]);
  expect(cardsOfItemEvent(rework(true), { ...item, reworks: 1 }, DEFAULT_CARDS)).toMatchObject([
    { colour: 'red', cause: 'false_request' },
  ]);
});

test('a listed item starts at red', () => {
  const calls = cardsOfItemEvent(
    crossed('item', 0),
    anItem({ importance: 'listed' }).overdue(),
    DEFAULT_CARDS,
  );
  expect(calls).toMatchObject([{ colour: 'red', cause: 'overdue', isRaised: true }]);
});

test('the second yellow card on one item calls for a red one, the first and the third do not', () => {
  const issued = cardHistory('issued').at(-1);
  if (issued?.type !== 'CardIssued') throw new Error('the history ends with the issue');
  expect(cardsOfCardEvent(issued, aCard('issued'))).toEqual([]);
  expect(cardsOfCardEvent({ ...issued, nthYellow: 2 }, aCard('issued'))).toEqual([
    {
      departmentId: 'lead-department',
      colour: 'red',
      cause: 'second_yellow',
      causeRef: 'DB-2026-7K3QF2-1',
      isRaised: false,
    },
  ]);
  expect(cardsOfCardEvent({ ...issued, nthYellow: 3 }, aCard('issued'))).toEqual([]);
});
