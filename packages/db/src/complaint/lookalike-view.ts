import type { ComplaintStatus } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** A complaint that shares rare words with another. */
export type LookAlikeCandidate = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly status: ComplaintStatus;
  readonly submittedAt: string;
  readonly place: string;
  readonly departmentId: string | null;
  readonly isSamePhone: boolean;
  /** Every word of title and body, once. */
  readonly words: readonly string[];
};

const CANDIDATES = `
WITH best AS (
  SELECT hit.id, sum(asked.weight) AS weight
  FROM unnest($2::text[], $3::float8[]) AS asked (word, weight)
  CROSS JOIN LATERAL (SELECT id FROM complaint WHERE search @@ asked.word::tsquery AND id <> $1
    AND status NOT IN ('declined', 'merged', 'split', 'withdrawn') LIMIT $4) hit
  GROUP BY hit.id ORDER BY weight DESC, hit.id LIMIT $5)
SELECT complaint.id, complaint.tracking_number AS "trackingNumber", complaint.title, complaint.status,
  complaint.submitted_at AS "submittedAt", complaint.place,
  coalesce(item.lead_department_id, complaint.about_department_id) AS "departmentId",
  coalesce(contact.phone_hash = (SELECT phone_hash FROM contact WHERE complaint_id = $1 AND removed_at IS NULL), false)
    AS "isSamePhone",
  tsvector_to_array(complaint.search) AS words
FROM best JOIN complaint ON complaint.id = best.id
LEFT JOIN supervision_item item ON item.id = complaint.item_id
LEFT JOIN contact ON contact.complaint_id = complaint.id AND contact.removed_at IS NULL`;

/**
 * The complaints that share most of these words by weight, best first; `perWord` bounds how many are looked at for each.
 * `id`: the complaint they are compared with, which is left out; the nil UUID where it is not filed yet.
 */
export async function findLookAlikeCandidates(
  db: Pick<Database, 'pool'>,
  id: string,
  words: ReadonlyMap<string, number>,
  perWord: number,
  most: number,
): Promise<readonly LookAlikeCandidate[]> {
  const { rows } = await db.pool.query<Omit<LookAlikeCandidate, 'submittedAt'> & { submittedAt: Date }>({
    name: 'look-alike-candidates',
    text: CANDIDATES,
    values: [id, [...words.keys()].map(quotedWord), [...words.values()], perWord, most],
  });
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
}

/** A word as one lexeme of a `tsquery`, whatever is in it. */
export function quotedWord(word: string): string {
  return `'${word.replace(/['\\]/g, '$&$&')}'`;
}
