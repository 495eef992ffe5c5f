import { removeDraft } from '@bihuan/db';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { draftRef } from './draft.ts';

/** Throws a draft away; one that is gone already is as well. */
export async function forgetDraft(house: House, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(draftRef, raw);
  if (parsed.ok) await removeDraft(house.db, parsed.value.draftId);
  return done(null);
}
