import { deleteDraft } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { submitComplaint, type Receipt } from '../submit-complaint.ts';
import { draftRef } from './draft.ts';

/**
 * Files what stood on the page of answers, and removes the draft it was written in by the same transaction. The page carries
 * everything it showed, so that what is filed is what was checked, whatever another tab has done to the draft meanwhile.
 */
export function fileFromPortal(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<Receipt & { readonly isNew: boolean }>> {
  const draft = parseInput(draftRef, raw);
  const beside = draft.ok ? [deleteDraft(draft.value.draftId)] : [];
  return submitComplaint(house, actor, { ...(raw as object), channel: 'portal' }, null, beside);
}
