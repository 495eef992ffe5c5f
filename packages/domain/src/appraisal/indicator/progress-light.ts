import type { BulletinMonth } from '../../bulletin/bulletin-month.ts';
import type { IndicatorPolicy } from '../../policy/indicator-policy.ts';
import { comparedBy } from './due-by.ts';
import type { IndicatorDefinition } from './indicator.ts';
import { indicatorPoints } from './indicator-points.ts';
import type { Measured } from './measured-value.ts';

export const LIGHTS = ['green', 'yellow', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

export type Progress = {
  readonly light: Light;
  /** Share of what was due by now that is reached, in hundredths of a percent, rounded down, not below zero. */
  readonly pace: number;
};

type Share = { readonly over: bigint; readonly under: bigint };

const WHOLE: Share = { over: 1n, under: 1n };
const NONE: Share = { over: 0n, under: 1n };

/**
 * How far an indicator is at the end of a month, beside how far it should be by then. The light is decided on the exact share;
 * the one shown is rounded down, so that nothing that says 85 is red. Source: domain.md, Appraisal (month).
 */
export function progressOf(
  definition: IndicatorDefinition,
  value: Measured,
  month: BulletinMonth,
  policy: IndicatorPolicy,
): Progress {
  const { over, under } = shareReached(definition, value, month, policy);
  const isFrom = (hundredths: number) => over * 10_000n >= BigInt(hundredths) * under;
  const light = isFrom(policy.greenFrom) ? 'green' : isFrom(policy.yellowFrom) ? 'yellow' : 'red';
  return { light, pace: over <= 0n ? 0 : Number((over * 10_000n) / under) };
}

function shareReached(
  definition: IndicatorDefinition,
  value: Measured,
  month: BulletinMonth,
  policy: IndicatorPolicy,
): Share {
  const { method, direction } = definition;
  if (method.kind === 'deduction') {
    const { centipoints } = indicatorPoints(definition, value, month, policy);
    return { over: BigInt(centipoints), under: BigInt(policy.pointsAtTarget) };
  }
  const { value: reached, target, base } = comparedBy(definition, value, month);
  const due = direction === 'up' ? target : -target;
  if (due > 0n) return { over: direction === 'up' ? reached : 2n * due + reached, under: due };
  // A target of zero or below has no share of itself: it is reached, or one looks how far it is from the base.
  if (reached >= target) return WHOLE;
  return base === null || base >= target ? NONE : { over: reached - base, under: target - base };
}
