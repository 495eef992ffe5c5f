import pg from 'pg';

/** Creates the database `name` when it is missing; harmless when several do so at once. */
export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [name]);
  if (found.rowCount === 1) return;
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    const wasFirst = ['42P04', '23505'].includes(String((error as { code?: unknown }).code));
    if (!wasFirst) throw error;
  }
}
