import type { Importance } from '../supervision/supervision-item.ts';
import type { DeadlinePolicy } from './deadline-policy.ts';

/** The terms that an exception may set otherwise. */
export const EXCEPTED_TERMS = [
  'simple',
  'ordinary',
  'complex',
  'signFor',
  'returnWithin',
  'verification',
  'heartbeatCalendarDays',
] as const;
export type ExceptedTerm = (typeof EXCEPTED_TERMS)[number];

/** Terms of their own for a category with all below it, for an importance of items, or for both together. */
export type DeadlineException = {
  /** By code; without it any category. */
  readonly category?: string;
  /** Without it any importance. A complaint has none, so that only exceptions without it are for complaints. */
  readonly importance?: Importance;
  readonly terms: Readonly<Partial<Record<ExceptedTerm, number>>>;
};

/** What an exception goes by. `categories`: each matter's category and those above it, the nearest first. */
export type ExceptionFacts = {
  readonly categories: readonly (readonly string[])[];
  readonly importance: Importance | null;
};

/**
 * The deadlines that hold for a case: those of the policy, term by term in the place of what an exception sets. The exception of
 * the nearest category goes before that of one above it, one that names the importance too before one that does not, and either
 * before one that names the importance alone. Of several matters in one case the shortest term holds.
 */
export function deadlinesFor(policy: DeadlinePolicy, facts: ExceptionFacts): DeadlinePolicy {
  if (policy.exceptions.length === 0) return policy;
  const terms = EXCEPTED_TERMS.flatMap((term) => {
    const exception = exceptionFor(policy, facts, term);
    return exception === null ? [] : [[term, exception.terms[term]] as const];
  });
  return { ...policy, ...Object.fromEntries(terms) };
}

/** The exception that a term of a case follows; null where it is that of the policy. */
export function exceptionFor(
  policy: DeadlinePolicy,
  { categories, importance }: ExceptionFacts,
  term: ExceptedTerm,
): DeadlineException | null {
  const matters = categories.length === 0 ? [[]] : categories;
  const daysOf = (found: DeadlineException | null) => found?.terms[term] ?? policy[term];
  return matters
    .map((line) => nearest(policy.exceptions, line, importance, term))
    .reduce((shortest, one) => (daysOf(one) < daysOf(shortest) ? one : shortest));
}

function nearest(
  exceptions: readonly DeadlineException[],
  line: readonly string[],
  importance: Importance | null,
  term: ExceptedTerm,
): DeadlineException | null {
  const distanceOf = ({ category, importance: asked }: DeadlineException): number => {
    const steps = category === undefined ? line.length : line.indexOf(category);
    return steps * 2 + (asked === undefined ? 1 : 0);
  };
  const fitting = exceptions.filter(
    ({ category, importance: asked, terms }) =>
      terms[term] !== undefined &&
      (category === undefined || line.includes(category)) &&
      (asked === undefined || asked === importance),
  );
  return fitting.toSorted((a, b) => distanceOf(a) - distanceOf(b))[0] ?? null;
}
