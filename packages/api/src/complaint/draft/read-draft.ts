import { loadDraft } from '@bihuan/db';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { draftOf, draftRef, type Draft } from './draft.ts';

/** What was typed so far. `draft_gone` where it ran out, was sent or was thrown away. */
export async function readDraft(house: House, raw: unknown): Promise<Result<Draft>> {
  const parsed = parseInput(draftRef, raw);
  if (!parsed.ok) return refusal('draft_gone');
  const stored = await loadDraft(house.db, house.keyring, parsed.value.draftId, house.now());
  return stored === null ? refusal('draft_gone') : done(draftOf(stored));
}
