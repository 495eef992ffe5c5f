import { sheetHash } from '@bihuan/db';
import { undecidedLast, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { statement } from '../../supervision/item-input.ts';
import { changeSheet, sheetRef, type ChangedSheet } from './change-sheet.ts';
import { whileStanding } from './standing-period.ts';
import { takeEdition, takeSnapshot } from './take-snapshot.ts';

const withReason = z.object({ ...sheetRef, reason: statement });
const schema = z.object(sheetRef);

/** Proposes to restate a frozen sheet (重述) as it would be now; the reason is public. */
export async function proposeRestatement(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(withReason, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...ref } = parsed.value;
  return changeSheet(house, actor, ref, async ({ period }) => {
    const snapshot = await whileStanding(house, period, () => takeSnapshot(house, period));
    const undecided = undecidedLast(snapshot.sheet.departments);
    const contentHash = sheetHash(snapshot);
    return done({ command: { type: 'propose_restatement', reason, contentHash, undecided } });
  });
}

/** Takes a proposed restatement back, or sends it back unsigned. */
export async function dropRestatement(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(withReason, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...ref } = parsed.value;
  return changeSheet(house, actor, ref, () =>
    Promise.resolve(done({ command: { type: 'drop_restatement', reason } })),
  );
}

/** A second person signs what was proposed, and nothing else: the new edition holds and is public from then on. */
export async function signRestatement(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { period } = parsed.value;
  return whileStanding(house, period, () =>
    changeSheet(house, actor, parsed.value, async () => {
      const says = await takeEdition(house, period);
      return done({ command: { type: 'sign_restatement', contentHash: sheetHash(says.snapshot) }, says });
    }),
  );
}
