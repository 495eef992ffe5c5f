import { countUnread, listedNotices, readNotices, type StoredNotice } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

export type NoticePage = {
  /** Newest first. */
  readonly notices: readonly StoredNotice[];
  readonly next: string | null;
  readonly unread: number;
};

const PAGE = 50;
/** The bell counts no further. */
const MOST = 99;

const schema = z.object({
  /** The `next` of the page before. */
  after: z.preprocess(
    (text) => (typeof text === 'string' && text !== '' ? text.split('~') : null),
    z.tuple([z.iso.datetime('malformed'), z.uuid('malformed')]).nullable(),
  ),
});

/** One's own bell, a page of 50. */
export async function listNotices(house: House, actor: Actor, raw: unknown): Promise<Result<NoticePage>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const asked = parseInput(schema, raw);
  if (!asked.ok) return asked;
  const { after } = asked.value;
  const from = after === null ? null : { createdAt: after[0], id: after[1] };
  const rows = await listedNotices(house.db, actor.staffId, { after: from, limit: PAGE + 1 });
  const notices = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? notices.at(-1) : undefined;
  const unread = await countUnread(house.db, actor.staffId, MOST);
  return done({ notices, next: last === undefined ? null : `${last.createdAt}~${last.id}`, unread });
}

/** How many lines of one's bell are unread, counted up to 99; one more where there are more. */
export async function countNotices(house: House, actor: Actor): Promise<Result<number>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  return done(await countUnread(house.db, actor.staffId, MOST));
}

const one = z.object({ noticeId: z.uuid('malformed') });

/** Marks one line of one's bell as read and tells what it is about. */
export async function openNotice(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly about: string; readonly aboutId: string | null }>> {
  const asked = parseInput(one, raw);
  if (actor.kind !== 'staff' || !asked.ok) return refusal('not_found');
  const found = await readNotices(house.db, actor.staffId, asked.value.noticeId, house.now());
  return found === null ? refusal('not_found') : done(found);
}

/** Marks one's whole bell as read. */
export async function readAllNotices(house: House, actor: Actor): Promise<Result<null>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  await readNotices(house.db, actor.staffId, null, house.now());
  return done(null);
}
