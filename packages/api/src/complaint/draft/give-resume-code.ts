import { keepResumeHash } from '@bihuan/db';
import { queryCode } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { draftRef } from './draft.ts';

/** A code under which the draft can be gone on with on another device. Shown once; a code given before opens nothing any more. */
export async function giveResumeCode(
  house: House,
  raw: unknown,
): Promise<Result<{ readonly resumeCode: string }>> {
  const parsed = parseInput(draftRef, raw);
  if (!parsed.ok) return refusal('draft_gone');
  const resumeCode = queryCode(house.randomBytes(12));
  const hash = house.keyring.keyedHash('resume_code', resumeCode);
  const isKept = await keepResumeHash(house.db, parsed.value.draftId, hash, house.now());
  return isKept ? done({ resumeCode }) : refusal('draft_gone');
}
