import type { House } from '@bihuan/api';
import type pg from 'pg';

export type AskedQuery = { readonly text: string; readonly values: readonly unknown[] };

/** What a use case asks the database while `work` runs, of what it asks through the pool of reads. */
export async function queriesOf(house: House, work: () => Promise<unknown>): Promise<readonly AskedQuery[]> {
  const { pool } = house.db;
  const asked: AskedQuery[] = [];
  const original = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  const watched = (...given: unknown[]) => {
    const [first, second] = given;
    if (typeof first === 'string') asked.push({ text: first, values: Array.isArray(second) ? second : [] });
    else if (isConfig(first)) asked.push({ text: first.text, values: first.values ?? [] });
    return original(...given);
  };
  Object.assign(pool, { query: watched });
  try {
    await work();
  } finally {
    Object.assign(pool, { query: original });
  }
  return asked;
}

/** The plan of a query with what it took; the milliseconds of its execution. */
export async function explain(
  client: pg.Client,
  { text, values }: AskedQuery,
): Promise<{ readonly plan: string; readonly ms: number }> {
  const { rows } = await client.query<Record<'QUERY PLAN', string>>({
    text: `EXPLAIN (ANALYZE, BUFFERS) ${text}`,
    values: [...values],
  });
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  return { plan, ms: Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1] ?? 0) };
}

function isConfig(given: unknown): given is { text: string; values?: unknown[] } {
  return typeof given === 'object' && given !== null && 'text' in given;
}
