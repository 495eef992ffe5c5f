import type { BulletinMonth } from '../../bulletin/bulletin-month.ts';
import type { IndicatorPolicy } from '../../policy/indicator-policy.ts';
import { comparedBy, twelfthsOf } from './due-by.ts';
import type { IndicatorDefinition, MethodRule } from './indicator.ts';
import { measuredText, rounded, type Measured } from './measured-value.ts';

/** Hundredths of a point, with what they were computed from. */
export type IndicatorPoints = {
  readonly centipoints: number;
  readonly arithmetic: Readonly<Record<string, string | number>>;
};

/** What a result of a month comes to by the method of its indicator. Source: docs/rules/indicators.md. */
export function indicatorPoints(
  definition: IndicatorDefinition,
  value: Measured,
  month: BulletinMonth,
  policy: IndicatorPolicy,
): IndicatorPoints {
  const { method } = definition;
  const centipoints = byMethod(method, definition, value, month, policy);
  return { centipoints, arithmetic: { ...read(definition, value, month, policy), policy: policy.version } };
}

function byMethod(
  method: MethodRule,
  definition: IndicatorDefinition,
  value: Measured,
  month: BulletinMonth,
  policy: IndicatorPolicy,
): number {
  const compared = comparedBy(definition, value, month);
  switch (method.kind) {
    case 'linear':
      return linear(compared, policy);
    case 'steps':
      return (
        method.steps.findLast(({ from }) => compared.value >= compared.threshold(from))?.centipoints ?? 0
      );
    case 'pass_fail':
      return compared.value >= compared.target ? policy.pointsAtTarget : 0;
    case 'deduction': {
      const over = value - definition.target;
      if (over <= 0) return policy.pointsAtTarget;
      const taken = rounded(BigInt(over) * BigInt(method.each), BigInt(method.per));
      return Math.max(0, policy.pointsAtTarget - taken);
    }
    case 'jury':
      return rounded(BigInt(value), 100n);
  }
}

function linear(
  { value, base, target, stretch }: ReturnType<typeof comparedBy>,
  { pointsAtBase, pointsAtTarget, pointsAtStretch }: IndicatorPolicy,
): number {
  if (value >= target) {
    if (stretch === null || stretch <= target) return pointsAtTarget;
    if (value >= stretch) return pointsAtStretch;
    return between(pointsAtTarget, pointsAtStretch, value - target, stretch - target);
  }
  if (base === null || value < base) return 0;
  return between(pointsAtBase, pointsAtTarget, value - base, target - base);
}

function between(from: number, to: number, part: bigint, whole: bigint): number {
  return from + rounded(BigInt(to - from) * part, whole);
}

/** What was read, as text; thresholds as they were due at the end of the month. */
function read(
  definition: IndicatorDefinition,
  value: Measured,
  month: BulletinMonth,
  policy: IndicatorPolicy,
): IndicatorPoints['arithmetic'] {
  const { method, base, target, stretch, accumulates, direction } = definition;
  const due = (at: Measured) =>
    accumulates ? measuredText(rounded(BigInt(at) * BigInt(twelfthsOf(month)), 12n)) : measuredText(at);
  const shared = { method: method.kind, value: measuredText(value), month, direction };
  switch (method.kind) {
    case 'linear':
      return {
        ...shared,
        ...(accumulates ? { twelfths: twelfthsOf(month) } : {}),
        ...(base === null ? {} : { base: due(base), atBase: policy.pointsAtBase }),
        ...{ target: due(target), atTarget: policy.pointsAtTarget },
        ...(stretch === null ? {} : { stretch: due(stretch), atStretch: policy.pointsAtStretch }),
      };
    case 'steps': {
      const compared = comparedBy(definition, value, month);
      const reached = method.steps.findLast(({ from }) => compared.value >= compared.threshold(from));
      return {
        ...shared,
        ...(accumulates ? { twelfths: twelfthsOf(month) } : {}),
        ...(reached === undefined ? {} : { step: due(reached.from) }),
      };
    }
    case 'pass_fail':
      return { ...shared, ...(accumulates ? { twelfths: twelfthsOf(month) } : {}), target: due(target) };
    case 'deduction':
      return {
        ...shared,
        ...{ target: measuredText(target), each: method.each, per: measuredText(method.per) },
        atTarget: policy.pointsAtTarget,
      };
    case 'jury':
      return shared;
  }
}
