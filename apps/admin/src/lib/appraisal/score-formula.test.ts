import { expect, test } from 'vitest';
import { factorText, scoreFormula } from './score-formula.ts';

const account = (centipoints: number | null, weightPercent: number) => ({
  centipoints,
  weightPercent,
  effectiveWeightPercent: centipoints === null ? 0 : weightPercent,
  lines: 1,
});
const sheet = (satisfaction: number | null, adjustment: number, ratio: readonly [number, number] | null) => ({
  accounts: {
    indicator: account(92_50, 70),
    supervision: account(98_00, 20),
    satisfaction: account(satisfaction, 10),
    adjustment: account(adjustment, 0),
  },
  satisfactionRatio: ratio && { numerator: ratio[0], denominator: ratio[1] },
});

test.each([
  [sheet(71_00, 1_50, [71_000, 100_000]), '(70 × 92.50 + 20 × 98.00 + 10 × 71.00) ÷ 100 + 1.50'],
  [sheet(null, -2_00, null), '(70 × 92.50 + 20 × 98.00) ÷ 90 − 2.00'],
  [sheet(60_71, 0, [42_500, 70_000]), '(70 × 92.50 + 20 × 98.00 + 10 × 100 × 42500 ÷ 70000) ÷ 100'],
])('writes the arithmetic of a score', (department, formula) => {
  expect(scoreFormula(department)).toBe(formula);
});

test.each([
  [975_975, '0.975975'],
  [990_000, '0.9900'],
  [0, '0.0000'],
  [1_050_000, '1.0500'],
])('%d millionths are written %s', (millionths, text) => {
  expect(factorText(millionths)).toBe(text);
});
