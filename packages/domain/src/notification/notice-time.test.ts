import { expect, it } from 'vitest';
import { workingCalendar } from '../calendar/index.ts';
import { afterQuiet, isOfficeOpen } from './notice-time.ts';

const night = { from: '21:00', to: '08:00' };

it.each([
  ['2026-10-12T12:59:00Z', '2026-10-12T12:59:00Z'],
  ['2026-10-12T13:00:00Z', '2026-10-13T00:00:00.000Z'],
  ['2026-10-12T23:59:00Z', '2026-10-13T00:00:00.000Z'],
  ['2026-10-13T00:00:00Z', '2026-10-13T00:00:00Z'],
])('a message of %s leaves at %s', (now, leaves) => {
  expect(afterQuiet(now, night)).toBe(leaves);
});

it('knows quiet hours within a day', () => {
  const noon = { from: '12:00', to: '14:00' };
  expect(afterQuiet('2026-10-12T05:00:00Z', noon)).toBe('2026-10-12T06:00:00.000Z');
  expect(afterQuiet('2026-10-12T06:00:00Z', noon)).toBe('2026-10-12T06:00:00Z');
});

it('opens on working days, make-up days among them', () => {
  const calendar = workingCalendar(
    [2026],
    [
      { date: '2026-10-01', kind: 'rest', name: '国庆节' },
      { date: '2026-10-10', kind: 'working', name: '国庆节' },
    ],
  );
  const office = { from: '09:00', to: '17:30' };
  expect(isOfficeOpen('2026-10-12T01:00:00Z', office, calendar)).toBe(true);
  expect(isOfficeOpen('2026-10-12T00:59:00Z', office, calendar)).toBe(false);
  expect(isOfficeOpen('2026-10-12T09:30:00Z', office, calendar)).toBe(false);
  expect(isOfficeOpen('2026-10-01T02:00:00Z', office, calendar)).toBe(false);
  expect(isOfficeOpen('2026-10-10T02:00:00Z', office, calendar)).toBe(true);
  expect(isOfficeOpen('2026-10-11T02:00:00Z', office, calendar)).toBe(false);
});
