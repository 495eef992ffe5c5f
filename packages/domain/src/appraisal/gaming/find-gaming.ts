import { addDays, instantAt, localDateOf, millisOf } from '../../calendar/index.ts';
import type { GamingPolicy } from '../../policy/signal-policy.ts';
import type { Done, Found, GamingFacts, GamingKind } from './gaming-facts.ts';

type Detector = (facts: GamingFacts, policy: GamingPolicy) => readonly Found[];

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Closed, and back within days: closing may have come before solving. */
export const closedThenReopened: Detector = ({ closings, period }, policy) =>
  byDepartment(closings).flatMap(([departmentId, all]) => {
    const back = all.filter(
      ({ at, cameBackAt }) =>
        cameBackAt !== null && millisOf(cameBackAt) - millisOf(at) <= policy.reopenedWithinDays * DAY,
    );
    if (back.length < policy.leastReopened) return [];
    return [
      found('closed_then_reopened', departmentId, period, back, {
        cameBack: back.length,
        closed: all.length,
      }),
    ];
  });

/** Asked to be struck off as the last day ran out, again and again. */
export const closedAtLastMinute: Detector = ({ requests, period, closesAt }, policy) =>
  byDepartment(requests).flatMap(([departmentId, all]) => {
    const late = all.filter(({ at, dueOn }) => {
      const closing = millisOf(instantAt(dueOn, closesAt));
      return localDateOf(at) === dueOn && millisOf(at) >= closing - policy.minutesBeforeClosing * 60_000;
    });
    if (late.length < policy.leastLastMinute) return [];
    const values = { lastMinute: late.length, requests: all.length };
    return [found('closed_at_last_minute', departmentId, period, late, values)];
  });

/** Fewer of its cases were called back than of all others': the unlucky ones may be left out. Rows: those not called. */
export const callbackCoverage: Detector = ({ cases, period }, policy) =>
  byDepartment(cases).flatMap(([departmentId, own]) => {
    const others = cases.filter((one) => one.departmentId !== departmentId);
    if (own.length < policy.leastCases || others.length < policy.leastCases) return [];
    const [share, shareOfOthers] = [sharePercent(own), sharePercent(others)];
    if (shareOfOthers - share < policy.coverageGap) return [];
    const left = own.filter(({ isCalledBack }) => !isCalledBack);
    const values = { share: rounded(share), others: rounded(shareOfOthers), cases: own.length };
    return [found('callback_coverage', departmentId, period, left, values)];
  });

/** One item sent back over and over. The department that sent it back first is named. */
export const returnedRepeatedly: Detector = ({ returns, period }, policy) =>
  [...Map.groupBy(returns, ({ row }) => row.id).values()].flatMap((all) => {
    const [first] = all.toSorted(earlier);
    if (first === undefined || all.length < policy.leastReturns) return [];
    const values = { returns: all.length };
    return [
      {
        ...found('returned_repeatedly', first.departmentId, period, [first], values),
        subjectId: first.row.id,
      },
    ];
  });

/** Five stars in a row within hours: the longest such run of a department. */
export const fiveStarRun: Detector = ({ ratings, period }, policy) =>
  byDepartment(ratings).flatMap(([departmentId, all]) => {
    const longest = longestRun(all.toSorted(earlier), policy.runWithinHours * HOUR);
    if (longest.length < policy.runOfFive) return [];
    return [
      found('five_star_run', departmentId, period, longest, { run: longest.length, ratings: all.length }),
    ];
  });

export const excludedBeforePeriodEnd: Detector = (facts, policy) =>
  atPeriodEnd('excluded_before_period_end', facts.exclusions, facts, policy);

export const mergedBeforePeriodEnd: Detector = (facts, policy) =>
  atPeriodEnd('merged_before_period_end', facts.merges, facts, policy);

const DETECTORS: readonly Detector[] = [
  ...[closedThenReopened, closedAtLastMinute, callbackCoverage, returnedRepeatedly],
  ...[fiveStarRun, excludedBeforePeriodEnd, mergedBeforePeriodEnd],
];

/**
 * What in a period looks as if it were done for the score. Each is a question for a person and never an answer. Source: domain.md,
 * Gaming detectors; docs/rules/signals.md.
 */
export function findGaming(facts: GamingFacts, policy: GamingPolicy): readonly Found[] {
  return DETECTORS.flatMap((detect) => detect(facts, policy));
}

function atPeriodEnd(
  kind: GamingKind,
  all: readonly Done[],
  { period, lastDay }: GamingFacts,
  policy: GamingPolicy,
): readonly Found[] {
  const from = addDays(lastDay, 1 - policy.periodEndDays);
  return byDepartment(all).flatMap(([departmentId, own]) => {
    const last = own.filter(({ at }) => localDateOf(at) >= from && localDateOf(at) <= lastDay);
    // As many as the rest of the period or more: spread evenly it would be a few.
    if (last.length < policy.leastAtPeriodEnd || last.length * 2 < own.length) return [];
    return [found(kind, departmentId, period, last, { atEnd: last.length, inPeriod: own.length })];
  });
}

function longestRun<One extends Done & { readonly level: string }>(
  ratings: readonly One[],
  within: number,
): readonly One[] {
  let longest: readonly One[] = [];
  let run: One[] = [];
  for (const rating of ratings) {
    run = rating.level === 'very_satisfied' ? [...run, rating] : [];
    run = run.filter(({ at }) => millisOf(rating.at) - millisOf(at) <= within);
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

function byDepartment<One extends Done>(all: readonly One[]): readonly (readonly [string, readonly One[]])[] {
  return [...Map.groupBy(all, ({ departmentId }) => departmentId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function found(
  kind: GamingKind,
  departmentId: string,
  period: string,
  rows: readonly Done[],
  values: Found['values'],
): Found {
  return { kind, departmentId, period, subjectId: null, rows: rows.map(({ row }) => row), values };
}

function sharePercent(cases: readonly { readonly isCalledBack: boolean }[]): number {
  return (100 * cases.filter(({ isCalledBack }) => isCalledBack).length) / cases.length;
}

/** To a tenth. */
function rounded(percent: number): number {
  return Math.round(percent * 10) / 10;
}

function earlier(a: Done, b: Done): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
