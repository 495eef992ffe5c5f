import { insertDraft, loadDraft, updateDraft } from '@bihuan/db';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type BadFields, type Result } from '../../result.ts';
import { checkDraftPage, fieldsOfPage } from './check-draft-page.ts';
import { draftExpiry, draftOf, type Draft, type DraftText } from './draft.ts';
import { DRAFT_PAGES, type DraftPage } from './draft-page.ts';

/** More than any field takes; what is longer is kept cut, and told to be too long. */
const LONGEST = 20_000;

const schema = z.object({
  draftId: z.uuid().nullable(),
  page: choice(DRAFT_PAGES),
  fields: z.record(z.string().max(80), z.string()),
});

/**
 * Keeps one page of a filing, right or wrong, and says what is wrong with it. The first page makes the draft; for any other,
 * a draft that is gone is refused as `draft_gone`. Two tabs that write to one draft keep what each of them typed.
 */
export async function saveDraftPage(house: House, raw: unknown): Promise<Result<Draft>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { draftId, page, fields } = parsed.value;
  const sent = fieldsOfPage(page, cut(fields));
  for (;;) {
    const stored = draftId === null ? null : await loadDraft(house.db, house.keyring, draftId, house.now());
    if (stored === null && page !== 'scope') return refusal('draft_gone');
    const before: DraftText =
      stored === null ? { typed: {}, done: [], once: newOnce(house) } : draftOf(stored);
    const { text, bad } = await withPage(house, before, page, sent);
    const kept = { text: JSON.stringify(text), expiresAt: await draftExpiry(house) };
    const id = stored?.id ?? house.newId();
    if (stored === null) await insertDraft(house.db, house.keyring, { id, ...kept });
    else if (!(await updateDraft(house.db, house.keyring, { id, version: stored.version, ...kept })))
      continue;
    if (Object.keys(bad).length > 0) return badInput(bad);
    return done({
      ...{ id, ...text, hasResumeCode: stored?.hasResumeCode ?? false, expiresAt: kept.expiresAt },
    });
  }
}

async function withPage(
  house: House,
  before: DraftText,
  page: DraftPage,
  sent: Readonly<Record<string, string>>,
): Promise<{ readonly text: DraftText; readonly bad: BadFields }> {
  const typed = { ...before.typed, ...sent };
  const isOtherCategory = page === 'category' && typed['chosenCategory'] !== before.typed['chosenCategory'];
  if (isOtherCategory) delete typed['serviceItem'];
  const bad = await checkDraftPage(house, page, typed);
  const undone: readonly DraftPage[] = isOtherCategory ? [page, 'service', 'questions'] : [page];
  const others = before.done.filter((one) => !undone.includes(one));
  const isRight = Object.keys(bad).length === 0;
  return { text: { typed, done: isRight ? [...others, page] : others, once: before.once }, bad };
}

function cut(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.slice(0, LONGEST)]));
}

function newOnce(house: House): string {
  return Buffer.from(house.randomBytes(16)).toString('base64url');
}
