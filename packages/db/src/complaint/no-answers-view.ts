import type { DeclineReason } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { TranslatedName } from './tracking-view.ts';

/** declined: not taken on · not_permitted: answered with a no */
export type NoAnswerKind = 'declined' | 'not_permitted';

/** One no that was said to a complainant, and what became of it. */
export type NoAnswer = {
  /** Where it stands in the order of all events. */
  readonly position: string;
  readonly at: string;
  readonly kind: NoAnswerKind;
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly category: TranslatedName | null;
  /** Whose no it is: the lead of the item, or whom the complaint is about; null where neither is known. */
  readonly department: TranslatedName | null;
  readonly reason: DeclineReason | null;
  readonly competentBody: string;
  /** What the complainant was told. */
  readonly text: string;
  /** Whether the complainant objected, disputed it or asked for a review since. */
  readonly isContested: boolean;
  /** Whether an objection or a review took it back. */
  readonly isOverturned: boolean;
};

type Row = {
  position: string;
  at: Date;
  type: string;
  data: { reason?: DeclineReason; competentBody?: string; notice?: string; text?: string };
  id: string;
  tracking_number: string;
  title: string;
  category: string | null;
  category_en: string | null;
  department: string | null;
  department_en: string | null;
  is_contested: boolean;
  is_overturned: boolean;
};

const SQL = `
SELECT e.position::text AS position, e.at, e.type, e.data, c.id, c.tracking_number, c.title,
  k.name AS category, k.name_en AS category_en, d.name AS department, d.name_en AS department_en,
  EXISTS (SELECT FROM event later WHERE later.stream_id = e.stream_id AND later.version > e.version
    AND later.type IN ('DeclineObjected', 'ReviewRequested', 'AnswerDisputed')) AS is_contested,
  EXISTS (SELECT FROM event later WHERE later.stream_id = e.stream_id AND later.version > e.version
    AND (later.type = 'ObjectionDecided' AND (later.data->>'isUpheld')::boolean
      OR later.type = 'ReviewDecided' AND (later.data->>'isChanged')::boolean)) AS is_overturned
FROM event e
JOIN complaint c ON c.id = e.stream_id
LEFT JOIN category k ON k.code = c.category
LEFT JOIN LATERAL (
  SELECT department_id FROM participation WHERE item_id = c.item_id AND duty = 'lead' LIMIT 1) lead ON TRUE
LEFT JOIN department d ON d.id = coalesce(lead.department_id, c.about_department_id)
WHERE e.stream = 'complaint'
  AND (e.type = 'ComplaintDeclined' AND $1::text IS DISTINCT FROM 'not_permitted'
    OR e.type IN ('AnswerPublished', 'ComplaintSettledOnTheSpot') AND e.data->>'outcome' = 'not_permitted'
      AND $1::text IS DISTINCT FROM 'declined')
  AND ($2::bigint IS NULL OR e.position < $2)
ORDER BY e.position DESC LIMIT $3`;

/** Every no that was said, the latest first, after the position given; all of them or those of one kind. */
export async function readNoAnswers(
  db: Pick<Database, 'pool'>,
  kind: NoAnswerKind | null,
  after: string | null,
  most: number,
): Promise<readonly NoAnswer[]> {
  const { rows } = await db.pool.query<Row>({ name: 'no-answers', text: SQL, values: [kind, after, most] });
  const named = (name: string | null, nameEn: string | null) =>
    name === null ? null : { name, nameEn: nameEn ?? name };
  return rows.map((row) => ({
    ...{ position: row.position, at: row.at.toISOString(), complaintId: row.id },
    ...{ trackingNumber: row.tracking_number, title: row.title },
    kind: row.type === 'ComplaintDeclined' ? 'declined' : 'not_permitted',
    category: named(row.category, row.category_en),
    department: named(row.department, row.department_en),
    reason: row.data.reason ?? null,
    competentBody: row.data.competentBody ?? '',
    text: row.data.notice ?? row.data.text ?? '',
    isContested: row.is_contested,
    isOverturned: row.is_overturned,
  }));
}
