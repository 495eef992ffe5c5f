import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { bulletinRef, changeBulletin, type ChangedBulletin } from './change-bulletin.ts';

const schema = z.object({ ...bulletinRef, reason: typedText(2, 500) });

/** Sends an approved bulletin back to its writers, with a reason; it loses its number. */
export async function sendBackBulletin(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedBulletin>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...ref } = parsed.value;
  return changeBulletin(house, actor, ref, async () => done({ type: 'send_back', reason }));
}
