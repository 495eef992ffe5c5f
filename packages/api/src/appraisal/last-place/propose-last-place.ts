import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { badInput, done, type Result } from '../../result.ts';
import { statement } from '../../supervision/item-input.ts';
import { changeSheet, sheetRef, type ChangedSheet } from '../sheet/change-sheet.ts';
import { lastPlaceOfGroup } from './last-place-of-group.ts';

const schema = z.object({
  ...sheetRef,
  /** Empty where departments are of no class. */
  groupId: typedText(0, 100),
  /** Of a tie or a small sample: who of the last loses the pay; none where nobody is to. */
  zeroIds: z.array(z.uuid('unknown_department'), 'not_a_choice').max(100, 'out_of_range').default([]),
  reason: statement,
});

/**
 * Proposes who of the last in a group loses the performance pay of a period (末位零绩效), with the reason in writing. Nothing counts
 * before another person signs.
 */
export async function proposeLastPlace(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { groupId, zeroIds, reason, ...ref } = parsed.value;
  return changeSheet(house, actor, ref, async ({ period }) => {
    const place = await lastPlaceOfGroup(house, period, groupId);
    if (place !== null && zeroIds.some((id) => !place.departmentIds.includes(id)))
      return badInput({ zeroIds: 'not_a_choice' });
    return done({ command: { type: 'propose_last_place', place, zeroIds, reason } });
  });
}
