import pg from 'pg';
import { caseTemplates, COPIED_TABLES, COPY } from './case-templates.ts';

export type Multiplied = {
  /** How many events there should be at least. */
  readonly events: number;
  /** One copy of so many has the cases that are still open; 1: all of them. */
  readonly openOneOf: number;
  /** Which complaints and items are copied with their cases. */
  readonly isWanted?: (row: Readonly<Record<string, unknown>>) => boolean;
};

const SETTINGS = `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'`;
const ROWS_AT_ONCE = 200_000;

/**
 * Copies the cases of a database until there are as many events as wanted: every copy with ids and numbers of its own, its
 * events, state rows and lines fitting each other; hashes do not fit. Returns how many copies of all cases were made.
 */
export async function multiplyCases(url: string, asked: Multiplied): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(SETTINGS);
    const templates = await caseTemplates(client, asked.isWanted ?? (() => true));
    const events = templates.filter(({ table }) => table === 'event');
    const each =
      events.filter(({ isOpen }) => !isOpen).length +
      events.filter(({ isOpen }) => isOpen).length / asked.openOneOf;
    const copies = Math.ceil(asked.events / each);
    await client.query(
      'CREATE TEMPORARY TABLE template ("table" text, is_open boolean, body text, nth bigint)',
    );
    await client.query(
      'INSERT INTO template SELECT * FROM unnest($1::text[], $2::boolean[], $3::text[]) WITH ORDINALITY',
      [
        templates.map(({ table }) => table),
        templates.map(({ isOpen }) => isOpen),
        templates.map(({ body }) => body),
      ],
    );
    const indexes = await dropIndexes(client);
    for (const table of COPIED_TABLES) {
      const rows = templates.filter((one) => one.table === table).length;
      if (rows === 0) continue;
      const began = performance.now();
      const insert = await insertInto(client, table, asked);
      const step = Math.max(1, Math.floor(ROWS_AT_ONCE / rows));
      for (let first = 1; first <= copies; first += step)
        await client.query(insert, [first, Math.min(copies, first + step - 1)]);
      console.log(`${table}: ${rows} × ${copies} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
    await client.query(`DELETE FROM score_balance; INSERT INTO score_balance (department_id, period, account, centipoints, lines)
SELECT department_id, period, account, sum(centipoints)::int, count(*)::int FROM score_entry GROUP BY 1, 2, 3`);
    for (const index of indexes) await client.query(index);
    await client.query('VACUUM ANALYZE');
    return copies;
  } finally {
    await client.end();
  }
}

/** Takes the indexes away that no constraint needs; returns how to make them again. */
async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; text: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = ANY($1::text[]::regclass[]) AND NOT i.indisunique`,
    [COPIED_TABLES],
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows.map(({ text }) => text);
}

async function insertInto(client: pg.Client, table: string, { openOneOf }: Multiplied): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = $1 AND NOT (table_name = 'event' AND column_name = 'position')`,
    [table],
  );
  const columns = rows.map(({ name }) => `"${name}"`);
  const values = columns.map((name) =>
    table === 'score_entry' && name === '"ordinal"' ? 'NULL' : `r.${name}`,
  );
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
FROM generate_series($1::int, $2::int) AS k
JOIN template t ON t."table" = '${table}' AND (NOT is_open OR k % ${openOneOf} = 0)
CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, replace(t.body, '${COPY}', lpad(to_hex(k), 8, '0'))::jsonb) r
ORDER BY k, t.nth`;
}
