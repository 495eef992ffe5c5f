import type { Instant } from '../../calendar/index.ts';
import type { BulletinMonth } from '../../bulletin/bulletin-month.ts';
import type { Light } from './progress-light.ts';
import type { Measured } from './measured-value.ts';

/** 经济发展, 园区建设, 发展保障, 综合服务. */
export const INDICATOR_CATEGORIES = [
  'economic_development',
  'park_construction',
  'development_support',
  'comprehensive_service',
] as const;
export type IndicatorCategory = (typeof INDICATOR_CATEGORIES)[number];

/** Whether more is better or less. */
export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How often a result is due. */
export const RHYTHMS = ['month', 'quarter'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** An indicator of the zone's own, or a task that somebody above set it. */
export const ORIGINS = ['own', 'task_from_above'] as const;
export type Origin = (typeof ORIGINS)[number];

export const INDICATOR_METHODS = ['linear', 'steps', 'pass_fail', 'deduction', 'jury'] as const;
export type IndicatorMethod = (typeof INDICATOR_METHODS)[number];

/** A threshold and the points that whoever reaches it gets, in hundredths. */
export type Step = { readonly from: Measured; readonly centipoints: number };

export type MethodRule =
  /** Points in proportion between base, target and stretch. */
  | { readonly kind: 'linear' }
  /** The points of the best step that is reached; the worst step first. */
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'pass_fail' }
  /** `each` hundredths of a point are taken off for every `per` by which the target, as an allowance, is passed. */
  | { readonly kind: 'deduction'; readonly each: number; readonly per: Measured }
  | { readonly kind: 'jury'; readonly jurorIds: readonly string[] };

/** One that owns the indicator, with what it weighs among the department's indicators of the year, in whole percent. */
export type IndicatorOwner = { readonly departmentId: string; readonly weight: number };

export type IndicatorDefinition = {
  readonly name: string;
  readonly category: IndicatorCategory;
  readonly unit: string;
  readonly direction: Direction;
  /** Adds up over the year, so that its values are due by the share of the year elapsed; else they hold at any time. */
  readonly accumulates: boolean;
  readonly rhythm: Rhythm;
  readonly owners: readonly IndicatorOwner[];
  readonly base: Measured | null;
  readonly target: Measured;
  readonly stretch: Measured | null;
  readonly method: MethodRule;
  /** Where the figure comes from. */
  readonly dataSource: string;
  readonly origin: Origin;
  /** The document that sets it; a task from above has one. */
  readonly basis: string;
};

export type IndicatorVersion = {
  readonly nth: number;
  readonly definition: IndicatorDefinition;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  /** Why it replaced the one before; empty for the first. */
  readonly reason: string;
};

/** What is drafted and not in force. */
export type IndicatorDraft = { readonly definition: IndicatorDefinition; readonly reason: string };

export const RESULT_WAYS = ['hand', 'file', 'api', 'jury'] as const;
export type ResultWay = (typeof RESULT_WAYS)[number];

/** The result of one month, up to its end. A correction is another result of the same month. */
export type IndicatorResult = {
  readonly id: string;
  readonly month: BulletinMonth;
  /** Which one of its month, from 1. */
  readonly nth: number;
  readonly value: Measured;
  readonly evidence: string;
  /** Why it replaces the one before; empty for the first of a month. */
  readonly reason: string;
  readonly way: ResultWay;
  /** The program that sent it; empty where a person entered it. */
  readonly client: string;
  readonly enteredAt: Instant;
  /** Null where a program entered it. */
  readonly enteredBy: string | null;
  readonly state: 'entered' | 'confirmed' | 'sent_back' | 'replaced';
  readonly decided: {
    readonly at: Instant;
    readonly by: string;
    /** Why it was sent back. */
    readonly reason: string;
  } | null;
  /** As it stood when it was confirmed; null before. */
  readonly light: Light | null;
  readonly pace: number | null;
};

export type JuryScore = {
  readonly month: BulletinMonth;
  readonly jurorId: string;
  readonly centipoints: number;
  readonly remark: string;
  readonly at: Instant;
};

export type IndicatorItem = {
  readonly id: string;
  readonly number: string;
  readonly month: BulletinMonth;
  readonly departmentId: string;
};

/** From a month on it is used no more; what was entered before stays and counts. */
export type Retirement = {
  readonly from: BulletinMonth;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
};

type Base = { readonly id: string; readonly number: string; readonly year: number };
type InForce = Base & {
  readonly versions: readonly [IndicatorVersion, ...IndicatorVersion[]];
  readonly results: readonly IndicatorResult[];
  readonly juryScores: readonly JuryScore[];
  readonly items: readonly IndicatorItem[];
  /** Months whose red light its departments were warned of. */
  readonly warnedMonths: readonly BulletinMonth[];
  readonly retired?: Retirement;
};

export type DraftIndicator = Base & { readonly status: 'draft'; readonly draft: IndicatorDraft };
export type PublishedIndicator = InForce & {
  readonly status: 'published';
  /** The next version while it is drafted. */
  readonly draft: IndicatorDraft | null;
};
/** Its definition changes no more; results go on until their period is frozen. */
export type FrozenIndicator = InForce & { readonly status: 'frozen' };
export type WithdrawnIndicator = Base & {
  readonly status: 'withdrawn';
  readonly draft: IndicatorDraft;
  readonly reason: string;
};

export type Indicator = DraftIndicator | PublishedIndicator | FrozenIndicator | WithdrawnIndicator;
export type IndicatorInForce = PublishedIndicator | FrozenIndicator;
export type IndicatorStatus = Indicator['status'];

export const INDICATOR_STATUSES = [
  'draft',
  'published',
  'frozen',
  'withdrawn',
] as const satisfies readonly IndicatorStatus[];

export function isInForce(indicator: Indicator): indicator is IndicatorInForce {
  return indicator.status === 'published' || indicator.status === 'frozen';
}

/** Whether results of a month still are of use. */
export function isUsedIn({ retired }: Pick<InForce, 'retired'>, month: BulletinMonth): boolean {
  return retired === undefined || month < retired.from;
}

/** Published or frozen, and not retired: what the weights of a year are made of. */
export function isCounted(indicator: Indicator): indicator is IndicatorInForce {
  return isInForce(indicator) && indicator.retired === undefined;
}

/** The newest version that was published. */
export function currentVersion({ versions }: Pick<InForce, 'versions'>): IndicatorVersion {
  return versions.at(-1) ?? versions[0];
}

/** The version in force at a moment; the first one for moments before it, since a year's targets are published after it began. */
export function versionAt({ versions }: Pick<InForce, 'versions'>, at: Instant): IndicatorVersion {
  return versions.findLast(({ publishedAt }) => publishedAt <= at) ?? versions[0];
}

/** What is drafted, in force or was withdrawn: the definition to show. */
export function shownDefinition(indicator: Indicator): IndicatorDefinition {
  return isInForce(indicator) ? currentVersion(indicator).definition : indicator.draft.definition;
}

/** The result of a month that counts: the last one confirmed. */
export function countedResult(
  { results }: Pick<InForce, 'results'>,
  month: BulletinMonth,
): IndicatorResult | null {
  return results.findLast((one) => one.month === month && one.state === 'confirmed') ?? null;
}

/** The newest month of those given that has a result that counts. */
export function latestResult(
  indicator: Pick<InForce, 'results'>,
  isCounted: (month: BulletinMonth) => boolean = () => true,
): IndicatorResult | null {
  const months = indicator.results.map(({ month }) => month).filter(isCounted);
  for (const month of [...new Set(months)].sort().reverse()) {
    const result = countedResult(indicator, month);
    if (result !== null) return result;
  }
  return null;
}

export function ownerIdsOf({ owners }: Pick<IndicatorDefinition, 'owners'>): readonly string[] {
  return owners.map(({ departmentId }) => departmentId);
}

/** Whether a month is one that results are due for. */
export function isDueMonth(rhythm: Rhythm, month: BulletinMonth): boolean {
  return rhythm === 'month' || Number(month.slice(5)) % 3 === 0;
}
