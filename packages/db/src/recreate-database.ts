import pg from 'pg';
import { prepareDatabase } from './prepare-database.ts';

/**
 * Empties a database: drops everything that is ours in it and prepares it anew. Whatever it held is gone; the database
 * itself, its owner and its other schemas stay.
 */
export async function recreateDatabase(url: string, log: (line: string) => void, now: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE');
    await client.query('DROP SCHEMA IF EXISTS public CASCADE');
    await client.query('CREATE SCHEMA public');
  } finally {
    await client.end();
  }
  await prepareDatabase(url, log, now);
}
