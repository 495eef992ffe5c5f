import pg from 'pg';
import { findEditedMigrations } from './migration/find-edited-migrations.ts';
import { migrationsFolder, readMigrations } from './migration/migrations-folder.ts';
import { EVERYTHING, withSchemaEngine } from './migration/schema-engine.ts';

const MIGRATION_LOCK = 4_201_883;

/**
 * Applies the migrations that the database at `url` does not have yet, in order, and returns their names.
 * They are recorded in `_prisma_migrations`, as `prisma migrate deploy` would. Of several processes one migrates and
 * the others wait. Throws when a migration fails or an applied one was edited since. `only`: no others
 * than these.
 */
export async function migrate(
  url: string,
  log: (line: string) => void,
  folder = migrationsFolder(),
  only?: readonly string[],
): Promise<{ applied: string[] }> {
  const guard = new pg.Client({ connectionString: url });
  await guard.connect();
  try {
    // A lock of the transaction, not of the session, so that it also holds behind PgBouncer.
    await guard.query('begin');
    await guard.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const migrationsList = await readMigrations(folder, only);
    const edited = await findEditedMigrations(guard, migrationsList);
    if (edited.length > 0) {
      throw new Error(
        `changed after it was applied to this database: ${edited.join(', ')}; add a new migration`,
      );
    }
    const done = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({ migrationsList, filters: EVERYTHING }),
    );
    for (const name of done.appliedMigrationNames) log(`migrated: ${name}`);
    return { applied: done.appliedMigrationNames };
  } finally {
    await guard.end();
  }
}
