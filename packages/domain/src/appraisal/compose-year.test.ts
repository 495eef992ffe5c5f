import { expect, it } from 'vitest';
import { DEFAULT_APPRAISAL } from '../policy/appraisal-policy.ts';
import { composeYear } from './compose-year.ts';
import type { DepartmentSheet, PeriodSheet } from './period-sheet.ts';

function quarter(
  scores: Readonly<Record<string, number | null>>,
  ended: readonly string[] = [],
): PeriodSheet {
  const departments = Object.entries(scores).map(([code, composite]) => ({
    departmentId: code,
    code,
    name: code,
    nameEn: code,
    groupId: code.slice(0, 1),
    composite,
    notes: ended.includes(code) ? ['ended_in_period'] : [],
  }));
  return { departments: departments as unknown as readonly DepartmentSheet[] } as PeriodSheet;
}

const shortly = (quarters: readonly PeriodSheet[]) =>
  composeYear(quarters, DEFAULT_APPRAISAL).map(({ code, mean, rankInGroup, isOnList }) => [
    code,
    mean,
    rankInGroup,
    isOnList,
  ]);

it('is the mean of the quarters with a score, rounded once, and lists the first of each group', () => {
  const quarters = [
    quarter({ A1: 90_00, A2: 95_00, B1: 88_00 }),
    quarter({ A1: 95_01, A2: null, B1: 85_00 }),
  ];
  // A1: (90.00 + 95.01) ÷ 2 = 92.505, half up
  expect(shortly(quarters)).toEqual([
    ['A1', 92_51, 2, false],
    ['A2', 95_00, 1, false],
    ['B1', 86_50, 1, false],
  ]);
  const three = [...quarters, quarter({ A1: 99_00, A2: 91_00, B1: 99_99 })];
  // A1: 284.01 ÷ 3 · A2: (95 + 91) ÷ 2 · B1: 272.99 ÷ 3
  expect(shortly(three)).toEqual([
    ['A1', 94_67, 1, true],
    ['A2', 93_00, 2, false],
    ['B1', 91_00, 1, true],
  ]);
});

it('lists all that share the place, and nobody who ended', () => {
  const same = { A1: 95_00, A2: 95_00, A3: 99_00 };
  expect(shortly([quarter(same), quarter(same, ['A3'])])).toEqual([
    ['A1', 95_00, 1, true],
    ['A2', 95_00, 1, true],
    ['A3', 99_00, null, false],
  ]);
  expect(composeYear([], DEFAULT_APPRAISAL)).toEqual([]);
});
