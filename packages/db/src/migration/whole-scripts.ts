import { PrismaPg } from '@prisma/adapter-pg';
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * Prisma's adapter for node-postgres, except that a migration is sent to the server whole. The adapter (7.10) cuts
 * scripts at every semicolon, also inside function bodies and strings.
 */
export function adapterForWholeScripts(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const original = new PrismaPg(pool);
  const withWholeScripts = (adapter: SqlDriverAdapter) =>
    Object.assign(adapter, { executeScript: (script: string) => runScript(pool, script) });
  return {
    provider: original.provider,
    adapterName: original.adapterName,
    connect: async () => withWholeScripts(await original.connect()),
    connectToShadowDb: () => original.connectToShadowDb(),
  };
}

async function runScript(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new DriverAdapterError({
      kind: 'postgres',
      code: error.code ?? '',
      severity: error.severity ?? 'ERROR',
      message: error.message,
      detail: error.detail,
      hint: error.hint,
      column: error.column,
    });
  }
}
