import { heldBackCallbacks, type CallbackCounts } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, type Result } from '../result.ts';
import {
  readScoreboard,
  type DepartmentLine,
  type Scoreboard,
  type ScoreboardLine,
} from './read-scoreboard.ts';

/** A line as everybody may read it: where its callbacks are held back, so is all that rests on them. */
export type PublicLine = Omit<ScoreboardLine, 'callbacks'> & {
  /** Null where they are held back, as in open data. */
  readonly callbacks: CallbackCounts | null;
};

export type PublicScoreboard = Omit<Scoreboard, 'departments' | 'zone'> & {
  readonly departments: readonly (PublicLine & Pick<DepartmentLine, 'id' | 'name' | 'nameEn'>)[];
  readonly zone: PublicLine;
};

/** The scoreboard with small counts of callbacks held back, by the same rule as in open data. */
export async function readPublicScoreboard(house: House, raw: unknown): Promise<Result<PublicScoreboard>> {
  const board = await readScoreboard(house, raw);
  if (!board.ok) return board;
  const { departments, zone, leastCell } = board.value;
  const held = heldBackCallbacks(
    departments.map(({ callbacks }) => callbacks.valid),
    leastCell,
  );
  return done({
    ...board.value,
    departments: departments.map((line, at) =>
      held.departments[at] === true ? withoutCallbacks(line) : line,
    ),
    zone: held.isTotalHeldBack ? withoutCallbacks(zone) : zone,
  });
}

function withoutCallbacks<Line extends ScoreboardLine>(line: Line) {
  return { ...line, callbacks: null, rates: null, sample: null, isSmallSample: true };
}
