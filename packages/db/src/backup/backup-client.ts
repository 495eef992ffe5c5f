import pg from 'pg';

/** Values are written the same way whatever server and role are set to, and tables are read from their beginning. */
const SETTINGS = `SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET timezone = 'UTC'; SET extra_float_digits = 1;
SET bytea_output = 'hex'; SET synchronize_seqscans = off; SET statement_timeout = 0;
SET idle_in_transaction_session_timeout = 0; SET search_path = public`;

/** Runs `use` on a connection of its own on which the same rows give the same bytes wherever they are copied out. */
export async function withBackupClient<Value>(
  url: string,
  use: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  // What breaks the connection is thrown by the query in hand.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(SETTINGS);
    return await use(client);
  } finally {
    await client.end();
  }
}
