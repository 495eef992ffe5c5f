import type { Database } from '../database.ts';

/**
 * Does something while nothing is entered for a period: everybody whose transaction writes a line of the ledger or a callback holds the
 * period (trigger `hold_period`), so this waits for those that are under way and keeps the others until it is done. What is read within
 * is therefore all that there is. Nothing that enters a line may happen within.
 */
export async function whilePeriodStands<Value>(
  db: Pick<Database, 'pool'>,
  period: string,
  act: () => Promise<Value>,
): Promise<Value> {
  const client = await db.pool.connect();
  let isBroken = true;
  try {
    await client.query('BEGIN');
    await client.query("SELECT pg_advisory_xact_lock(hashtext('period'), hashtext($1))", [period]);
    const value = await act();
    await client.query('COMMIT');
    isBroken = false;
    return value;
  } finally {
    client.release(isBroken);
  }
}
