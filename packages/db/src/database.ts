import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

export type Database = {
  readonly prisma: PrismaClient;
  /** For reads written as SQL. */
  readonly pool: pg.Pool;
  /** For `saveChange` alone: statements of one transaction travel together, without waiting for each other. */
  readonly writer: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
};

/**
 * Opens the pools; nothing is sent until the first query. `maxConnections` holds for each of the two pools. `readOnly`: the server
 * refuses whatever would write.
 */
export function openDatabase(url: string, maxConnections = 10, { readOnly = false } = {}): Database {
  const shared = {
    ...{ connectionString: url, max: maxConnections },
    ...(readOnly && { options: '-c default_transaction_read_only=on' }),
  };
  const pool = new pg.Pool(shared);
  const writer = new pg.Pool({ ...shared, pipeline: true });
  // A connection that the server ends is replaced at the next query, and what is under way on it fails; without a listener
  // at the pool (idle) and at the connection itself (in use) it would end the process.
  for (const one of [pool, writer]) {
    one.on('error', () => undefined);
    one.on('connect', (client) => client.on('error', () => undefined));
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    writer,
    url,
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), writer.end()]);
    },
  };
}
