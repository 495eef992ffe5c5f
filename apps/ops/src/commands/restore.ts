import { resolve } from 'node:path';
import { foreignKeys, keepIndexKeys, restoreBackup, type House } from '@bihuan/api';
import { Command } from 'commander';
import { showBytes } from '../show-bytes.ts';
import { withHouse } from '../with-house.ts';
import { inventoryOf } from './backup.ts';
import { checkAudit } from './verify-audit.ts';

export const restore = new Command('restore')
  .description('put a backup into an empty database, and its files into the store; then verify-audit')
  .argument('<folder>', 'what backup wrote')
  .addHelpText(
    'after',
    `
Stop portal, admin and worker first. The whole backup is checked before anything is written; all tables are filled in one
transaction and read back, so that either everything is there as it was or nothing. An older backup is brought to this
version. It needs every master key that something in it is under. Exit code 1 where it is refused, or where verify-audit finds anything.`,
  )
  .action((folder: string) =>
    withHouse(
      async (house) => {
        const progress = showBytes();
        const log = (line: string) => console.log(line);
        const restored = await restoreBackup(house, resolve(folder), { onProgress: progress.show, log });
        progress.end();
        console.log(`${inventoryOf(restored)}, as they were on ${restored.madeAt}`);
        await keepIndexKeys(house);
        return (await checkAudit(house, false)) + (await tellForeignKeys(house)) === 0 ? 0 : 1;
      },
      { isPrepared: false },
    ),
  );

/** Names the keys that rows are under and that the settings do not have; how many there are. */
async function tellForeignKeys(house: House): Promise<number> {
  const foreign = await foreignKeys(house);
  for (const { table, keyId, rows } of foreign)
    console.error(`${table}: ${rows} rows under ${keyId}, which BIHUAN_MASTER_KEY does not name`);
  return foreign.length;
}
