import {
  FIRST_NOTICES,
  insertNoticeDraft,
  latestNoticeVersion,
  saveNoticeDraft,
  type NoticeVersion,
} from '@bihuan/db';
import type { NoticeRules } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';

/** The rules being worked on: the draft, else what is published. `seen` names exactly what was shown. */
export type NoticeWork = {
  readonly draft: NoticeVersion | null;
  readonly published: NoticeVersion | null;
  readonly rules: NoticeRules;
  readonly seen: string;
};

export async function readNoticeWork({ db }: House): Promise<NoticeWork> {
  const [draft, published] = await Promise.all([
    latestNoticeVersion(db, 'draft'),
    latestNoticeVersion(db, 'published'),
  ]);
  const rules = (draft ?? published)?.rules ?? FIRST_NOTICES;
  return { draft, published, rules, seen: draft?.changedAt ?? `published ${published?.number ?? 0}` };
}

/** Changes the draft as it was seen, or begins one. `stale` where somebody else was first. */
export async function changeNoticeDraft(
  house: House,
  by: string,
  seen: string,
  change: (rules: NoticeRules) => NoticeRules,
): Promise<Result<{ readonly number: number }>> {
  const work = await readNoticeWork(house);
  if (work.seen !== seen) return refusal('stale');
  const written = { rules: change(work.rules), note: work.draft?.note ?? '', at: house.now() };
  const number = work.draft?.number ?? (work.published?.number ?? 0) + 1;
  const isSaved =
    work.draft === null
      ? await insertNoticeDraft(house.db, { number, by, ...written })
      : await saveNoticeDraft(house.db, number, seen, written);
  return isSaved ? done({ number }) : refusal('stale');
}
