import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';

/** Where the migrations lie. They are found by name: this module may have been built into a program elsewhere. */
export function migrationsFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@bihuan/db/migration_lock.toml'));
}

/** Reads all migrations, or those named, oldest first, in the form the schema engine takes. */
export async function readMigrations(
  folder = migrationsFolder(),
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
