import type pg from 'pg';

export type BackupTable = {
  /** With its schema: `public.event`. */
  readonly name: string;
  readonly columns: readonly string[];
};

/**
 * Of the queues only what waits or was done in them is kept; pg-boss makes the rest anew. `_prisma_migrations` is written
 * by the migrations themselves.
 */
const SQL = `
SELECT n.nspname || '.' || c.relname AS name, pg_table_size(c.oid)::float8 AS size,
  array_agg(a.attname::text ORDER BY a.attnum) AS columns
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
WHERE c.relkind = 'r' AND (n.nspname = 'public' AND c.relname <> '_prisma_migrations'
  OR n.nspname = 'pgboss' AND c.relname IN ('queue', 'schedule', 'subscription')
  OR c.oid IN (SELECT relid FROM pg_partition_tree(to_regclass('pgboss.job'))))
GROUP BY n.nspname, c.relname, c.oid ORDER BY n.nspname DESC, c.relname`;

/** Every table that a backup holds, with the room it takes in bytes. */
export async function listBackupTables(
  client: pg.ClientBase,
): Promise<readonly (BackupTable & { readonly size: number })[]> {
  const { rows } = await client.query<BackupTable & { size: number }>(SQL);
  return rows;
}

/** The columns of a table as SQL takes them. */
export function columnList({ columns }: BackupTable): string {
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
}

/** The name of a table as SQL takes it. */
export function tableName({ name }: BackupTable): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}
