import type { DisputeRuling, ReturnCause, Ruling } from '@bihuan/domain';
import { wordsQuery } from '../complaint/words-query.ts';
import type { TranslatedName } from '../complaint/tracking-view.ts';
import type { Database } from '../database.ts';

/** A ruling on a return, or on a disputed measure, with what it ruled on: the event of the item is its name. */
export type Precedent = {
  readonly itemId: string;
  readonly version: number;
  readonly number: string;
  readonly problem: string;
  readonly at: string;
  readonly ruling: Ruling | DisputeRuling;
  readonly text: string;
  /** The measure that was disputed; null for a return. */
  readonly measure: string | null;
  /** The department that had sent the item back or disputed its measure, and what it said. */
  readonly departmentId: string | null;
  readonly cause: ReturnCause | null;
  readonly reason: string;
  readonly legalBasis: string;
  /** Categories of the complaints under the item. */
  readonly categories: readonly (TranslatedName & { readonly code: string })[];
  /** How many later rulings follow it, and how many depart from it. */
  readonly followed: number;
  readonly departed: number;
};

export type PrecedentFilter = {
  readonly text: string;
  readonly category: string | null;
  readonly departmentIds: readonly string[] | null;
  readonly ruling: Ruling | DisputeRuling | null;
};

const COLUMNS = `ruled.stream_id AS "itemId", ruled.version, item.number, item.problem,
  to_char(ruled.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  ruled.data ->> 'ruling' AS ruling, ruled.data ->> 'text' AS text,
  ruled.data ->> 'measure' AS measure, back.actor ->> 'departmentId' AS "departmentId",
  back.data ->> 'cause' AS cause, coalesce(back.data ->> 'reason', '') AS reason,
  coalesce(back.data ->> 'legalBasis', back.data ->> 'basis', '') AS "legalBasis",
  coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('code', category.code, 'name', category.name, 'nameEn', category.name_en))
    FROM item_complaint link JOIN complaint ON complaint.id = link.complaint_id
    JOIN category ON category.code = complaint.category WHERE link.item_id = item.id), '[]') AS categories,
  (SELECT count(*)::int FROM event later WHERE later.type = 'ReturnRuled' AND later.data -> 'precedent' ->> 'itemId' = item.id::text
    AND later.data -> 'precedent' ->> 'version' = ruled.version::text AND later.data ->> 'departure' = '') AS followed,
  (SELECT count(*)::int FROM event later WHERE later.type = 'ReturnRuled' AND later.data -> 'precedent' ->> 'itemId' = item.id::text
    AND later.data -> 'precedent' ->> 'version' = ruled.version::text AND later.data ->> 'departure' <> '') AS departed`;

const RULINGS = `FROM event ruled JOIN supervision_item item ON item.id = ruled.stream_id
LEFT JOIN LATERAL (SELECT data, actor FROM event WHERE stream_id = ruled.stream_id AND version < ruled.version
  AND (ruled.type = 'ReturnRuled' AND type = 'ItemReturned' OR ruled.type = 'DisputeRuled' AND type = 'MeasureDisputed'
    AND data ->> 'measureId' = ruled.data ->> 'measureId') ORDER BY version DESC LIMIT 1) back ON true
WHERE ruled.type IN ('ReturnRuled', 'DisputeRuled')`;

/** Rulings on returns and on disputed measures, the latest first; `before`: the moment and item after which the page begins. */
export async function readPrecedents(
  db: Pick<Database, 'pool'>,
  { text, category, departmentIds, ruling }: PrecedentFilter,
  before: { readonly at: string; readonly itemId: string } | null,
  most: number,
): Promise<readonly Precedent[]> {
  const { rows } = await db.pool.query<Precedent>(
    `SELECT ${COLUMNS} ${RULINGS}
  AND ($1::text = '' OR item.search @@ $2::tsquery OR strpos(ruled.data ->> 'text', $1) > 0
    OR strpos(back.data ->> 'reason', $1) > 0 OR item.number = $1)
  AND ($3::text IS NULL OR EXISTS (SELECT FROM item_complaint link JOIN complaint ON complaint.id = link.complaint_id
    JOIN category ON category.code = complaint.category WHERE link.item_id = item.id AND $3 IN (category.code, category.parent)))
  AND ($4::uuid[] IS NULL OR (back.actor ->> 'departmentId')::uuid = ANY($4) OR item.lead_department_id = ANY($4))
  AND ($5::text IS NULL OR ruled.data ->> 'ruling' = $5)
  AND ($6::timestamptz IS NULL OR (ruled.at, item.id) < ($6, $7::uuid))
ORDER BY ruled.at DESC, item.id DESC LIMIT $8`,
    [
      text,
      wordsQuery(text),
      category,
      departmentIds,
      ruling,
      before?.at ?? null,
      before?.itemId ?? null,
      most,
    ],
  );
  return rows;
}

/** Rulings most like the return of an item that is open now: same category, department and cause, words in common. */
export async function readLikePrecedents(
  db: Pick<Database, 'pool'>,
  itemId: string,
  most: number,
): Promise<readonly Precedent[]> {
  const { rows } = await db.pool.query<Precedent & { likeness: number }>(
    `WITH asked AS (
  SELECT item.id, item.search, back.data ->> 'cause' AS cause, back.actor ->> 'departmentId' AS department,
    ARRAY(SELECT complaint.category FROM item_complaint link JOIN complaint ON complaint.id = link.complaint_id
      WHERE link.item_id = item.id AND complaint.category IS NOT NULL) AS categories
  FROM supervision_item item LEFT JOIN LATERAL (SELECT data, actor FROM event WHERE stream_id = item.id
    AND type = 'ItemReturned' ORDER BY version DESC LIMIT 1) back ON true
  WHERE item.id = $1
)
SELECT * FROM (
  SELECT ${COLUMNS},
    3 * (EXISTS (SELECT FROM item_complaint link JOIN complaint ON complaint.id = link.complaint_id, asked
      WHERE link.item_id = item.id AND complaint.category = ANY(asked.categories)))::int
    + 2 * coalesce((back.actor ->> 'departmentId' = (SELECT department FROM asked))::int, 0)
    + coalesce((back.data ->> 'cause' = (SELECT cause FROM asked))::int, 0)
    + least(2, (SELECT count(*) FROM (SELECT unnest(tsvector_to_array(item.search))
        INTERSECT SELECT unnest(tsvector_to_array(asked.search)) FROM asked) word) / 3.0) AS likeness
  ${RULINGS} AND ruled.type = 'ReturnRuled' AND item.id <> $1
) found WHERE likeness >= 2 ORDER BY likeness DESC, at DESC LIMIT $2`,
    [itemId, most],
  );
  return rows.map(({ likeness: _, ...precedent }) => precedent);
}

/** Whether there is such a ruling, made before and not in this item. */
export async function isPrecedent(
  db: Pick<Database, 'prisma'>,
  { itemId, version }: { readonly itemId: string; readonly version: number },
): Promise<boolean> {
  return (await db.prisma.event.count({ where: { streamId: itemId, version, type: 'ReturnRuled' } })) === 1;
}
