import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTableOut, readForBackup } from '@bihuan/db';
import type { House } from '../../house.ts';
import { BackupRefused } from './backup-refused.ts';
import { masterKeyMark, writeManifest, type BackupContent, type TableEntry } from './manifest.ts';
import { writeStoredFiles } from './stored-files.ts';
import { writeTableFile, type Tally } from './table-file.ts';

/** How far it is, of what, and what is in hand. */
export type BackupProgress = (done: number, total: number, what: string) => void;

/**
 * Writes everything the product keeps into an empty or new folder: every table in one state of the database, compressed,
 * and the stored files. Memory does not grow with what there is. Contact data and files stay sealed; the keys are not in
 * it. Throws `BackupRefused` where the folder holds something.
 */
export async function makeBackup(
  house: House,
  folder: string,
  { withFiles, onProgress }: { readonly withFiles: boolean; readonly onProgress: BackupProgress },
): Promise<BackupContent> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new BackupRefused('folder_not_empty');
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  const madeAt = house.now();
  const copied = await readForBackup(house.db.url, async ({ state, tables, client }) => {
    const total = tables.reduce((sum, { size }) => sum + size, 0);
    const entries: TableEntry[] = [];
    let before = 0;
    for (const table of tables) {
      const { name, columns, size } = table;
      let bytes = 0;
      let tally: Tally = { bytes: 0, sha256: '' };
      const rows = await copyTableOut(client, table, async (stream) => {
        tally = await writeTableFile(folder, name, stream, (more) => {
          bytes += more;
          onProgress(before + Math.min(bytes, size), total, name);
        });
      });
      before += size;
      entries.push({ name, columns: [...columns], rows, ...tally });
    }
    return { state, tables: entries };
  });
  const { migrations, queuesVersion, sequences, lastEvent } = copied.state;
  // After the tables, so that every file they speak of is there.
  const files = withFiles
    ? await writeStoredFiles(folder, house.files, (key) => onProgress(1, 1, `files/${key}`))
    : null;
  const content: BackupContent = {
    ...{ madeAt, masterKey: masterKeyMark(house.keyring) },
    ...{ migrations: [...migrations], queuesVersion, sequences: [...sequences], lastEvent },
    ...{ tables: copied.tables, files },
  };
  await writeManifest(folder, content, house.keyring);
  return content;
}
