import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendar2026, rows2026 } from '../testing/calendar-2026.ts';
import { dueDate, recomputeProvisional } from './due-date.ts';
import type { ClosedPause, Pause, ProofLine } from './due-date.ts';
import { addDays, instantAt } from './local-date.ts';
import { dayOf, workingCalendar } from './working-calendar.ts';
import type { CalendarDayRow } from './working-calendar.ts';

const calendar = calendar2026;
const filed30September = '2026-09-30T08:20:00.000Z';

const newYear2027: CalendarDayRow[] = [
  { date: '2027-01-01', kind: 'rest', name: '元旦' },
  { date: '2027-01-02', kind: 'rest', name: '元旦' },
  { date: '2027-01-03', kind: 'rest', name: '元旦' },
  { date: '2027-01-04', kind: 'rest', name: '元旦' },
];
const calendar2027 = workingCalendar([2026, 2027], [...rows2026, ...newYear2027]);

describe('across National Day', () => {
  it('proves 13 October day by day', () => {
    const { due, proof } = dueDate({ start: filed30September, workingDays: 5, calendar });
    expect(due).toEqual({ date: '2026-10-13', half: 'pm', provisional: false });
    expect(proof).toEqual<ProofLine[]>([
      {
        date: '2026-09-30',
        verdict: 'start',
        makeUp: false,
        name: null,
        halfDaysUsed: 0,
        provisional: false,
      },
      {
        date: '2026-10-01',
        verdict: 'holiday',
        makeUp: false,
        name: '国庆节',
        halfDaysUsed: 0,
        provisional: false,
      },
      {
        date: '2026-10-02',
        verdict: 'holiday',
        makeUp: false,
        name: '国庆节',
        halfDaysUsed: 0,
        provisional: false,
      },
      {
        date: '2026-10-03',
        verdict: 'holiday',
        makeUp: false,
        name: '国庆节',
        halfDaysUsed: 0,
        provisional: false,
      },
      {
        date: '2026-10-04',
        verdict: 'holiday',
        makeUp: false,
        name: '国庆节',
        halfDaysUsed: 0,
        provisional: false,
      },
      {
        date: '2026-10-05',
        verdict: 'holiday',
        makeUp: false,
        name: '国庆节',
        halfDaysUsed: 0,
        provisional: false,
      },
      {
        date: '2026-10-06',
        verdict: 'holiday',
        makeUp: false,
        name: '国庆节',
        halfDaysUsed: 0,
        provisional: false,
      },
      {
        date: '2026-10-07',
        verdict: 'holiday',
        makeUp: false,
        name: '国庆节',
        halfDaysUsed: 0,
        provisional: false,
      },
      {
        date: '2026-10-08',
        verdict: 'counted',
        makeUp: false,
        name: null,
        halfDaysUsed: 2,
        provisional: false,
      },
      {
        date: '2026-10-09',
        verdict: 'counted',
        makeUp: false,
        name: null,
        halfDaysUsed: 4,
        provisional: false,
      },
      {
        date: '2026-10-10',
        verdict: 'counted',
        makeUp: true,
        name: '国庆节',
        halfDaysUsed: 6,
        provisional: false,
      },
      {
        date: '2026-10-11',
        verdict: 'weekend',
        makeUp: false,
        name: null,
        halfDaysUsed: 6,
        provisional: false,
      },
      {
        date: '2026-10-12',
        verdict: 'counted',
        makeUp: false,
        name: null,
        halfDaysUsed: 8,
        provisional: false,
      },
      { date: '2026-10-13', verdict: 'due', makeUp: false, name: null, halfDaysUsed: 10, provisional: false },
    ]);
  });

  test.each(['2026-09-29T16:00:00.000Z', '2026-09-30T15:59:59.999Z'])(
    'does not mind the hour of filing: %s',
    (start) => {
      expect(dueDate({ start, workingDays: 5, calendar }).due.date).toBe('2026-10-13');
    },
  );

  it('gives what is filed on a rest day the same days', () => {
    const { due, proof } = dueDate({ start: instantAt('2026-10-04', '03:00'), workingDays: 5, calendar });
    expect(due.date).toBe('2026-10-13');
    expect(proof[0]).toEqual({
      date: '2026-10-04',
      verdict: 'start',
      makeUp: false,
      name: '国庆节',
      halfDaysUsed: 0,
      provisional: false,
    });
  });
});

describe('the length', () => {
  test.each([
    [0.5, '2026-10-08', 'am'],
    [1, '2026-10-08', 'pm'],
    [1.5, '2026-10-09', 'am'],
    [3, '2026-10-10', 'pm'],
    [15, '2026-10-27', 'pm'],
  ])('%d working days end on %s %s', (workingDays, date, half) => {
    expect(dueDate({ start: filed30September, workingDays, calendar }).due).toEqual({
      date,
      half,
      provisional: false,
    });
  });

  it('counts the last half-day as one', () => {
    const { proof } = dueDate({ start: filed30September, workingDays: 1.5, calendar });
    expect(proof.slice(-2).map(({ date, verdict, halfDaysUsed }) => [date, verdict, halfDaysUsed])).toEqual([
      ['2026-10-08', 'counted', 2],
      ['2026-10-09', 'due', 3],
    ]);
  });

  test.each([0, -1, 0.25, 1.3, Number.NaN, Number.POSITIVE_INFINITY])('must not be %d', (workingDays) => {
    expect(() => dueDate({ start: filed30September, workingDays, calendar })).toThrow(RangeError);
  });

  it('needs a real start', () => {
    expect(() => dueDate({ start: '2026-09-30', workingDays: 5, calendar })).toThrow(RangeError);
    expect(() => dueDate({ start: '2026-02-30T00:00:00.000Z', workingDays: 5, calendar })).toThrow(
      RangeError,
    );
  });
});

it('lands on a working day past holidays that touch a weekend: 24 December 2024 and three days are the 31st', () => {
  const christmas = workingCalendar(
    [2024],
    [
      { date: '2024-12-25', kind: 'rest', name: 'Christmas Day' },
      { date: '2024-12-26', kind: 'rest', name: 'Boxing Day' },
    ],
  );
  const { due, proof } = dueDate({
    start: instantAt('2024-12-24', '10:00'),
    workingDays: 3,
    calendar: christmas,
  });
  expect(due).toEqual({ date: '2024-12-31', half: 'pm', provisional: false });
  expect(proof.map(({ date, verdict }) => [date, verdict])).toEqual([
    ['2024-12-24', 'start'],
    ['2024-12-25', 'holiday'],
    ['2024-12-26', 'holiday'],
    ['2024-12-27', 'counted'],
    ['2024-12-28', 'weekend'],
    ['2024-12-29', 'weekend'],
    ['2024-12-30', 'counted'],
    ['2024-12-31', 'due'],
  ]);
});

describe('pauses', () => {
  it('withhold their days, first and last included', () => {
    const pauses: ClosedPause[] = [{ from: '2026-10-09', to: '2026-10-12', reason: 'awaiting_complainant' }];
    const { due, proof } = dueDate({ start: filed30September, workingDays: 5, calendar, pauses });
    expect(due).toEqual({ date: '2026-10-16', half: 'pm', provisional: false });
    expect(proof.slice(8)).toEqual<ProofLine[]>([
      {
        date: '2026-10-08',
        verdict: 'counted',
        makeUp: false,
        name: null,
        halfDaysUsed: 2,
        provisional: false,
      },
      {
        date: '2026-10-09',
        verdict: 'paused',
        makeUp: false,
        name: 'awaiting_complainant',
        halfDaysUsed: 2,
        provisional: false,
      },
      {
        date: '2026-10-10',
        verdict: 'paused',
        makeUp: true,
        name: 'awaiting_complainant',
        halfDaysUsed: 2,
        provisional: false,
      },
      {
        date: '2026-10-11',
        verdict: 'weekend',
        makeUp: false,
        name: null,
        halfDaysUsed: 2,
        provisional: false,
      },
      {
        date: '2026-10-12',
        verdict: 'paused',
        makeUp: false,
        name: 'awaiting_complainant',
        halfDaysUsed: 2,
        provisional: false,
      },
      {
        date: '2026-10-13',
        verdict: 'counted',
        makeUp: false,
        name: null,
        halfDaysUsed: 4,
        provisional: false,
      },
      {
        date: '2026-10-14',
        verdict: 'counted',
        makeUp: false,
        name: null,
        halfDaysUsed: 6,
        provisional: false,
      },
      {
        date: '2026-10-15',
        verdict: 'counted',
        makeUp: false,
        name: null,
        halfDaysUsed: 8,
        provisional: false,
      },
      { date: '2026-10-16', verdict: 'due', makeUp: false, name: null, halfDaysUsed: 10, provisional: false },
    ]);
  });

  it('withhold a day once where they overlap', () => {
    const pauses: ClosedPause[] = [
      { from: '2026-10-09', to: '2026-10-10', reason: 'awaiting_complainant' },
      { from: '2026-10-10', to: '2026-10-10', reason: 'suspended' },
    ];
    expect(dueDate({ start: filed30September, workingDays: 5, calendar, pauses }).due.date).toBe(
      '2026-10-15',
    );
  });

  it('give no due date while one is open', () => {
    const pauses: Pause[] = [{ from: '2026-10-10', to: null, reason: 'awaiting_complainant' }];
    const reckoned = dueDate({ start: filed30September, workingDays: 5, calendar, pauses });
    expect(reckoned).toMatchObject({ due: null, pausedSince: '2026-10-10' });
    expect(reckoned.proof.slice(-2)).toEqual<ProofLine[]>([
      {
        date: '2026-10-09',
        verdict: 'counted',
        makeUp: false,
        name: null,
        halfDaysUsed: 4,
        provisional: false,
      },
      {
        date: '2026-10-10',
        verdict: 'paused',
        makeUp: true,
        name: 'awaiting_complainant',
        halfDaysUsed: 4,
        provisional: false,
      },
    ]);
  });

  it('are open since the first of those still open', () => {
    const pauses: Pause[] = [
      { from: '2026-10-01', to: '2026-10-09', reason: 'system_down' },
      { from: '2026-10-04', to: null, reason: 'suspended' },
      { from: '2026-10-02', to: null, reason: 'awaiting_complainant' },
      { from: '2026-10-03', to: null, reason: 'suspended' },
    ];
    const reckoned = dueDate({ start: filed30September, workingDays: 5, calendar, pauses });
    expect(reckoned).toMatchObject({ due: null, pausedSince: '2026-10-02' });
    expect(reckoned.proof.at(-1)).toEqual({
      date: '2026-10-08',
      verdict: 'paused',
      makeUp: false,
      name: 'awaiting_complainant',
      halfDaysUsed: 0,
      provisional: false,
    });
  });

  it('change nothing once the due date has gone by', () => {
    const pauses: Pause[] = [{ from: '2026-10-14', to: null, reason: 'awaiting_complainant' }];
    expect(dueDate({ start: filed30September, workingDays: 5, calendar, pauses }).due).toEqual({
      date: '2026-10-13',
      half: 'pm',
      provisional: false,
    });
  });

  test.each([
    { from: '2026-10-10', to: '2026-10-09', reason: 'suspended' },
    { from: '2026-02-30', to: null, reason: 'suspended' },
    { from: '2026-10-10', to: '2026-10-32', reason: 'suspended' },
  ])('must begin before they end: $from to $to', (pause) => {
    expect(() => dueDate({ start: filed30September, workingDays: 5, calendar, pauses: [pause] })).toThrow(
      RangeError,
    );
  });
});

describe('a due date in a year not yet published', () => {
  const input = { start: instantAt('2026-12-29', '16:00'), workingDays: 5 };

  it('is provisional, and so are its days', () => {
    const { due, proof } = dueDate({ ...input, calendar });
    expect(due).toEqual({ date: '2027-01-06', half: 'pm', provisional: true });
    expect(proof.map(({ date, verdict, provisional }) => [date, verdict, provisional])).toEqual([
      ['2026-12-29', 'start', false],
      ['2026-12-30', 'counted', false],
      ['2026-12-31', 'counted', false],
      ['2027-01-01', 'holiday', true],
      ['2027-01-02', 'weekend', true],
      ['2027-01-03', 'weekend', true],
      ['2027-01-04', 'counted', true],
      ['2027-01-05', 'counted', true],
      ['2027-01-06', 'due', true],
    ]);
  });

  it('is firm where only the day of the event lies there', () => {
    const only2027 = workingCalendar([2027], newYear2027);
    expect(
      dueDate({ start: instantAt('2026-12-31', '09:00'), workingDays: 1, calendar: only2027 }).due,
    ).toEqual({
      date: '2027-01-05',
      half: 'pm',
      provisional: false,
    });
  });

  it('moves once when the year is published, and not again', () => {
    const before = dueDate({ ...input, calendar }).due;
    const first = recomputeProvisional(input, before, calendar2027);
    expect(first.moved).toBe(true);
    expect(first.due).toEqual({ date: '2027-01-07', half: 'pm', provisional: false });
    expect(first.proof.at(-1)).toEqual({
      date: '2027-01-07',
      verdict: 'due',
      makeUp: false,
      name: null,
      halfDaysUsed: 10,
      provisional: false,
    });

    const again = recomputeProvisional(input, first.due, calendar2027);
    expect([again.moved, again.due]).toEqual([false, { date: '2027-01-07', half: 'pm', provisional: false }]);

    const later = workingCalendar(
      [2026, 2027],
      [...rows2026, ...newYear2027, { date: '2027-01-05', kind: 'rest', name: '元旦' }],
    );
    const final = recomputeProvisional(input, first.due, later);
    expect([final.moved, final.due]).toEqual([false, { date: '2027-01-07', half: 'pm', provisional: false }]);
  });

  it('becomes firm without moving where the guess was right', () => {
    const asGuessed = workingCalendar(
      [2026, 2027],
      [...rows2026, { date: '2027-01-01', kind: 'rest', name: '元旦' }],
    );
    const { moved, due } = recomputeProvisional(input, dueDate({ ...input, calendar }).due, asGuessed);
    expect([moved, due]).toEqual([false, { date: '2027-01-06', half: 'pm', provisional: false }]);
  });

  it('stays provisional when another year is published', () => {
    const { moved, due } = recomputeProvisional(
      input,
      dueDate({ ...input, calendar }).due,
      workingCalendar([2026, 2028], rows2026),
    );
    expect([moved, due]).toEqual([false, { date: '2027-01-06', half: 'pm', provisional: true }]);
  });
});

describe('for every start, length and pause', () => {
  const day = fc.integer({ min: -30, max: 400 }).map((offset) => addDays('2026-01-01', offset));
  const start = fc
    .tuple(day, fc.constantFrom('00:00', '11:59', '12:00', '23:59'))
    .map(([date, time]) => instantAt(date, time));
  const workingDays = fc.integer({ min: 1, max: 60 }).map((halfDays) => halfDays / 2);
  const pause: fc.Arbitrary<ClosedPause> = fc
    .tuple(day, fc.nat(20))
    .map(([from, length]) => ({ from, to: addDays(from, length), reason: 'awaiting_complainant' }));
  const asked = fc.record({ start, workingDays, pauses: fc.array(pause, { maxLength: 3 }) });

  it('counts as many half-days as were asked for, and ends on a working day', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const { due, proof } = dueDate({ ...input, calendar });
        const counted = proof.filter((line) => line.verdict === 'counted').length;
        expect(counted * 2 + (due.half === 'am' ? 1 : 2)).toBe(input.workingDays * 2);
        expect(proof.at(-1)).toMatchObject({
          date: due.date,
          verdict: 'due',
          halfDaysUsed: input.workingDays * 2,
        });
        expect(dayOf(calendar, due.date).working).toBe(true);
      }),
    );
  });

  it('gives every day from the event to the due date one line', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const { proof } = dueDate({ ...input, calendar });
        const first = proof[0]?.date ?? '';
        expect(proof.map((line) => line.date)).toEqual(proof.map((_, n) => addDays(first, n)));
      }),
    );
  });

  it('never comes earlier for a pause', () => {
    fc.assert(
      fc.property(asked, pause, (input, more) => {
        const without = dueDate({ ...input, calendar }).due;
        const withIt = dueDate({ ...input, pauses: [...input.pauses, more], calendar }).due;
        expect(withIt.date >= without.date).toBe(true);
        expect(withIt.half).toBe(without.half);
      }),
    );
  });
});
