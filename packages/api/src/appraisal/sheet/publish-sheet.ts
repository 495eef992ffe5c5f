import { sheetHash } from '@bihuan/db';
import { undecidedLast, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { changeSheet, sheetRef, type ChangedSheet } from './change-sheet.ts';
import { whileStanding } from './standing-period.ts';
import { takeEdition } from './take-snapshot.ts';

const schema = z.object(sheetRef);

/** Publishes the sheet as it is now, for everybody; again only where it changed since. */
export async function publishSheet(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { period } = parsed.value;
  return changeSheet(house, actor, parsed.value, async () => {
    const says = await whileStanding(house, period, () => takeEdition(house, period));
    const undecided = undecidedLast(says.snapshot.sheet.departments);
    return done({ command: { type: 'publish', contentHash: sheetHash(says.snapshot), undecided }, says });
  });
}
