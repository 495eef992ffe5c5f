import { createHash } from 'node:crypto';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type pg from 'pg';

/** Names of migrations whose file no longer is what was applied, by the checksums in `_prisma_migrations`. */
export async function findEditedMigrations(client: pg.Client, migrations: MigrationList): Promise<string[]> {
  const table = await client.query("select where to_regclass('_prisma_migrations') is not null");
  if (table.rowCount === 0) return [];
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select migration_name as name, checksum from _prisma_migrations where rolled_back_at is null',
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  return migrations.migrationDirectories
    .filter(({ path, migrationFile }) => {
      const checksum = createHash('sha256').update(migrationFile.content.value).digest('hex');
      return applied.has(path) && applied.get(path) !== checksum;
    })
    .map(({ path }) => path);
}
