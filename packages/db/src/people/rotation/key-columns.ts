import type { Database } from '../../database.ts';

/** How many rows of a table say that they are sealed under a key. */
export type RowsUnderKey = { readonly table: string; readonly keyId: string; readonly rows: number };

/** Every table whose rows name the key they are sealed under, as the database itself knows them. */
export async function tablesWithKeyId({ pool }: Pick<Database, 'pool'>): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT columns.table_name::text AS name FROM information_schema.columns JOIN information_schema.tables
  USING (table_schema, table_name)
WHERE table_schema = 'public' AND column_name = 'key_id' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** The keys that rows are under, of all such tables. Rows that name none hold nothing sealed yet. */
export async function countRowsByKey(db: Pick<Database, 'pool'>): Promise<readonly RowsUnderKey[]> {
  const counted: RowsUnderKey[] = [];
  for (const table of await tablesWithKeyId(db)) {
    const { rows } = await db.pool.query<{ keyId: string; rows: number }>(
      `SELECT key_id AS "keyId", count(*)::int AS rows FROM "${table}" WHERE key_id <> '' GROUP BY key_id ORDER BY key_id`,
    );
    counted.push(...rows.map((row) => ({ table, ...row })));
  }
  return counted;
}
