import type { Overview } from '@bihuan/api';
import { expect, test } from 'vitest';
import { sentenceParts } from './sentence-parts.ts';

const overview: Overview = {
  ...{ asOf: '2026-11-02T01:00:00.000Z', period: '2026-Q4', firstDay: '2026-10-01', lastDay: '2026-12-31' },
  ...{ department: null, figures: [], sentences: [], categories: [] },
  departments: [{ id: 'd1', name: '招商服务局', nameEn: 'Investment Services' }],
};

test('each number of a sentence opens its rows', () => {
  const parts = sentenceParts(
    {
      ...{ code: 'points_lost', severity: 3, size: 600, cites: [] },
      ...{ departmentId: 'd1', lost: 600, cause: 'lost_late', lostOverIt: 450, things: 2 },
    },
    overview,
  );
  expect(parts.map(({ text }) => text).join('')).toBe(
    '招商服务局本季已扣 6 分，其中 4.5 分来自 2 件超期事项',
  );
  const rows = '/trends/rows?tally=lost_late&from=2026-10-01&to=2026-12-31&departmentId=d1';
  expect(parts.filter(({ href }) => href !== null)).toEqual([
    { text: '6', href: '/appraisal/d1?period=2026-Q4' },
    { text: '4.5', href: rows },
    { text: '2', href: rows },
  ]);
});

test('whole tens of points keep their zero', () => {
  const parts = sentenceParts(
    {
      ...{ code: 'points_lost', severity: 3, size: 1000, cites: [] },
      ...{ departmentId: 'd1', lost: 1000, cause: 'lost_rework', lostOverIt: 1000, things: 1 },
    },
    overview,
  );
  expect(parts.map(({ text }) => text).join('')).toBe('招商服务局本季已扣 10 分，全部来自 1 件返工事项');
});
