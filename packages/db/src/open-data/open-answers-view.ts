import type { Instant, Outcome } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** An answer whose complainant agreed to its being published; the texts as they were written. */
export type OpenAnswerRow = {
  readonly complaintId: string;
  readonly title: string;
  readonly category: string | null;
  readonly departmentId: string | null;
  readonly answeredAt: Instant;
  readonly outcome: Outcome;
  readonly text: string;
};

type Row = Omit<OpenAnswerRow, 'answeredAt'> & { readonly answeredAt: Date };

const SELECT = `
SELECT complaint.id AS "complaintId", complaint.title, complaint.category, item.lead_department_id AS "departmentId",
  answer.at AS "answeredAt", answer.data->>'outcome' AS outcome, answer.data->>'text' AS text
FROM complaint LEFT JOIN supervision_item item ON item.id = complaint.item_id
JOIN LATERAL (SELECT at, data FROM event WHERE stream_id = complaint.id
  AND type IN ('AnswerPublished', 'ComplaintSettledOnTheSpot') ORDER BY version DESC LIMIT 1) answer ON true
WHERE complaint.may_publish AND complaint.status IN ('answered', 'closed', 'settled_on_the_spot')`;

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** A page of all of them, in an order that tells nothing; `after`: the last complaint of the page before. */
export async function readOpenAnswers(
  db: Pick<Database, 'pool'>,
  after: string | null,
  limit: number,
): Promise<readonly OpenAnswerRow[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'open-answers',
    text: `${SELECT} AND complaint.id > $1::uuid ORDER BY complaint.id LIMIT $2`,
    values: [after ?? NO_ID, limit],
  });
  return rows.map(answerRow);
}

/** The latest ones. */
export async function readLatestAnswers(
  db: Pick<Database, 'pool'>,
  limit: number,
): Promise<readonly OpenAnswerRow[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'latest-answers',
    text: `${SELECT} ORDER BY answer.at DESC, complaint.id LIMIT $1`,
    values: [limit],
  });
  return rows.map(answerRow);
}

/** A word that changes whenever anything in the log did. */
export async function readLogMark(db: Pick<Database, 'pool'>): Promise<string> {
  const query = {
    name: 'log-mark',
    text: 'SELECT coalesce(max(position), 0)::text AS mark FROM event',
    values: [],
  };
  return (await db.pool.query<{ mark: string }>(query)).rows[0]?.mark ?? '0';
}

function answerRow({ answeredAt, ...row }: Row): OpenAnswerRow {
  return { ...row, answeredAt: answeredAt.toISOString() };
}
