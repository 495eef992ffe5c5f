import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { bulletinRef, changeBulletin, type ChangedBulletin } from './change-bulletin.ts';

const schema = z.object(bulletinRef);

/** Puts a published bulletin in the archive (归档); it stays where it can be read. */
export async function archiveBulletin(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedBulletin>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeBulletin(house, actor, parsed.value, async () => done({ type: 'archive' }));
}
