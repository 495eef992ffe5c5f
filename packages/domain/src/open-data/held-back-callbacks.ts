import { suppressSmallCells } from './suppress-small-cells.ts';

/** Of which departments whatever rests on callbacks is not told to the public, and whether that of all together is not. */
export type HeldBackCallbacks = {
  /** In the order of the counts. */
  readonly departments: readonly boolean[];
  readonly isTotalHeldBack: boolean;
};

/**
 * Which departments have so few valid callbacks that single complainants could be told from them, and which others have to be held
 * back with them so that nobody can subtract. The one rule of scoreboard, published sheets and open data.
 */
export function heldBackCallbacks(valid: readonly number[], least: number): HeldBackCallbacks {
  const { breakdowns, total } = suppressSmallCells([valid], least);
  return {
    departments: (breakdowns[0] ?? []).map((count) => count === null),
    isTotalHeldBack: total === null,
  };
}
