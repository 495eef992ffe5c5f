import { localDateOf, shanghaiTimeOf, workingCalendar } from '@bihuan/api/domain';
import { expect, it } from 'vitest';
import { openChance } from './chance.ts';
import { openOfficeHours } from './office-hours.ts';

const calendar = workingCalendar(
  [2026],
  [
    ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((date) => ({
      date,
      kind: 'rest' as const,
      name: '国庆节',
    })),
    { date: '2026-10-10', kind: 'working', name: '国庆节' },
  ],
);
const hours = openOfficeHours(calendar, '2026-09-28', '2026-10-12');
const chance = openChance('hours');

it('goes from one half-day to the next, over a holiday', () => {
  const nine = '2026-09-30T07:00:00.000Z';
  expect(localDateOf(hours.after(nine, 1, chance))).toBe('2026-10-08');
  expect(localDateOf(hours.after(nine, 5, chance))).toBe('2026-10-10');
  expect(localDateOf(hours.before('2026-10-08T02:00:00.000Z', 1, chance))).toBe('2026-09-30');
});

it('counts an evening as before the next morning', () => {
  const evening = '2026-09-29T13:00:00.000Z';
  const next = shanghaiTimeOf(hours.after(evening, 1, chance));
  expect(next.date).toBe('2026-09-30');
  expect(next.hour).toBeLessThan(12);
  expect(localDateOf(hours.after(evening, 0, chance))).toBe('2026-09-30');
});

it('goes on a little later in the same half-day', () => {
  const ten = '2026-09-29T02:00:00.000Z';
  const soon = hours.after(ten, 0, chance);
  expect(Date.parse(soon) - Date.parse(ten)).toBeGreaterThanOrEqual(8 * 60_000);
  expect(Date.parse(soon) - Date.parse(ten)).toBeLessThanOrEqual(40 * 60_000);
});

it('knows the working day some days on, and the half-days there are', () => {
  expect(hours.dayAfter('2026-09-30', 2)).toBe('2026-10-09');
  expect(hours.until('2026-10-08T04:00:00.000Z')).toHaveLength(7);
});
