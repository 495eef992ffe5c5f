import { loadDraft, updateDraft } from '@bihuan/db';
import { hidePrivateData } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { draftExpiry, draftOf, draftRef } from './draft.ts';

/** The fields others read, where numbers of people have no place. */
export const READ_BY_OTHERS = [
  'title',
  'body',
  'wish',
  'place',
  'tried.desk',
  'tried.step',
  'tried.answer',
] as const;

/** Strikes out what looks like private data in the text that others will read. */
export async function maskDraft(house: House, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(draftRef, raw);
  if (!parsed.ok) return refusal('draft_gone');
  const { draftId: id } = parsed.value;
  for (;;) {
    const stored = await loadDraft(house.db, house.keyring, id, house.now());
    if (stored === null) return refusal('draft_gone');
    const { typed, done: pages, once } = draftOf(stored);
    const masked = READ_BY_OTHERS.flatMap((name) => {
      const text = typed[name];
      return text === undefined ? [] : [[name, hidePrivateData(text)] as const];
    });
    const text = JSON.stringify({ typed: { ...typed, ...Object.fromEntries(masked) }, done: pages, once });
    const { version } = stored;
    const kept = { id, version, text, expiresAt: await draftExpiry(house) };
    if (await updateDraft(house.db, house.keyring, kept)) return done(null);
  }
}
