import type { Outcome } from '@bihuan/domain';
import type { Database } from '../database.ts';

export type PublishedAnswerRow = { readonly title: string; readonly outcome: Outcome; readonly text: string };

/** Title and latest answer of these complaints where the complainant let them be published, in the order given. */
export async function readPublishedAnswers(
  db: Pick<Database, 'pool'>,
  ids: readonly string[],
  most: number,
): Promise<readonly PublishedAnswerRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<PublishedAnswerRow>({
    name: 'published-answers',
    text: `SELECT complaint.title, answer.data->>'outcome' AS outcome, answer.data->>'text' AS text
FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place) JOIN complaint ON complaint.id = asked.id
JOIN LATERAL (SELECT data FROM event WHERE stream_id = complaint.id
  AND type IN ('AnswerPublished', 'ComplaintSettledOnTheSpot') ORDER BY version DESC LIMIT 1) answer ON true
WHERE complaint.may_publish ORDER BY asked.place LIMIT $2`,
    values: [ids, most],
  });
  return rows;
}
