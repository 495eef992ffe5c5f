import type { DepartmentSheet } from '@bihuan/api/domain';
import { pointsText } from '#lib/points.ts';

const WEIGHTED = ['indicator', 'supervision', 'satisfaction'] as const;

/** How a score was reached, as it can be reckoned after: (70 × 92.50 + 20 × 98.00 + 10 × 71.00) ÷ 100 + 1.50. */
export function scoreFormula({
  accounts,
  satisfactionRatio,
}: Pick<DepartmentSheet, 'accounts' | 'satisfactionRatio'>): string {
  const counted = WEIGHTED.filter((name) => accounts[name].effectiveWeightPercent > 0);
  const parts = counted.map((name) => `${accounts[name].weightPercent} × ${exactly(name)}`);
  const weight = counted.reduce((sum, name) => sum + accounts[name].weightPercent, 0);
  const adjustment = accounts.adjustment.centipoints ?? 0;
  const sign = adjustment < 0 ? '−' : '+';
  const adjusted = adjustment === 0 ? '' : ` ${sign} ${pointsText(Math.abs(adjustment))}`;
  return `(${parts.join(' + ')}) ÷ ${weight}${adjusted}`;

  /** Satisfaction as the fraction it is, where hundredths do not hold it. */
  function exactly(name: (typeof WEIGHTED)[number]): string {
    const shown = pointsText(accounts[name].centipoints ?? 0);
    if (name !== 'satisfaction' || satisfactionRatio === null) return shown;
    const { numerator, denominator } = satisfactionRatio;
    return (10_000 * numerator) % denominator === 0 ? shown : `100 × ${numerator} ÷ ${denominator}`;
  }
}

/** Millionths as a factor with four decimals at least and six at most: 975975 → 0.975975, 990000 → 0.9900. */
export function factorText(millionths: number): string {
  return (millionths / 1_000_000).toFixed(6).replace(/0{1,2}$/, '');
}

/** Hundredths: 105 → 1.05. */
export function coefficientText(hundredths: number): string {
  return pointsText(hundredths);
}
