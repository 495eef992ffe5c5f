import type pg from 'pg';
import type { Database } from '../../database.ts';

/** A table with sealed columns. All names are of our own making. */
export type SealedTable = {
  readonly name: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
  /** The sealed columns. */
  readonly columns: readonly string[];
  /** What else is needed to know contexts and files. */
  readonly also: readonly string[];
};

export type SealedRow = Readonly<Record<string, unknown>> & { readonly key_id: string };
export type RowKey = readonly unknown[];

type Page = { readonly after: RowKey | null; readonly limit: number };

/** Rows that name a key, by their primary key, after one of them. */
export async function readSealedRows(
  { pool }: Pick<Database, 'pool'>,
  table: SealedTable,
  { after, limit }: Page,
): Promise<readonly SealedRow[]> {
  const { rows } = await pool.query<SealedRow>(
    `${selectOf(table)} WHERE key_id <> ''${afterOf(table, after, 2)} ORDER BY ${table.key.join(', ')} LIMIT $1`,
    [limit, ...(after ?? [])],
  );
  return rows;
}

/**
 * Takes up to `limit` rows that are not under `keyId`, holds them, and writes what `reseal` makes of each; null leaves a row as
 * it is. One transaction. Rows that somebody else is changing are passed over. Returns the rows taken and how many were
 * written.
 */
export async function resealRows(
  { pool }: Pick<Database, 'pool'>,
  table: SealedTable,
  { keyId, after, limit }: Page & { readonly keyId: string },
  reseal: (row: SealedRow) => Promise<ReadonlyMap<string, Uint8Array> | null>,
): Promise<{ readonly rows: readonly SealedRow[]; readonly written: number }> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<SealedRow>(
      `${selectOf(table)} WHERE key_id <> '' AND key_id <> $2${afterOf(table, after, 3)}
ORDER BY ${table.key.join(', ')} LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit, keyId, ...(after ?? [])],
    );
    let written = 0;
    for (const row of rows) {
      const values = await reseal(row);
      if (values === null) continue;
      await writeRow(client, table, row, keyId, values);
      written += 1;
    }
    await client.query('COMMIT');
    isBroken = false;
    return { rows, written };
  } finally {
    client.release(isBroken);
  }
}

/** The primary key of a row. */
export function keyOf(table: SealedTable, row: SealedRow): RowKey {
  return table.key.map((column) => row[column]);
}

async function writeRow(
  client: pg.PoolClient,
  table: SealedTable,
  row: SealedRow,
  keyId: string,
  values: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const columns = [...values.keys()];
  const first = table.key.length + 2;
  await client.query(
    `UPDATE ${table.name} SET ${['key_id = $1', ...columns.map((column, at) => `${column} = $${first + at}`)].join(', ')}
WHERE ${table.key.map((column, at) => `${column} = $${at + 2}`).join(' AND ')}`,
    [keyId, ...keyOf(table, row), ...values.values()],
  );
}

function selectOf({ name, key, columns, also }: SealedTable): string {
  return `SELECT ${[...new Set([...key, ...columns, ...also, 'key_id'])].join(', ')} FROM ${name}`;
}

function afterOf({ key }: SealedTable, after: RowKey | null, first: number): string {
  if (after === null) return '';
  return ` AND (${key.join(', ')}) > (${key.map((_, at) => `$${first + at}`).join(', ')})`;
}
