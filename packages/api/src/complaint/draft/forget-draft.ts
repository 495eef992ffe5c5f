import { deleteDraftFiles, removeDraft } from '@bihuan/db';
import { removeKept } from '../../attachment/keep-file.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, type Result } from '../../result.ts';
import { draftRef } from './draft.ts';

/** Throws a draft away with its files; one that is gone already is as well. */
export async function forgetDraft(house: House, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(draftRef, raw);
  if (!parsed.ok) return done(null);
  const { draftId } = parsed.value;
  await removeDraft(house.db, draftId);
  await removeKept(house, await deleteDraftFiles(house.db, draftId, null));
  return done(null);
}
