import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';

type Reads = Pick<Database, 'pool'>;

/** The statement that keeps from which address a complaint was filed, as a keyed hash. */
export function insertFilingOrigin(complaintId: string, addressHash: Buffer, filedAt: string): Statement {
  return {
    name: 'insert-filing-origin',
    text: 'INSERT INTO filing_origin (complaint_id, address_hash, filed_at) VALUES ($1, $2, $3)',
    values: [complaintId, addressHash, filedAt],
  };
}

/** The address a complaint was filed from; null where it was not filed on the portal, or too long ago. */
export async function originOfFiling(db: Reads, trackingNumber: string): Promise<Buffer | null> {
  const { rows } = await db.pool.query<{ address_hash: Buffer }>({
    name: 'origin-of-filing',
    text: `SELECT address_hash FROM filing_origin JOIN complaint ON complaint.id = complaint_id
WHERE tracking_number = $1`,
    values: [trackingNumber],
  });
  return rows[0]?.address_hash ?? null;
}

export type FilingOriginCount = {
  readonly addressHash: Buffer;
  readonly filings: number;
  /** ISO-8601 UTC. */
  readonly lastAt: string;
};

/** The addresses most was filed from, of those that are still known. */
export async function busiestOrigins(db: Reads, most: number): Promise<readonly FilingOriginCount[]> {
  const { rows } = await db.pool.query<{ address_hash: Buffer; filings: number; last_at: Date }>({
    name: 'busiest-origins',
    text: `SELECT address_hash, count(*)::int AS filings, max(filed_at) AS last_at FROM filing_origin
GROUP BY address_hash ORDER BY filings DESC, last_at DESC LIMIT $1`,
    values: [most],
  });
  return rows.map(({ address_hash: addressHash, filings, last_at: lastAt }) => ({
    ...{ addressHash, filings, lastAt: lastAt.toISOString() },
  }));
}

/** Forgets where what was filed before `moment` came from. */
export async function forgetFilingOrigins(db: Reads, moment: string): Promise<void> {
  await db.pool.query({
    name: 'forget-filing-origins',
    text: 'DELETE FROM filing_origin WHERE filed_at < $1',
    values: [moment],
  });
}
