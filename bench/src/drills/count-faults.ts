import { verifyAudit, type House } from '@bihuan/api';

/** How many of the acknowledged filings, by their once-only tokens, are not there with their first event. */
export async function countMissing(house: House, tokens: readonly string[]): Promise<number> {
  const hashes = tokens.map((token) => house.keyring.keyedHash('once', token));
  const { rows } = await house.db.pool.query<{ found: number }>(
    `SELECT count(*)::int AS found FROM complaint c JOIN event e ON e.stream_id = c.id AND e.version = 1
     WHERE c.once_hash = ANY($1::bytea[])`,
    [hashes],
  );
  return tokens.length - (rows[0]?.found ?? 0);
}

/** State without event, event without state, or filing without its job. */
export async function countHalfWritten(house: House): Promise<number> {
  const { rows } = await house.db.pool.query<{ half: number }>(
    `SELECT (SELECT count(*) FROM complaint c WHERE NOT EXISTS (SELECT FROM event e WHERE e.stream_id = c.id AND e.version = c.version))::int
          + (SELECT count(*) FROM event e WHERE e.stream = 'complaint'
              AND NOT EXISTS (SELECT FROM complaint c WHERE c.id = e.stream_id))::int
          + (SELECT count(*) FROM complaint c WHERE NOT EXISTS (SELECT FROM pgboss.job j WHERE j.data->>'occasion' = c.id::text || ':1'))::int AS half`,
  );
  return rows[0]?.half ?? 0;
}

/** Faults of the chains, and differences between what the events come to and the rows and ledger. */
export async function countAuditFaults(house: House): Promise<number> {
  const { chains, replay } = await verifyAudit(house);
  return chains.faults.length + (replay?.differences.length ?? 0);
}
