import { describe, expect, it } from 'vitest';
import { DEFAULT_SIGNALS } from '../../policy/signal-policy.ts';
import { findGaming } from './find-gaming.ts';
import type { Done, GamingFacts } from './gaming-facts.ts';

const policy = DEFAULT_SIGNALS.gaming;
const nothing: GamingFacts = {
  ...{ period: '2026-Q4', lastDay: '2026-12-31', closesAt: '17:30' },
  ...{ closings: [], requests: [], cases: [], returns: [], ratings: [], exclusions: [], merges: [] },
};
const find = (facts: Partial<GamingFacts>) => findGaming({ ...nothing, ...facts }, policy);
const done = (number: string, at: string, departmentId = 'd1'): Done => ({
  ...{ row: { about: 'complaint', id: number, number }, departmentId, at },
});
const times = <One>(count: number, make: (index: number) => One) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('findGaming', () => {
  it('finds nothing where there is nothing', () => {
    expect(find({})).toEqual([]);
  });

  it('finds complaints that came back within fifteen days of being closed', () => {
    const closing = (number: string, cameBackAt: string | null) => ({
      ...{ ...done(number, '2026-10-10T02:00:00.000Z'), cameBackAt },
    });
    const back = [
      closing('A', '2026-10-11T02:00:00.000Z'),
      closing('B', '2026-10-25T02:00:00.000Z'),
      closing('C', '2026-10-25T02:00:00.001Z'),
    ];
    expect(find({ closings: back })).toEqual([]);
    expect(
      find({ closings: [...back, closing('D', '2026-10-12T02:00:00.000Z'), closing('E', null)] }),
    ).toEqual([
      {
        ...{ kind: 'closed_then_reopened', departmentId: 'd1', period: '2026-Q4', subjectId: null },
        rows: ['A', 'B', 'D'].map((number) => ({ about: 'complaint', id: number, number })),
        values: { cameBack: 3, closed: 5 },
      },
    ]);
  });

  it('finds requests in the last half hour of the day they were due', () => {
    const request = (at: string) => ({ ...done(at, at), dueOn: '2026-10-15' });
    const last = ['2026-10-15T09:00:00.000Z', '2026-10-15T09:29:00.000Z', '2026-10-15T11:00:00.000Z'];
    const before = ['2026-10-15T08:59:59.000Z', '2026-10-14T09:29:00.000Z', '2026-10-16T09:29:00.000Z'];
    expect(find({ requests: [...last.slice(1), ...before].map(request) })).toEqual([]);
    expect(find({ requests: [...last, ...before].map(request) })).toMatchObject([
      { kind: 'closed_at_last_minute', rows: [{}, {}, {}], values: { lastMinute: 3, requests: 6 } },
    ]);
  });

  it('finds a department whose cases are called back more seldom than all others', () => {
    const cases = (departmentId: string, called: number, of: number) =>
      times(of, (index) => ({
        ...done(`${departmentId}-${index}`, '2026-10-15T02:00:00.000Z', departmentId),
        isCalledBack: index < called,
      }));
    expect(find({ cases: [...cases('d1', 7, 10), ...cases('d2', 9, 10)] })).toMatchObject([
      { kind: 'callback_coverage', departmentId: 'd1', values: { share: 70, others: 90, cases: 10 } },
    ]);
    expect(find({ cases: [...cases('d1', 8, 10), ...cases('d2', 9, 10)] })).toEqual([]);
    expect(find({ cases: [...cases('d1', 0, 9), ...cases('d2', 10, 10)] })).toEqual([]);
  });

  it('finds an item that was returned twice, and names who returned it first', () => {
    const item = { about: 'item', id: 'i1', number: 'DB-1' } as const;
    const returns = [
      { row: item, departmentId: 'd2', at: '2026-10-12T02:00:00.000Z' },
      { row: item, departmentId: 'd1', at: '2026-10-10T02:00:00.000Z' },
    ];
    expect(find({ returns })).toEqual([
      {
        ...{ kind: 'returned_repeatedly', departmentId: 'd1', period: '2026-Q4', subjectId: 'i1' },
        ...{ rows: [item], values: { returns: 2 } },
      },
    ]);
    expect(find({ returns: returns.slice(1) })).toEqual([]);
  });

  it('finds ten ratings of five stars within a day, unless another level is between', () => {
    const rating = (minute: number, level: 'very_satisfied' | 'satisfied' = 'very_satisfied') => ({
      ...{ ...done(`R${minute}`, new Date(Date.UTC(2026, 9, 15, 0, minute)).toISOString()), level },
    });
    const ten = times(10, (index) => rating(index * 10));
    expect(find({ ratings: ten })).toMatchObject([
      { kind: 'five_star_run', values: { run: 10, ratings: 10 } },
    ]);
    expect(find({ ratings: [...ten, rating(45, 'satisfied')] })).toEqual([]);
    expect(find({ ratings: times(10, (index) => rating(index * 161)) })).toEqual([]);
  });

  it('finds exclusions and merges heaped before the end of the period', () => {
    const last = ['2026-12-26T16:00:00.000Z', '2026-12-29T02:00:00.000Z', '2026-12-31T15:59:59.000Z'];
    const heap = last.map((at) => done(at, at));
    expect(find({ exclusions: heap, merges: heap })).toMatchObject([
      { kind: 'excluded_before_period_end', values: { atEnd: 3, inPeriod: 3 } },
      { kind: 'merged_before_period_end', values: { atEnd: 3, inPeriod: 3 } },
    ]);
    const spread = times(4, (index) => done(`S${index}`, `2026-11-0${index + 1}T02:00:00.000Z`));
    expect(find({ merges: [...heap, ...spread] })).toEqual([]);
    expect(find({ merges: [...heap.slice(1), done('X', '2026-12-26T15:59:59.000Z')] })).toEqual([]);
  });
});
