import type pg from 'pg';
import type { Database } from '../database.ts';

/** Runs reads that must all see the same state of the database, whatever is written meanwhile. */
export async function inOneSnapshot<Value>(
  db: Pick<Database, 'pool'>,
  read: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await db.pool.connect();
  let isBroken = true;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const value = await read(client);
    await client.query('COMMIT');
    isBroken = false;
    return value;
  } finally {
    client.release(isBroken);
  }
}
