import type { Database } from '../database.ts';
import type { NoticeAbout } from '../job/enqueue-jobs.ts';
import type { Statement } from '../statement.ts';

/** A line in the bell of one person. */
export type NewNotice = {
  readonly id: string;
  readonly staffId: string;
  readonly occasion: string;
  readonly event: string;
  readonly about: NoticeAbout | 'none';
  /** The kind of a policy, the id of anything else. */
  readonly aboutId: string | null;
  readonly text: string;
  readonly textEn: string;
  readonly createdAt: string;
};

export type StoredNotice = Omit<NewNotice, 'occasion' | 'staffId'> & { readonly readAt: string | null };

/** Puts a line into a bell, once per occasion. */
export function insertNotice(notice: NewNotice): Statement {
  const { id, staffId, occasion, event, about, aboutId, text, textEn, createdAt } = notice;
  return {
    name: 'insert-notice',
    text: `INSERT INTO notice (id, staff_id, occasion, event, about, about_id, text, text_en, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (staff_id, occasion) DO NOTHING`,
    values: [id, staffId, occasion, event, about, aboutId, text, textEn, createdAt],
  };
}

type Row = Omit<StoredNotice, 'createdAt' | 'readAt'> & { createdAt: Date; readAt: Date | null };

/** The bell of one person, newest first, after a key. */
export async function listedNotices(
  db: Pick<Database, 'pool'>,
  staffId: string,
  { after, limit }: { readonly after: { createdAt: string; id: string } | null; readonly limit: number },
): Promise<readonly StoredNotice[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'listed-notices',
    text: `SELECT id, event, about, about_id AS "aboutId", text, text_en AS "textEn", created_at AS "createdAt", read_at AS "readAt"
FROM notice WHERE staff_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2::timestamptz, $3::uuid))
ORDER BY created_at DESC, id DESC LIMIT $4`,
    values: [staffId, after?.createdAt ?? null, after?.id ?? null, limit],
  });
  return rows.map(({ createdAt, readAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }));
}

/** Unread lines of one person, counted no further than `most` + 1. */
export async function countUnread(
  db: Pick<Database, 'pool'>,
  staffId: string,
  most: number,
): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>({
    name: 'count-unread-notices',
    text: `SELECT count(*)::int AS count FROM
(SELECT FROM notice WHERE staff_id = $1 AND read_at IS NULL LIMIT $2) AS unread`,
    values: [staffId, most + 1],
  });
  return rows[0]?.count ?? 0;
}

/** Marks lines of one person as read: one of them, or all. Returns what the one is about. */
export async function readNotices(
  db: Pick<Database, 'prisma'>,
  staffId: string,
  id: string | null,
  at: string,
): Promise<{ readonly about: string; readonly aboutId: string | null } | null> {
  const mine = id === null ? { staffId } : { staffId, id };
  await db.prisma.notice.updateMany({ where: { ...mine, readAt: null }, data: { readAt: at } });
  if (id === null) return null;
  return db.prisma.notice.findFirst({ where: mine, select: { about: true, aboutId: true } });
}

/** Forgets lines that were written before a moment. Returns how many. */
export async function forgetNotices(db: Pick<Database, 'prisma'>, before: string): Promise<number> {
  return (await db.prisma.notice.deleteMany({ where: { createdAt: { lt: before } } })).count;
}
