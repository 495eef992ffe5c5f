import type { LocalDate } from '@bihuan/domain';
import type { Database } from '../../database.ts';
import type { Statement } from '../../statement.ts';
import { EXPIRED_ROWS } from './expired-rows.ts';

/** What is counted when it is removed. */
export const REMOVED_THINGS = [
  'contacts',
  'messages',
  'rating_traces',
  'staff_messages',
  ...EXPIRED_ROWS,
] as const;
export type RemovedThing = (typeof REMOVED_THINGS)[number];

export type RemovalDay = {
  readonly day: LocalDate;
  readonly what: RemovedThing;
  readonly rulesVersion: string;
  readonly count: number;
};

/** The statement that counts what is removed in the same transaction. */
export function countRemoved({ day, what, rulesVersion, count }: RemovalDay): Statement {
  return {
    name: 'count-removed',
    text: `INSERT INTO retention_count (on_day, what, rules_version, count) VALUES ($1, $2, $3, $4)
ON CONFLICT (on_day, what, rules_version) DO UPDATE SET count = retention_count.count + excluded.count`,
    values: [day, what, rulesVersion, count],
  };
}

/** What was removed on which day, latest first. */
export async function removalDays(
  db: Pick<Database, 'prisma'>,
  limit: number,
): Promise<readonly RemovalDay[]> {
  const rows = await db.prisma.retentionCount.findMany({
    orderBy: [{ onDay: 'desc' }, { what: 'asc' }, { rulesVersion: 'asc' }],
    take: limit,
  });
  return rows.map(({ onDay, what, rulesVersion, count }) => ({
    ...{ day: onDay.toISOString().slice(0, 10), what: what as RemovedThing, rulesVersion, count },
  }));
}
