import { sheetHash } from '@bihuan/db';
import { undecidedLast, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { changeSheet, sheetRef, type ChangedSheet } from './change-sheet.ts';
import { whileStanding } from './standing-period.ts';
import { takeSnapshot } from './take-snapshot.ts';

const schema = z.object(sheetRef);

/**
 * Freezes what was published. Whoever is entering something for the period is waited for, and nobody enters anything until it is
 * frozen: each line is either in the frozen sheet or later than it.
 */
export async function freezeSheet(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { period } = parsed.value;
  return whileStanding(house, period, () =>
    changeSheet(house, actor, parsed.value, async () => {
      const snapshot = await takeSnapshot(house, period);
      const undecided = undecidedLast(snapshot.sheet.departments);
      return done({ command: { type: 'freeze', contentHash: sheetHash(snapshot), undecided } });
    }),
  );
}
