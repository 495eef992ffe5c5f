import { deleteDraft } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { refusal, type Result } from '../../result.ts';
import { submitComplaint, type Receipt } from '../submit-complaint.ts';
import { draftRef } from './draft.ts';
import { filingLimit } from './filing-limit.ts';
import { isProved } from './proof-of-work.ts';

const sent = z.object({ once: z.string().max(100).default(''), proof: z.string().default('') });

/**
 * Files what stood on the page of answers, and removes the draft it was written in by the same transaction. The page carries
 * everything it showed, so that what is filed is what was checked, whatever another tab has done to the draft meanwhile. Too
 * many complaints from one address are `too_many_filings`, sooner where the browser did not work for it; sending one twice
 * counts once. `address`: the network address that files, never kept as it is.
 */
export async function fileFromPortal(
  house: House,
  actor: Actor,
  address: string,
  raw: unknown,
): Promise<Result<Receipt & { readonly isNew: boolean }>> {
  const parsed = parseInput(sent, raw);
  if (!parsed.ok) return parsed;
  const { once, proof } = parsed.value;
  const limit = filingLimit(house, address, (await isProved(house, once, proof)) ? 'proved' : 'plain');
  const minutes = await limit.waitMinutes();
  if (minutes > 0) return refusal('too_many_filings', { minutes });
  const draft = parseInput(draftRef, raw);
  const beside = draft.ok ? [deleteDraft(draft.value.draftId)] : [];
  const matter = { ...(raw as object), channel: 'portal' };
  const filed = await submitComplaint(house, actor, matter, null, beside);
  // Filed is filed: a count that could not be kept is no reason to tell the person otherwise.
  if (filed.ok && filed.value.isNew) limit.count().catch(() => undefined);
  return filed;
}
