import type { BulletinKind, BulletinStatus, Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';

export type ListedBulletin = {
  readonly id: string;
  readonly kind: BulletinKind;
  readonly month: string | null;
  readonly title: string;
  readonly status: BulletinStatus;
  readonly number: string | null;
  readonly draftedAt: Instant;
  readonly publishedAt: Instant | null;
};

/** Bulletins of a kind in these states: months the latest first, special reports by the day they were drafted. */
export async function readBulletinList(
  db: Pick<Database, 'prisma'>,
  kind: BulletinKind,
  statuses: readonly BulletinStatus[],
  most: number,
): Promise<readonly ListedBulletin[]> {
  const rows = await db.prisma.bulletin.findMany({
    where: { kind, status: { in: [...statuses] } },
    orderBy: [{ month: 'desc' }, { draftedAt: 'desc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(({ id, month, title, status, number, draftedAt, publishedAt }) => ({
    ...{ id, kind, month, title, number },
    status: status as BulletinStatus,
    draftedAt: draftedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  }));
}
