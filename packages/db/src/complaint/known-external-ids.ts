import type { Database } from '../database.ts';

/** Which of these numbers of another platform already are complaints of ours. */
export async function knownExternalIds(
  db: Pick<Database, 'pool'>,
  source: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await db.pool.query<{ external_id: string }>({
    name: 'known-external-ids',
    text: 'SELECT external_id FROM complaint WHERE external_source = $1 AND external_id = ANY($2::text[])',
    values: [source, ids],
  });
  return new Set(rows.map((row) => row.external_id));
}
