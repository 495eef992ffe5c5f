import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { statement } from '../../supervision/item-input.ts';
import { changeSheet, sheetRef, type ChangedSheet } from '../sheet/change-sheet.ts';
import { whileStanding } from '../sheet/standing-period.ts';
import { lastPlaceOfGroup } from './last-place-of-group.ts';

const ofGroup = { ...sheetRef, groupId: typedText(0, 100) };
const toSign = z.object(ofGroup);
const toDrop = z.object({ ...ofGroup, reason: statement });

/** A second person signs what was proposed, as long as the same departments are last; the sheet counts it from then on. */
export async function signLastPlace(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(toSign, raw);
  if (!parsed.ok) return parsed;
  const { groupId, ...ref } = parsed.value;
  return whileStanding(house, ref.period, () =>
    changeSheet(house, actor, ref, async ({ period }) => {
      const place = await lastPlaceOfGroup(house, period, groupId);
      return done({ command: { type: 'sign_last_place', groupId, place } });
    }),
  );
}

/** Takes a proposal back, or sends it back unsigned, with the reason. */
export async function dropLastPlace(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedSheet>> {
  const parsed = parseInput(toDrop, raw);
  if (!parsed.ok) return parsed;
  const { groupId, reason, ...ref } = parsed.value;
  return changeSheet(house, actor, ref, () =>
    Promise.resolve(done({ command: { type: 'drop_last_place', groupId, reason } })),
  );
}
