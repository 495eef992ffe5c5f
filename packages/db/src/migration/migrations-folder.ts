import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';

export const PRISMA_FOLDER = join(dirname(dirname(import.meta.dirname)), 'prisma');
export const MIGRATIONS_FOLDER = join(PRISMA_FOLDER, 'migrations');

/** Reads all migrations, or those named, oldest first, in the form the schema engine takes. */
export async function readMigrations(
  folder = MIGRATIONS_FOLDER,
  only?: readonly string[],
): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const there = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const names = only === undefined ? there : there.filter((name) => only.includes(name));
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => {
        const value = await readFile(join(folder, name, 'migration.sql'), 'utf8');
        return {
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
        };
      }),
    ),
  };
}
