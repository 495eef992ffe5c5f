import type pg from 'pg';
import { listBackupTables, type BackupTable } from './backup-tables.ts';
import { withBackupClient } from './backup-client.ts';
import { readDatabaseState, type DatabaseState } from './database-state.ts';

export type BackupSource = {
  readonly state: DatabaseState;
  readonly tables: readonly (BackupTable & { readonly size: number })[];
  readonly client: pg.ClientBase;
};

/** Runs `use` on one state of the database, whatever is written meanwhile; works on a standby too. Writes nothing. */
export async function readForBackup<Value>(
  url: string,
  use: (source: BackupSource) => Promise<Value>,
): Promise<Value> {
  return withBackupClient(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const state = await readDatabaseState(client);
    const value = await use({ state, tables: await listBackupTables(client), client });
    await client.query('COMMIT');
    return value;
  });
}
