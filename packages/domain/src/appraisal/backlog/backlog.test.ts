import { describe, expect, it } from 'vitest';
import { ageClassOf, BacklogTally, standingOn } from './count-backlog.ts';
import type { OpenSpan } from './open-spans.ts';

const row = { about: 'item', id: 'i1', number: 'DB-1' } as const;
const span = (from: string, until: string | null, holder = 'd1'): OpenSpan => ({
  ...{ row, holder, from, until },
  since: '2026-10-01T02:00:00.000Z',
});

describe('backlog', () => {
  it('puts ages into classes', () => {
    expect([0, 3, 4, 7, 8, 15, 16, 30, 31].map(ageClassOf)).toEqual([
      ...['up_to_3', 'up_to_3', 'up_to_7', 'up_to_7', 'up_to_15', 'up_to_15'],
      ...['up_to_30', 'up_to_30', 'over_30'],
    ]);
  });

  it('counts what is open when the day is over in Shanghai, and no more', () => {
    const open = span('2026-10-01T02:00:00.000Z', '2026-10-04T15:59:59.000Z');
    expect(standingOn(open, '2026-09-30')).toBe(null);
    expect(standingOn(open, '2026-10-01')).toEqual({
      ...{ day: '2026-10-01', about: 'item', holder: 'd1', ageClass: 'up_to_3' },
    });
    expect(standingOn(open, '2026-10-03')).not.toBe(null);
    expect(standingOn(open, '2026-10-04')).toBe(null);
    expect(standingOn(span('2026-10-01T02:00:00.000Z', '2026-10-04T16:00:00.000Z'), '2026-10-04')).not.toBe(
      null,
    );
  });

  it('counts day by day, by holder and age, each case once a day', () => {
    const tally = new BacklogTally('2026-10-03', '2026-10-05');
    tally.add([
      span('2026-10-01T02:00:00.000Z', '2026-10-04T02:00:00.000Z', 'office'),
      span('2026-10-04T02:00:00.000Z', null),
    ]);
    tally.add([span('2026-10-05T02:00:00.000Z', null)]);
    expect(tally.counts().map(({ day, holder, ageClass, count }) => [day, holder, ageClass, count])).toEqual([
      ['2026-10-03', 'office', 'up_to_3', 1],
      ['2026-10-04', 'd1', 'up_to_3', 1],
      ['2026-10-05', 'd1', 'up_to_7', 2],
    ]);
  });
});
