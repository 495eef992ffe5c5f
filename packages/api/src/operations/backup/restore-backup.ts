import { createHash } from 'node:crypto';
import {
  copyTableIn,
  copyTableOut,
  isEmptyDatabase,
  loadIntoEmpty,
  readMigrations,
  TablesDiffer,
} from '@bihuan/db';
import type { House } from '../../house.ts';
import { BackupRefused } from './backup-refused.ts';
import type { BackupProgress } from './make-backup.ts';
import { readManifest, type BackupContent } from './manifest.ts';
import { readStoredFiles } from './stored-files.ts';
import { nowhere, readTableFile, tallyOf, type Tally } from './table-file.ts';

/**
 * Puts a backup into an empty database and its files into the store. The whole backup is read and checked before anything is
 * written; then the tables are filled in one transaction and read back, and must give the same bytes. Throws
 * `BackupRefused` with nothing written where it is not sound or does not belong here.
 */
export async function restoreBackup(
  house: House,
  folder: string,
  { onProgress, log }: { readonly onProgress: BackupProgress; readonly log: (line: string) => void },
): Promise<BackupContent> {
  const content = await readManifest(folder, house.keyring);
  await refuseOthers(content);
  const { url } = house.db;
  if (!(await isEmptyDatabase(url))) throw new BackupRefused('database_not_empty');
  const { tables, files, migrations, sequences, queuesVersion } = content;
  // Read to be checked, read to be loaded, read back.
  const total = 3 * tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onBytes = (what: string) => (bytes: number) => onProgress((done += bytes), total, what);
  for (const table of tables)
    await readTableFile(folder, table, nowhere(), onBytes(`checking ${table.name}`));
  if (files !== null) {
    await readStoredFiles(folder, files, async () => undefined);
    await readStoredFiles(folder, files, (key, bytes) => house.files.put(key, bytes));
  }
  const entries = new Map(tables.map((table) => [table.name, table]));
  const plan = {
    ...{ migrations, sequences, tables, queuesVersion },
    load: async (client: Parameters<typeof copyTableIn>[0], { name }: { readonly name: string }) => {
      const table = entryOf(entries, name);
      const rows = await copyTableIn(client, table, (into) =>
        readTableFile(folder, table, into, onBytes(`loading ${name}`)),
      );
      if (rows !== table.rows) throw new BackupRefused('not_as_it_was', name);
    },
    check: async (client: Parameters<typeof copyTableOut>[0]) => {
      for (const table of tables) {
        let tally: Tally | undefined;
        const rows = await copyTableOut(client, table, async (stream) => {
          tally = await tallyOf(stream, onBytes(`reading back ${table.name}`));
        });
        if (rows !== table.rows || tally?.sha256 !== table.sha256)
          throw new BackupRefused('not_as_it_was', table.name);
      }
    },
  };
  try {
    await loadIntoEmpty(url, plan, log);
  } catch (error) {
    throw error instanceof TablesDiffer ? new BackupRefused('tables_differ') : error;
  }
  return content;
}

/** Refuses what a later version made, or one whose migrations are not ours. */
async function refuseOthers({ migrations }: BackupContent): Promise<void> {
  const { migrationDirectories } = await readMigrations();
  const ours = new Map(
    migrationDirectories.map(({ path, migrationFile }) => [
      path,
      createHash('sha256').update(migrationFile.content.value).digest('hex'),
    ]),
  );
  const unknown = migrations.find(({ name }) => !ours.has(name));
  if (unknown !== undefined) throw new BackupRefused('newer', unknown.name);
  const changed = migrations.find(({ name, checksum }) => ours.get(name) !== checksum);
  const names = migrationDirectories.slice(0, migrations.length).map(({ path }) => path);
  const isInOrder = migrations.every(({ name }, index) => names[index] === name);
  if (changed !== undefined || !isInOrder) throw new BackupRefused('other_line', changed?.name ?? '');
}

function entryOf<Entry>(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name);
  if (entry === undefined) throw new TablesDiffer(name);
  return entry;
}
