import type { Database } from '../../database.ts';
import type { Statement } from '../../statement.ts';

/** What is left of contact data that was removed. */
export type Tombstone = {
  /** ISO-8601 UTC. */
  readonly removedAt: string | null;
  /** The version of the retention rules. */
  readonly removedUnder: string | null;
  /** The texts of the case name the person, and nobody knows any more with which words. */
  readonly isNamed: boolean;
};

/** Those of these complaints of which contact data was removed once, whether or not some was given anew. */
export async function readTombstones(
  db: Pick<Database, 'prisma'>,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, Tombstone>> {
  if (complaintIds.length === 0) return new Map();
  const rows = await db.prisma.contact.findMany({
    where: { complaintId: { in: [...complaintIds] }, OR: [{ removedAt: { not: null } }, { isNamed: true }] },
    select: { complaintId: true, removedAt: true, removedUnder: true, isNamed: true },
  });
  return new Map(
    rows.map(({ complaintId, removedAt, removedUnder, isNamed }) => [
      complaintId,
      { removedAt: removedAt?.toISOString() ?? null, removedUnder, isNamed },
    ]),
  );
}

/** Those of these complaints whose texts name somebody whom nobody knows any more. */
export async function namedComplaints(
  db: Pick<Database, 'prisma'>,
  complaintIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const tombstones = await readTombstones(db, complaintIds);
  return new Set([...tombstones].filter(([, { isNamed }]) => isNamed).map(([id]) => id));
}

/**
 * Statements that leave of the contact data of a complaint the tombstone alone, and nothing of changes that were asked for and
 * of where its filing came from.
 */
export function removeContact(
  complaintId: string,
  {
    at,
    rulesVersion,
    isNamed,
  }: { readonly at: string; readonly rulesVersion: string; readonly isNamed: boolean },
): readonly Statement[] {
  return [
    {
      name: 'remove-contact',
      text: `UPDATE contact SET name = NULL, phone = NULL, email = NULL, phone_hash = NULL, representative_name = NULL,
  representative_phone = NULL, relation = NULL, removed_at = $2, removed_under = $3, is_named = is_named OR $4
WHERE complaint_id = $1`,
      values: [complaintId, at, rulesVersion, isNamed],
    },
    {
      name: 'remove-contact-changes',
      text: 'DELETE FROM contact_change WHERE complaint_id = $1',
      values: [complaintId],
    },
    {
      name: 'remove-filing-origin',
      text: 'DELETE FROM filing_origin WHERE complaint_id = $1',
      values: [complaintId],
    },
  ];
}

/** Whether any text of the case holds one of these words: what was filed, and every event of complaint, items and reviews. */
export async function isNamedInTexts(
  db: Pick<Database, 'pool'>,
  complaintId: string,
  words: readonly string[],
): Promise<boolean> {
  if (words.length === 0) return false;
  const { rows } = await db.pool.query<{ isNamed: boolean }>({
    name: 'is-named-in-texts',
    text: `SELECT EXISTS (
  SELECT FROM complaint, unnest($2::text[]) word WHERE complaint.id = $1
    AND position(word in concat_ws(' ', title, body, tried::text, wish, place, category_answers::text)) > 0
) OR EXISTS (
  SELECT FROM event, unnest($2::text[]) word WHERE event.stream_id IN (
    SELECT $1::uuid UNION ALL SELECT item_id FROM item_complaint WHERE complaint_id = $1
    UNION ALL SELECT id FROM rating_review WHERE complaint_id = $1)
  AND position(word in event.data::text) > 0
) AS "isNamed"`,
    values: [complaintId, words],
  });
  return rows[0]?.isNamed ?? false;
}
