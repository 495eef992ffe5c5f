import { instantAt, addDays, type LocalDate } from '../../calendar/index.ts';
import { isBulletinMonth, monthWindow, type BulletinMonth } from '../../bulletin/bulletin-month.ts';
import type { IndicatorPolicy } from '../../policy/indicator-policy.ts';
import {
  isUsedIn,
  latestResult,
  versionAt,
  type IndicatorInForce,
  type IndicatorMethod,
} from './indicator.ts';
import { indicatorPoints } from './indicator-points.ts';
import { measuredText, rounded } from './measured-value.ts';

/** What one indicator brings into the account of a department. */
export type IndicatorLine = {
  readonly indicatorId: string;
  readonly name: string;
  readonly weightPercent: number;
  readonly resultText: string;
  readonly method: IndicatorMethod;
  /** Hundredths of a point, before the weight. */
  readonly centipoints: number;
  /** The month of the result, and which one of that month it is. */
  readonly resultMonth: BulletinMonth;
  readonly resultVersion: number;
  readonly arithmetic: Readonly<Record<string, string | number>>;
};

export type IndicatorAccount = {
  /** Of 100_00: the weighted mean over the indicators that have a result, capped. */
  readonly centipoints: number;
  readonly lines: readonly IndicatorLine[];
  /** Indicators without a result in the period; their weight is spread over the others. */
  readonly missing: readonly Pick<IndicatorLine, 'indicatorId' | 'name' | 'weightPercent'>[];
  /** What the indicators with a result weigh together, in percent. */
  readonly countedPercent: number;
};

type Period = { readonly firstDay: LocalDate; readonly lastDay: LocalDate };

/** Whether the result of a month counts in a period: months are named after the one they end in, and begin with the period. */
export function isMonthOf(month: BulletinMonth, { firstDay, lastDay }: Period): boolean {
  if (!isBulletinMonth(month)) return false;
  const startsOn = Math.min(28, Number(firstDay.slice(8)));
  const end = monthWindow(month, startsOn).lastDay;
  return end >= firstDay && end <= lastDay;
}

/** The indicator accounts of a period by department; a department without any result is missing: no sample, never zero. */
export function accountsOf(
  indicators: readonly IndicatorInForce[],
  period: Period,
  policy: IndicatorPolicy,
): ReadonlyMap<string, IndicatorAccount> {
  const end = instantAt(addDays(period.lastDay, 1), '00:00');
  const lines = new Map<string, IndicatorLine[]>();
  const missing = new Map<string, IndicatorAccount['missing'][number][]>();
  for (const indicator of indicators) {
    if (!isUsedWithin(indicator, period)) continue;
    const { definition } = versionAt(indicator, end);
    const { name, method } = definition;
    const result = latestResult(indicator, (month) => isMonthOf(month, period) && isUsedIn(indicator, month));
    for (const { departmentId, weight } of definition.owners) {
      const named = { indicatorId: indicator.id, name, weightPercent: weight };
      if (result === null) push(missing, departmentId, named);
      else
        push(lines, departmentId, {
          ...named,
          resultText: `${measuredText(result.value)} ${definition.unit}`.trim(),
          method: method.kind,
          resultMonth: result.month,
          resultVersion: result.nth,
          ...indicatorPoints(definition, result.value, result.month, policy),
        });
    }
  }
  return new Map(
    [...lines].map(([departmentId, own]) => [
      departmentId,
      { ...weighed(own, policy), lines: own, missing: missing.get(departmentId) ?? [] },
    ]),
  );
}

/** Whether it was in use in any month of the period. */
function isUsedWithin(indicator: IndicatorInForce, period: Period): boolean {
  if (indicator.retired === undefined) return true;
  const months = Array.from(
    { length: 12 },
    (_, at) => `${indicator.year}-${String(at + 1).padStart(2, '0')}`,
  );
  return months.some((month) => isMonthOf(month, period) && isUsedIn(indicator, month));
}

function weighed(
  lines: readonly IndicatorLine[],
  { accountCap }: Pick<IndicatorPolicy, 'accountCap'>,
): Pick<IndicatorAccount, 'centipoints' | 'countedPercent'> {
  const countedPercent = lines.reduce((sum, { weightPercent }) => sum + weightPercent, 0);
  const over = lines.reduce((sum, one) => sum + BigInt(one.centipoints) * BigInt(one.weightPercent), 0n);
  return { centipoints: Math.min(accountCap, rounded(over, BigInt(countedPercent))), countedPercent };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key) ?? [];
  map.set(key, list);
  list.push(value);
}
