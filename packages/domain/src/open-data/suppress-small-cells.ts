/** A count as it is published; null where it is held back. */
export type PublishedCount = number | null;

export type PublishedTable = {
  /** One list for each way in which the same people were divided. */
  readonly breakdowns: readonly (readonly PublishedCount[])[];
  readonly total: PublishedCount;
};

/**
 * Holds back every count from 1 to below `least`, and as many more that none of them can be had by subtraction: no held-back
 * count has only one possible value, and each may well be `least` or more. Every breakdown divides the same
 * people, so that each adds up to the same total; where one cannot be kept otherwise, the total is held back with something
 * of every breakdown. Throws RangeError where the sums differ or a count is not a whole number from 0.
 */
export function suppressSmallCells(
  breakdowns: readonly (readonly number[])[],
  least: number,
): PublishedTable {
  const total = sumOf(breakdowns[0] ?? []);
  for (const counts of breakdowns)
    if (sumOf(counts) !== total || counts.some((count) => !Number.isInteger(count) || count < 0))
      throw new RangeError('breakdowns of the same people add up to the same total');
  const hidden = breakdowns.map((counts) => hiddenBehindTotal(counts, least));
  if (!hidden.includes('all'))
    return { breakdowns: breakdowns.map((counts, at) => without(counts, hidden[at])), total };
  return {
    breakdowns: breakdowns.map((counts, at) => {
      const alone = hidden[at];
      if (alone === 'all') return without(counts, alone);
      return without(counts, alone === undefined || alone.size === 0 ? smallestOf(counts, new Set()) : alone);
    }),
    total: null,
  };
}

type Hidden = ReadonlySet<number> | 'all';

/** The places that have to be held back beside a published total; `all` where no choice keeps them. */
function hiddenBehindTotal(counts: readonly number[], least: number): Hidden {
  let hidden: ReadonlySet<number> = new Set(
    counts.flatMap((count, place) => (count > 0 && count < least ? [place] : [])),
  );
  if (hidden.size === 0) return hidden;
  while (!isKept(counts, hidden, least)) {
    const more = smallestOf(counts, hidden);
    if (more.size === hidden.size) return 'all';
    hidden = more;
  }
  return hidden;
}

/** What is held back adds up to a known sum: each of them may be 1, and each may be `least`. */
function isKept(counts: readonly number[], hidden: ReadonlySet<number>, least: number): boolean {
  const sum = sumOf(counts.filter((_, place) => hidden.has(place)));
  return hidden.size > 1 && sum >= least + hidden.size - 1;
}

/** `hidden` with the smallest count above 0 that is not among it; the same where there is none. */
function smallestOf(counts: readonly number[], hidden: ReadonlySet<number>): ReadonlySet<number> {
  const places = counts.flatMap((count, place) => (count > 0 && !hidden.has(place) ? [place] : []));
  const [next] = places.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  return next === undefined ? hidden : new Set([...hidden, next]);
}

function without(counts: readonly number[], hidden: Hidden | undefined): readonly PublishedCount[] {
  return counts.map((count, place) => {
    if (hidden === undefined || count === 0) return count;
    return hidden === 'all' || hidden.has(place) ? null : count;
  });
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
