import { describe, expect, it, test } from 'vitest';
import { DEFAULT_SCORING } from '../policy/scoring-policy.ts';
import type { ItemEvent } from '../supervision/item-event.ts';
import { itemHistory } from '../testing/index.ts';
import { scoreSupervision } from './score-supervision.ts';

const at = '2026-10-21T01:00:00.000Z';
const due = { date: '2026-10-19', half: 'pm', provisional: false } as const;
const struckOff: ItemEvent = { type: 'ItemStruckOff', at, isOnTime: true, departmentId: 'd-1' };
const crossed: ItemEvent & { type: 'DeadlineCrossed' } = {
  type: 'DeadlineCrossed',
  at,
  deadline: 'item',
  ref: '',
  due,
  level: 0,
  departmentId: 'd-1',
};
const rework: ItemEvent & { type: 'ItemSentToRework' } = {
  type: 'ItemSentToRework',
  at,
  reason: 'No seal.',
  isFalseRequest: false,
  departmentId: 'd-1',
  nextReportDue: due,
};

const score = (event: ItemEvent, onTimeSoFar = 0) => scoreSupervision(event, DEFAULT_SCORING, onTimeSoFar);
const points = (event: ItemEvent, onTimeSoFar = 0) =>
  score(event, onTimeSoFar).map(({ rule, centipoints }) => [rule, centipoints / 100]);

describe('striking off', () => {
  it('on time earns one point, with its arithmetic', () => {
    expect(score(struckOff)).toEqual([
      {
        departmentId: 'd-1',
        period: '2026-Q4',
        account: 'supervision',
        rule: 'struck_off_on_time',
        centipoints: 100,
        policyVersion: 'scoring-1',
        arithmetic: { nth: 1, cap: 10 },
        ordinal: 1,
      },
    ]);
  });

  test.each([
    [8, [['struck_off_on_time', 1]]],
    [9, [['struck_off_on_time', 1]]],
    [10, [['struck_off_on_time', 0]]],
    [11, [['struck_off_on_time', 0]]],
  ])('earns after %d others: %j', (soFar, lines) => {
    expect(points(struckOff, soFar)).toEqual(lines);
  });

  it('late earns nothing', () => {
    expect(points({ ...struckOff, isOnTime: false })).toEqual([]);
  });
});

describe('lateness', () => {
  it('costs two points, with its arithmetic', () => {
    expect(score(crossed)).toEqual([
      {
        departmentId: 'd-1',
        period: '2026-Q4',
        account: 'supervision',
        rule: 'late',
        centipoints: -200,
        policyVersion: 'scoring-1',
        arithmetic: { deadline: 'item', due: '2026-10-19', level: 0 },
        ordinal: null,
      },
    ]);
  });

  test.each([1, 2, 7])('costs one more at level %d', (level) => {
    expect(points({ ...crossed, level })).toEqual([['further_late', -1]]);
  });

  test.each(['sign_for', 'heartbeat', 'measure', 'verification'] as const)(
    'of %s is no overrun of the item and costs nothing',
    (deadline) => {
      expect(points({ ...crossed, deadline })).toEqual([]);
    },
  );
});

describe('rework', () => {
  it('costs three points', () => {
    expect(points(rework)).toEqual([['rework', -3]]);
  });

  it('after a false request costs ten more', () => {
    expect(points({ ...rework, isFalseRequest: true })).toEqual([
      ['rework', -3],
      ['false_request', -10],
    ]);
  });
});

test('a whole history: late by six working days, sent to rework once, struck off', () => {
  const history: readonly ItemEvent[] = [
    ...itemHistory('ready'),
    crossed,
    { ...crossed, level: 1 },
    rework,
    { ...struckOff, isOnTime: false },
  ];
  const lines = history.flatMap((event) => score(event));
  expect(lines.map((line) => line.centipoints)).toEqual([-200, -100, -300]);
});

test('the account starts at a hundred', () => {
  expect(DEFAULT_SCORING.supervisionBase).toBe(10_000);
});

test('another policy counts otherwise', () => {
  const strict = { ...DEFAULT_SCORING, version: 'scoring-2', late: -5_00, onTimeCap: 0 };
  expect(scoreSupervision(crossed, strict, 0)).toMatchObject([
    { centipoints: -500, policyVersion: 'scoring-2' },
  ]);
  expect(scoreSupervision(struckOff, strict, 0)).toMatchObject([{ centipoints: 0 }]);
});
