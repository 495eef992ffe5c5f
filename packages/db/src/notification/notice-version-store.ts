import type { NoticeRules } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { FIRST_NOTICES } from './first/first-notices.ts';

export type NoticeVersion = {
  readonly number: number;
  readonly status: 'draft' | 'published';
  readonly rules: NoticeRules;
  readonly note: string;
  readonly createdAt: string;
  readonly createdById: string | null;
  readonly changedAt: string;
  readonly publishedAt: string | null;
  readonly publishedById: string | null;
};

type Db = Pick<Database, 'prisma'>;

/** The latest version of a status; null where there is none. */
export async function latestNoticeVersion(
  db: Db,
  status: NoticeVersion['status'],
): Promise<NoticeVersion | null> {
  const row = await db.prisma.noticeVersion.findFirst({ where: { status }, orderBy: { number: 'desc' } });
  return row && versionOf(row);
}

export async function readNoticeVersion(db: Db, number: number): Promise<NoticeVersion | null> {
  const row = await db.prisma.noticeVersion.findUnique({ where: { number } });
  return row && versionOf(row);
}

/** All versions without their rules, newest first. */
export async function listNoticeVersions(db: Db): Promise<readonly Omit<NoticeVersion, 'rules'>[]> {
  const rows = await db.prisma.noticeVersion.findMany({ orderBy: { number: 'desc' }, omit: { data: true } });
  return rows.map((row) => {
    const { rules: _, ...version } = versionOf({ ...row, data: null });
    return version;
  });
}

/**
 * Begins the draft after the version it was copied from. False where there is a draft already: its number is the next one,
 * so that there is never a second.
 */
export async function insertNoticeDraft(
  db: Db,
  { number, rules, note, by, at }: Written & { readonly number: number },
): Promise<boolean> {
  const row = { number, status: 'draft', data: rules, note, createdAt: at, createdById: by, changedAt: at };
  const { count } = await db.prisma.noticeVersion.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** Writes over the draft as it was seen; false where somebody else was first. */
export async function saveNoticeDraft(
  db: Db,
  number: number,
  seenAt: string,
  { rules, note, at }: Omit<Written, 'by'>,
): Promise<boolean> {
  const { count } = await db.prisma.noticeVersion.updateMany({
    where: { number, status: 'draft', changedAt: seenAt },
    data: { data: rules, note, changedAt: at },
  });
  return count === 1;
}

/** Publishes the draft as it was seen; false where somebody else was first. */
export async function publishNoticeDraft(
  db: Db,
  number: number,
  seenAt: string,
  { by, at, note }: { readonly by: string; readonly at: string; readonly note: string },
): Promise<boolean> {
  const { count } = await db.prisma.noticeVersion.updateMany({
    where: { number, status: 'draft', changedAt: seenAt },
    data: { status: 'published', publishedAt: at, publishedById: by, note },
  });
  return count === 1;
}

/** Drops the draft; nothing where it was published meanwhile. */
export async function dropNoticeDraft(db: Db, number: number): Promise<void> {
  await db.prisma.noticeVersion.deleteMany({ where: { number, status: 'draft' } });
}

/** Publishes what every installation starts from; nothing happens where there is a version already. */
export async function loadFirstNotices(db: Db, now: string): Promise<void> {
  const published = { status: 'published', createdAt: now, changedAt: now, publishedAt: now };
  const row = { number: 1, data: FIRST_NOTICES, note: '', ...published };
  await db.prisma.noticeVersion.createMany({ data: [row], skipDuplicates: true });
}

type Written = {
  readonly rules: NoticeRules;
  readonly note: string;
  readonly by: string;
  readonly at: string;
};

type Row = {
  number: number;
  status: string;
  data: unknown;
  note: string;
  createdAt: Date;
  createdById: string | null;
  changedAt: Date;
  publishedAt: Date | null;
  publishedById: string | null;
};

function versionOf({ data, createdAt, changedAt, publishedAt, status, ...row }: Row): NoticeVersion {
  return {
    ...row,
    status: status as NoticeVersion['status'],
    rules: data as NoticeRules,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}
