import { findDraftByResumeHash, readCountedPoints } from '@bihuan/db';
import { normaliseQueryCode } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { trackingLimit } from '../tracking-limit.ts';

const schema = z.object({ resumeCode: typedText(1, 100) });

/**
 * Opens a draft by its resume code, typed however sloppily. Failures of one address count as those of tracking do; too many
 * are `too_many_tries` with the minutes to wait.
 */
export async function resumeDraft(
  house: House,
  address: string,
  raw: unknown,
): Promise<Result<{ readonly draftId: string }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const limit = trackingLimit(house, address, 'resume');
  const wait = limit.waitSeconds(await readCountedPoints(house.db, limit.keys));
  if (wait > 0) return refusal('too_many_tries', { minutes: Math.ceil(wait / 60) });
  const hash = house.keyring.keyedHash('resume_code', normaliseQueryCode(parsed.value.resumeCode) ?? '');
  const draftId = await findDraftByResumeHash(house.db, hash, house.now());
  if (draftId !== null) return done({ draftId });
  await limit.countFailure();
  return refusal('not_found');
}
