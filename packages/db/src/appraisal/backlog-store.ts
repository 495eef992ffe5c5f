import type { BacklogCount, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;

/** The last day that is counted; null before the first. */
export async function lastBacklogDay(db: Reads): Promise<LocalDate | null> {
  const { rows } = await db.pool.query<{ day: string | null }>({
    name: 'last-backlog-day',
    text: 'SELECT max(on_day)::text AS day FROM backlog_day',
    values: [],
  });
  return rows[0]?.day ?? null;
}

/** Puts counts in the place of those there are of the days from `first` to `last`. */
export async function saveBacklog(
  db: Pick<Database, 'pool'>,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
  counts: readonly BacklogCount[],
): Promise<void> {
  const column = (pick: (one: BacklogCount) => unknown) => counts.map(pick);
  await db.pool.query({
    name: 'save-backlog',
    text: `WITH gone AS (
  DELETE FROM backlog_day old WHERE on_day BETWEEN $1 AND $2 AND NOT EXISTS (
    SELECT FROM unnest($3::date[], $4::text[], $5::text[], $6::text[]) AS kept (day, about, holder, age_class)
    WHERE (day, kept.about, kept.holder, kept.age_class) = (old.on_day, old.about, old.holder, old.age_class))
)
INSERT INTO backlog_day (on_day, about, holder, age_class, count)
SELECT * FROM unnest($3::date[], $4::text[], $5::text[], $6::text[], $7::int[])
ON CONFLICT (on_day, about, holder, age_class) DO UPDATE SET count = excluded.count`,
    values: [
      ...[first, last],
      ...[column((one) => one.day), column((one) => one.about), column((one) => one.holder)],
      ...[column((one) => one.ageClass), column((one) => one.count)],
    ],
  });
}

/** Counts of the days from `first` to `last`; of one holder or all. */
export async function readBacklog(
  db: Reads,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
  about: BacklogCount['about'],
  holders: readonly string[] | null,
): Promise<readonly BacklogCount[]> {
  const { rows } = await db.pool.query<BacklogCount>({
    name: 'read-backlog',
    text: `SELECT on_day::text AS day, about, holder, age_class AS "ageClass", count FROM backlog_day
WHERE on_day BETWEEN $1 AND $2 AND about = $3 AND ($4::text[] IS NULL OR holder = ANY($4::text[]))
ORDER BY on_day, holder, age_class`,
    values: [first, last, about, holders],
  });
  return rows;
}

/** When the first case came; null before any. */
export async function firstCaseAt(db: Reads): Promise<string | null> {
  const { rows } = await db.pool.query<{ at: Date | null }>({
    name: 'first-case',
    text: `SELECT min(at) AS at FROM (SELECT min(submitted_at) AS at FROM complaint
UNION ALL SELECT min(proposed_at) FROM supervision_item) first`,
    values: [],
  });
  return rows[0]?.at?.toISOString() ?? null;
}
