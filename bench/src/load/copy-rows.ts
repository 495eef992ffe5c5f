import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { copyTableIn, copyTableOut, type BackupTable } from '@bihuan/db';
import pg from 'pg';

/** How long PostgreSQL takes to give all rows of these tables to a client that throws them away, in seconds. */
export function copyOutSeconds(url: string, tables: readonly string[]): Promise<number> {
  return withClient(url, async (client) => {
    const named = await columnsOf(client, tables);
    return timed(async () => {
      for (const table of named) await copyTableOut(client, table, (rows) => pipeline(rows, nowhere()));
    });
  });
}

/** How long PostgreSQL takes to take the same rows again, its indexes with them, in seconds; the tables hold the same afterwards. */
export function copyInSeconds(url: string, folder: string, tables: readonly string[]): Promise<number> {
  return withClient(url, async (client) => {
    const named = await columnsOf(client, tables);
    const fileOf = ({ name }: BackupTable) => join(folder, `${name}.rows`);
    for (const table of named)
      await copyTableOut(client, table, (rows) => pipeline(rows, createWriteStream(fileOf(table))));
    await client.query('SET session_replication_role = replica');
    await client.query(`TRUNCATE ${named.map(({ name }) => name).join(', ')} CASCADE`);
    await client.query('SET session_replication_role = origin');
    const seconds = await timed(async () => {
      for (const table of named)
        await copyTableIn(client, table, (rows) => pipeline(createReadStream(fileOf(table)), rows));
    });
    for (const table of named) await rm(fileOf(table));
    return seconds;
  });
}

async function withClient<Value>(url: string, use: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function columnsOf(client: pg.Client, tables: readonly string[]): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `SELECT nspname || '.' || relname AS name, array_agg(attname::text ORDER BY attnum) AS columns
FROM unnest($1::text[]::regclass[]) WITH ORDINALITY AS asked (id, place) CROSS JOIN LATERAL (SELECT relid FROM pg_partition_tree(asked.id) WHERE isleaf UNION SELECT asked.id) leaf
JOIN pg_class ON pg_class.oid = leaf.relid AND relkind = 'r' JOIN pg_namespace n ON n.oid = relnamespace
JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
GROUP BY 1, place ORDER BY place, 1`,
    [tables],
  );
  return rows;
}

function nowhere(): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
