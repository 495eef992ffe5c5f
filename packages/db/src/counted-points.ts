import type { Database } from './database.ts';

/** Points that limiters count against keys and that still hold, by key; `until` in milliseconds since 1970. */
export type CountedPoints = Readonly<
  Record<string, { readonly points: number; readonly until: number } | undefined>
>;

/** SQL of the points counted against `keys` (a parameter of texts) that hold at `now` (one of milliseconds since 1970). */
export const countedPoints = (keys: string, now: string) =>
  `(SELECT coalesce(jsonb_object_agg(key, jsonb_build_object('points', points, 'until', expire)), '{}')
  FROM rate_limit WHERE key = ANY(${keys}) AND expire > ${now})`;

/** What is counted against keys of limiters now. */
export async function readCountedPoints(
  db: Pick<Database, 'pool'>,
  keys: readonly string[],
): Promise<CountedPoints> {
  const { rows } = await db.pool.query<{ counted: CountedPoints }>({
    name: 'counted-points',
    text: `SELECT ${countedPoints('$1::text[]', '$2')} AS counted`,
    values: [keys, Date.now()],
  });
  return rows[0]?.counted ?? {};
}
