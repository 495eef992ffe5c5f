import type { House } from '../../house.ts';
import { readOutcome, type Outcome } from './read-outcome.ts';
import { simulateYear, type Year } from './simulate-year.ts';
import { AHEAD, MOVED, ONCE, TWICE, type Watch } from './watch-the-clock.ts';

export { AHEAD, MOVED, ONCE, readOutcome, simulateYear };

export type YearComparison = {
  readonly once: Outcome;
  readonly twice: Outcome;
  /** How often each rule answered in the first run. */
  readonly answers: ReadonlyMap<string, number>;
  /** Lines of one run that the other does not have, the first of them. */
  readonly differences: readonly string[];
};

const MOST_TOLD = 20;

/** Plays the same year in two houses, the clock looked at once in one and by `other` in the second: late, twice and out of order. */
export async function compareYears(
  [first, second]: readonly [House, House],
  year: Omit<Year, 'watch'>,
  other: Watch = TWICE,
): Promise<YearComparison> {
  const answers = await simulateYear(first, { ...year, watch: ONCE });
  await simulateYear(second, { ...year, watch: other });
  const [once, twice] = [await readOutcome(first), await readOutcome(second)];
  const kinds = Object.keys(once) as (keyof Outcome)[];
  const differences = kinds.flatMap((kind) => [
    ...missing(once[kind], twice[kind]).map((line) => `once only, ${kind}: ${line}`),
    ...missing(twice[kind], once[kind]).map((line) => `twice only, ${kind}: ${line}`),
  ]);
  return { once, twice, answers, differences: differences.slice(0, MOST_TOLD) };
}

function missing(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
