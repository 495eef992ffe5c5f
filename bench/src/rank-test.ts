/**
 * Mann-Whitney's test of two samples in the normal approximation: how many standard deviations the ranks of the first lie
 * above what chance alone gives; 0 where neither tends to be larger. Throws `RangeError` where one has fewer than 8 values.
 */
export function rankTest(first: readonly number[], second: readonly number[]): number {
  if (first.length < 8 || second.length < 8) throw new RangeError('too few values');
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const shared = (start + 1 + end) / 2;
    for (let place = start; place < end; place += 1) if (all[place]?.isFirst) ranks += shared;
    start = end;
  }
  const [n, m] = [first.length, second.length];
  const u = ranks - (n * (n + 1)) / 2;
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

/**
 * Wilcoxon's test of pairs taken one right after the other, in the normal approximation: how many standard deviations the
 * differences lie above what chance alone gives. Whatever slows the machine down for a while slows both of a pair, so that it
 * finds far less than `rankTest` does. Throws `RangeError` on fewer than 8 pairs.
 */
export function pairedRankTest(pairs: readonly (readonly [number, number])[]): number {
  if (pairs.length < 8) throw new RangeError('too few pairs');
  const differences = pairs.map(([first, second]) => first - second).filter((difference) => difference !== 0);
  differences.sort((a, b) => Math.abs(a) - Math.abs(b));
  const above = differences.reduce((sum, difference, at) => (difference > 0 ? sum + at + 1 : sum), 0);
  const count = differences.length;
  return (above - (count * (count + 1)) / 4) / Math.sqrt((count * (count + 1) * (2 * count + 1)) / 24);
}
