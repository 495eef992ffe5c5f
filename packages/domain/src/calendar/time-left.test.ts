import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendar2026 } from '../testing/calendar-2026.ts';
import { dueDate } from './due-date.ts';
import { addDays, instantAt } from './local-date.ts';
import { isPast, workingDaysLate, workingDaysLeft } from './time-left.ts';

const tuesdayEvening = { date: '2026-10-13', half: 'pm', provisional: false } as const;
const tuesdayNoon = { date: '2026-10-13', half: 'am', provisional: false } as const;
const fridayEvening = { date: '2026-10-16', half: 'pm', provisional: false } as const;

describe('isPast', () => {
  it('begins at noon for a morning', () => {
    expect(isPast(tuesdayNoon, '2026-10-13T03:59:59.999Z')).toBe(false);
    expect(isPast(tuesdayNoon, '2026-10-13T04:00:00.000Z')).toBe(true);
  });

  it('begins at midnight for an afternoon', () => {
    expect(isPast(tuesdayEvening, '2026-10-13T15:59:59.999Z')).toBe(false);
    expect(isPast(tuesdayEvening, '2026-10-13T16:00:00.000Z')).toBe(true);
  });
});

describe('working days left and late', () => {
  test.each([
    ['2026-09-30', '10:00', 5],
    ['2026-10-03', '10:00', 5],
    ['2026-10-08', '10:00', 4],
    ['2026-10-09', '23:59', 3],
    ['2026-10-10', '10:00', 2],
    ['2026-10-11', '10:00', 2],
    ['2026-10-12', '10:00', 1],
    ['2026-10-13', '00:00', 0],
    ['2026-10-13', '23:59', 0],
    ['2026-10-14', '00:00', -1],
    ['2026-10-16', '18:00', -3],
    ['2026-10-18', '18:00', -3],
    ['2026-10-19', '08:00', -4],
  ])('on %s at %s, due on the afternoon of the 13th: %d', (date, time, left) => {
    expect(workingDaysLeft(tuesdayEvening, instantAt(date, time), calendar2026)).toBe(left);
    expect(workingDaysLate(tuesdayEvening, instantAt(date, time), calendar2026)).toBe(left < 0 ? -left : 0);
  });

  test.each([
    ['2026-10-10', '10:00', 1.5],
    ['2026-10-12', '10:00', 0.5],
    ['2026-10-13', '11:59', 0],
    ['2026-10-13', '12:00', -0.5],
    ['2026-10-14', '09:00', -1.5],
  ])('on %s at %s, due on the morning of the 13th: %d', (date, time, left) => {
    expect(workingDaysLeft(tuesdayNoon, instantAt(date, time), calendar2026)).toBe(left);
    expect(workingDaysLate(tuesdayNoon, instantAt(date, time), calendar2026)).toBe(left < 0 ? -left : 0);
  });

  it('calls a Saturday after a due Friday half a day late, the Monday one', () => {
    expect(workingDaysLeft(fridayEvening, instantAt('2026-10-17', '10:00'), calendar2026)).toBe(-0.5);
    expect(workingDaysLate(fridayEvening, instantAt('2026-10-17', '10:00'), calendar2026)).toBe(0.5);
    expect(workingDaysLate(fridayEvening, instantAt('2026-10-19', '00:00'), calendar2026)).toBe(1);
  });

  it('leaves on the day of the event what was given', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 60 }), (offset, halfDays) => {
        const start = instantAt(addDays('2026-01-01', offset), '15:30');
        const { due } = dueDate({ start, workingDays: halfDays / 2, calendar: calendar2026 });
        expect(workingDaysLeft(due, start, calendar2026)).toBe(halfDays / 2);
      }),
    );
  });

  it('is negative exactly when late', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.nat(400),
        fc.constantFrom('am', 'pm'),
        fc.nat(23),
        (day, today, half, hour) => {
          const due = { date: addDays('2026-01-01', day), half, provisional: false } as const;
          const now = instantAt(addDays('2026-01-01', today), `${String(hour).padStart(2, '0')}:30`);
          expect(workingDaysLeft(due, now, calendar2026) < 0).toBe(isPast(due, now));
          expect(workingDaysLate(due, now, calendar2026) > 0).toBe(isPast(due, now));
        },
      ),
    );
  });
});
