import { resolve } from 'node:path';
import { makeBackup } from '@bihuan/api';
import { Command } from 'commander';
import { showBytes } from '../show-bytes.ts';
import { withHouse } from '../with-house.ts';

export const backup = new Command('backup')
  .description(
    'write everything that is kept into a folder: all tables in one snapshot, and the stored files',
  )
  .argument('<folder>', 'a new or empty folder')
  .option('--without-files', 'leave out the stored files, where these are backed up in another way')
  .addHelpText(
    'after',
    `
May run while everything is in use, on a standby too. Contact data and files stay sealed under the master key, which is
not in the backup: keep BIHUAN_MASTER_KEY (secrets.json in the data folder) apart from it. Without it the backup is worth
nothing, and with it beside the backup whoever finds the two reads everything.`,
  )
  .action((folder: string, { withoutFiles = false }: { withoutFiles?: boolean }) =>
    withHouse(async (house) => {
      const progress = showBytes();
      const onProgress = progress.show;
      const made = await makeBackup(house, resolve(folder), { withFiles: !withoutFiles, onProgress });
      progress.end();
      console.log(`${inventoryOf(made)}, written to ${resolve(folder)}`);
      return 0;
    }),
  );

/** What is in a backup, in a few words. */
export function inventoryOf({ tables, files, lastEvent }: Awaited<ReturnType<typeof makeBackup>>): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const stored = files === null ? 'files left out' : `${files.count} files`;
  const end = lastEvent === null ? 'no event' : `up to event ${lastEvent.position}`;
  return `${rows} rows of ${tables.length} tables ${end}, ${stored}`;
}
