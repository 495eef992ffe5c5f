import { expect, test } from 'vitest';
import { pauseWhileAway, workingDaysLateUnpaused } from './paused-days.ts';
import { calendar2026 } from './testing/index.ts';

const due = { date: '2026-10-19', half: 'pm', provisional: false } as const;

test.each([
  ['2026-10-14T01:00:00.000Z', '2026-10-21', { from: '2026-10-15', to: '2026-10-21', reason: 'away' }],
  ['2026-10-14T01:00:00.000Z', '2026-10-15', { from: '2026-10-15', to: '2026-10-15', reason: 'away' }],
  ['2026-10-14T01:00:00.000Z', '2026-10-14', null],
  ['2026-10-19T10:00:00.000Z', '2026-10-21', { from: '2026-10-19', to: '2026-10-21', reason: 'away' }],
  ['2026-10-19T15:59:00.000Z', '2026-10-21', { from: '2026-10-19', to: '2026-10-21', reason: 'away' }],
  ['2026-10-19T16:00:00.000Z', '2026-10-21', { from: '2026-10-21', to: '2026-10-21', reason: 'away' }],
])('left at %s and back on %s', (leftAt, backOn, pause) => {
  expect(pauseWhileAway(leftAt, backOn, due, 'away')).toEqual(pause);
});

test('a morning deadline that is over is not given back', () => {
  const morning = { ...due, half: 'am' } as const;
  expect(pauseWhileAway('2026-10-19T03:59:00.000Z', '2026-10-20', morning, 'away')).toEqual({
    from: '2026-10-19',
    to: '2026-10-20',
    reason: 'away',
  });
  expect(pauseWhileAway('2026-10-19T04:00:00.000Z', '2026-10-20', morning, 'away')).toEqual({
    from: '2026-10-20',
    to: '2026-10-20',
    reason: 'away',
  });
});

test.each([
  ['2026-10-19T10:00:00.000Z', 0],
  ['2026-10-20T01:00:00.000Z', 1],
  ['2026-10-22T01:00:00.000Z', 1],
  ['2026-10-23T01:00:00.000Z', 2],
])('late on %s by %d working days, the 21st and 22nd not counted', (now, late) => {
  const pauses = [{ from: '2026-10-21', to: '2026-10-22', reason: 'away' }];
  const known = now < '2026-10-22' ? [] : pauses;
  expect(workingDaysLateUnpaused(due, now, known, calendar2026)).toBe(late);
});

test('days paused before the due date do not make a late one less late', () => {
  const pauses = [{ from: '2026-10-15', to: '2026-10-20', reason: 'away' }];
  expect(workingDaysLateUnpaused(due, '2026-10-21T01:00:00.000Z', pauses, calendar2026)).toBe(1);
});
