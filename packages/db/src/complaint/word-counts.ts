import type { Database } from '../database.ts';

const LOCK = 4_201_885;

const COUNT_NEW = `
WITH mark AS (
  SELECT coalesce(max((value->>'through')::timestamptz), '-infinity') AS through,
    coalesce(max((value->>'complaints')::int), 0) AS complaints
  FROM setting WHERE key = 'word_counts'),
batch AS (
  SELECT submitted_at, search FROM complaint, mark
  WHERE submitted_at > mark.through AND submitted_at <= $1
  ORDER BY submitted_at FETCH FIRST $2 ROWS WITH TIES),
counted AS (
  INSERT INTO search_word (word, complaints)
  SELECT word, count(*) FROM batch, unnest(tsvector_to_array(search)) AS word GROUP BY word
  ON CONFLICT (word) DO UPDATE SET complaints = search_word.complaints + excluded.complaints),
moved AS (
  INSERT INTO setting (key, value)
  SELECT 'word_counts', jsonb_build_object('through', max(submitted_at), 'complaints', (SELECT complaints FROM mark) + count(*))
  FROM batch HAVING count(*) > 0
  ON CONFLICT (key) DO UPDATE SET value = excluded.value)
SELECT count(*)::int AS count FROM batch`;

/**
 * Counts the words of complaints filed since the last count and until `through` (ISO-8601), at most about `most` of them.
 * Returns how many it took. `through` should lie a little back, so that filings still under way are not missed.
 */
export async function countNewWords(
  db: Pick<Database, 'pool'>,
  through: string,
  most: number,
): Promise<number> {
  const client = await db.pool.connect();
  let isBroken = true;
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await client.query<{ count: number }>(COUNT_NEW, [through, most]);
    await client.query('COMMIT');
    isBroken = false;
    return rows[0]?.count ?? 0;
  } finally {
    client.release(isBroken);
  }
}

/** How many complaints have been counted. */
export async function countedComplaints(db: Pick<Database, 'pool'>): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>({
    name: 'counted-complaints',
    text: `SELECT coalesce(max((value->>'complaints')::int), 0) AS count FROM setting WHERE key = 'word_counts'`,
  });
  return rows[0]?.count ?? 0;
}

/** In how many of the counted complaints each of these words occurs; words that occur in none are left out. */
export async function readWordCounts(
  db: Pick<Database, 'pool'>,
  words: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.pool.query<{ word: string; complaints: number }>({
    name: 'word-counts',
    text: 'SELECT word, complaints FROM search_word WHERE word = ANY($1::text[])',
    values: [words],
  });
  return new Map(rows.map(({ word, complaints }) => [word, complaints]));
}
