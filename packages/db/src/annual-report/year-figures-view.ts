import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** What the law asks to be told of a year, as counts. */
export type YearFigures = Readonly<Record<string, number | null>>;

const SQL = `WITH told AS (
  SELECT stream_id, version, type, at, data FROM event WHERE stream = 'complaint' AND at >= $1 AND at < $2
    AND type IN ('ComplaintAccepted', 'ComplaintDeclined', 'ComplaintMerged', 'ComplaintWithdrawn',
      'ComplaintSettledOnTheSpot', 'AnswerPublished')
), first_answer AS (
  SELECT stream_id, min(at) AS at FROM told WHERE type = 'AnswerPublished' GROUP BY 1
), last_rating AS (
  SELECT DISTINCT ON (complaint_id) level FROM rating WHERE at >= $1 AND at < $2 ORDER BY complaint_id, ordinal DESC
), counted AS (
  SELECT 'received' AS key, count(*)::float8 AS value FROM complaint WHERE submitted_at >= $1 AND submitted_at < $2
  UNION ALL SELECT 'received_' || channel, count(*) FROM complaint WHERE submitted_at >= $1 AND submitted_at < $2 GROUP BY channel
  UNION ALL SELECT CASE type WHEN 'ComplaintAccepted' THEN 'accepted' WHEN 'ComplaintDeclined' THEN 'declined'
    WHEN 'ComplaintMerged' THEN 'merged' WHEN 'ComplaintWithdrawn' THEN 'withdrawn'
    WHEN 'ComplaintSettledOnTheSpot' THEN 'settled' ELSE 'answered' END, count(DISTINCT stream_id) FROM told GROUP BY type
  UNION ALL SELECT 'declined_' || (data->>'reason'), count(DISTINCT stream_id) FROM told WHERE type = 'ComplaintDeclined' GROUP BY 1
  UNION ALL SELECT 'answered_' || outcome, count(*) FROM (SELECT DISTINCT ON (stream_id) data->>'outcome' AS outcome
    FROM told WHERE type = 'AnswerPublished' ORDER BY stream_id, version DESC) latest GROUP BY outcome
  UNION ALL SELECT 'average_days', round((avg(extract(epoch FROM first_answer.at - complaint.submitted_at)) / 86400)::numeric, 1)::float8
    FROM first_answer JOIN complaint ON complaint.id = first_answer.stream_id
  UNION ALL SELECT 'struck_off', count(*) FROM supervision_item WHERE struck_off_at >= $1 AND struck_off_at < $2
  UNION ALL SELECT 'struck_on_time', count(*) FROM supervision_item WHERE struck_off_at >= $1 AND struck_off_at < $2 AND is_on_time
  UNION ALL SELECT 'rated', count(*) FROM last_rating
  UNION ALL SELECT 'rated_' || level, count(*) FROM last_rating GROUP BY level
)
SELECT key, value FROM counted WHERE key IS NOT NULL`;

/** Counts from `from` to before `until`; what did not happen is missing. Average days to the first answer, in calendar days. */
export async function readYearFigures(
  db: Pick<Database, 'pool'>,
  from: Instant,
  until: Instant,
): Promise<YearFigures> {
  const { rows } = await db.pool.query<{ key: string; value: number | null }>({
    name: 'year-figures',
    text: SQL,
    values: [from, until],
  });
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
