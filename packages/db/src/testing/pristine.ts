import type pg from 'pg';

/** What a migrated database holds before anything happened in it. */
export type Pristine = {
  readonly shape: string;
  /** Names of all tables, quoted, with the columns that can be written. */
  readonly tables: ReadonlyMap<string, string>;
  /** Rows of the tables that are not empty, as JSON. */
  readonly rows: ReadonlyMap<string, string>;
  readonly sequences: ReadonlyMap<string, string | null>;
};

const OWN = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
         string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind = 'r' AND ${OWN}
  GROUP BY 1 ORDER BY 1`;

const SHAPE = `
  SELECT md5(string_agg(part, ',' ORDER BY part)) AS shape FROM (
    SELECT format('%s %s %s', a.attrelid::regclass, a.attname, a.atttypid) AS part
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attnum > 0 AND ${OWN}
    UNION ALL
    SELECT format('%s %s %s', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger
  ) AS parts`;

const SEQUENCES = `
  SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS last FROM pg_sequences`;

const BUSY = `
  SELECT count(*) FILTER (WHERE state = 'active')::int AS active,
         count(*) FILTER (WHERE state LIKE 'idle in transaction%')::int AS halfway
  FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;

/** Reads what `restorePristine` brings back. */
export async function readPristine(client: pg.Client): Promise<Pristine> {
  const tables = await client.query<{ name: string; columns: string }>(TABLES);
  const rows = new Map<string, string>();
  for (const { name } of tables.rows) {
    const found = await rowsOf(client, name);
    if (found !== '[]') rows.set(name, found);
  }
  return {
    shape: await shapeOf(client),
    tables: new Map(tables.rows.map(({ name, columns }) => [name, columns])),
    rows,
    sequences: await sequencesOf(client),
  };
}

/**
 * Takes out whatever came into the database since. False where it is still in use or was built differently in the meantime:
 * then it must not be used again.
 */
export async function restorePristine(client: pg.Client, pristine: Pristine): Promise<boolean> {
  if (!(await isQuiet(client))) return false;
  if ((await shapeOf(client)) !== pristine.shape) return false;
  const empty = [...pristine.tables.keys()].filter((name) => !pristine.rows.has(name));
  const filled = await client.query<{ name: string }>(
    empty.map((name) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name})`).join(' UNION ALL '),
  );
  const changed: string[] = [];
  for (const [name, rows] of pristine.rows) if ((await rowsOf(client, name)) !== rows) changed.push(name);
  await client.query('BEGIN');
  // Neither triggers nor foreign keys have a say in this.
  await client.query('SET LOCAL session_replication_role = replica');
  for (const { name } of filled.rows) await client.query(`DELETE FROM ${name}`);
  for (const name of changed) {
    const columns = pristine.tables.get(name) ?? '';
    await client.query(`DELETE FROM ${name}`);
    await client.query(
      `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
       SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`,
      [pristine.rows.get(name)],
    );
  }
  for (const [name, last] of await sequencesOf(client)) {
    const was = pristine.sequences.get(name) ?? null;
    if (last === was) continue;
    await (was === null
      ? client.query(`ALTER SEQUENCE ${name} RESTART`)
      : client.query('SELECT setval($1::regclass, $2::bigint)', [name, was]));
  }
  await client.query('COMMIT');
  return true;
}

/** Waits up to two seconds until nobody is at work in the database. */
async function isQuiet(client: pg.Client): Promise<boolean> {
  for (let look = 0; look < 40; look += 1) {
    const { rows } = await client.query<{ active: number; halfway: number }>(BUSY);
    const { active, halfway } = rows[0] ?? { active: 1, halfway: 0 };
    if (active === 0 && halfway === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function rowsOf(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ all: string }>(
    `SELECT coalesce(json_agg(row ORDER BY row::text), '[]')::text AS all FROM ${name} AS row`,
  );
  return rows[0]?.all ?? '[]';
}

async function shapeOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ shape: string }>(SHAPE);
  return rows[0]?.shape ?? '';
}

async function sequencesOf(client: pg.Client): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(SEQUENCES);
  return new Map(rows.map(({ name, last }) => [name, last]));
}
