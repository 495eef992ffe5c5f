import type { Database } from '../database.ts';
import { openContacts, type Contact } from '../people/contact-store.ts';
import type { Keyring } from '../people/keyring.ts';

/** A complaint that came from another platform, as far as its file can be compared with it. */
export type KnownTransfer = {
  readonly complaintId: string;
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly wish: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly reportedCategory: string;
  /** ISO-8601 UTC. */
  readonly reportedAt: string | null;
  /** Null where none is kept. Only ever compared, never shown. */
  readonly contact: Contact | null;
  /** There was contact data once; nothing can be compared with it. */
  readonly isContactRemoved: boolean;
};

/** Which of these numbers of another platform already are complaints of ours. */
export async function knownTransfers(
  db: Pick<Database, 'pool' | 'prisma'>,
  source: string,
  ids: readonly string[],
  keyring: Keyring,
): Promise<ReadonlyMap<string, KnownTransfer>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<
    Omit<KnownTransfer, 'contact' | 'reportedAt'> & { externalId: string; reportedAt: Date | null }
  >({
    name: 'known-transfers',
    text: `SELECT external_id AS "externalId", id AS "complaintId", title, body, place, wish,
  enterprise_name AS "enterpriseName", credit_code AS "creditCode", reported_category AS "reportedCategory",
  reported_at AS "reportedAt", contact_removed_at IS NOT NULL AS "isContactRemoved"
FROM complaint WHERE external_source = $1 AND external_id = ANY($2::text[])`,
    values: [source, ids],
  });
  const contacts = await openContacts(
    db,
    rows.map(({ complaintId }) => complaintId),
    keyring,
  );
  return new Map(
    rows.map(({ externalId, reportedAt, ...row }) => [
      externalId,
      {
        ...row,
        reportedAt: reportedAt?.toISOString() ?? null,
        contact: contacts.get(row.complaintId) ?? null,
      },
    ]),
  );
}
