import type { LineageKind, LineageRef, LineageStep } from '@bihuan/domain';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;

/** Further than this no line of descent goes. */
const DEEPEST = 8;

/** Which recurring matter a complaint belongs to; as in the list of recurring matters. */
const MATTER_OF = `JOIN recurring_matter matter ON matter.category = complaint.category
  AND matter.cause_class = complaint.cause_class
  AND matter.department_id = coalesce(item.lead_department_id, complaint.about_department_id)`;

/** The snapshot a bulletin rests on, which its first event holds. */
const SNAPSHOT = `JOIN event drafted ON drafted.stream_id = bulletin.id AND drafted.type = 'BulletinDrafted'`;

/** What came of one thing: each line for the kinds that have it. */
const NEXT = `
SELECT 'complaint' AS kind, part.id FROM complaint part WHERE walk.kind = 'complaint' AND part.split_from_id = walk.id
UNION ALL SELECT 'item', link.item_id FROM item_complaint link WHERE walk.kind = 'complaint' AND link.complaint_id = walk.id
UNION ALL SELECT 'rule_change', matter.id FROM complaint LEFT JOIN supervision_item item ON item.id = complaint.item_id ${MATTER_OF}
  WHERE walk.kind = 'complaint' AND complaint.id = walk.id
UNION ALL SELECT 'measure', measure.id FROM measure WHERE walk.kind = 'item' AND measure.item_id = walk.id
UNION ALL SELECT 'verification', finding.id FROM finding WHERE walk.kind = 'item' AND finding.item_id = walk.id
UNION ALL SELECT 'verification', finding.id FROM measure JOIN finding ON finding.item_id = measure.item_id
  AND finding.at >= measure.completed_at WHERE walk.kind = 'measure' AND measure.id = walk.id
UNION ALL SELECT 'card', card.id FROM card WHERE walk.kind = 'item' AND card.item_id = walk.id
UNION ALL SELECT 'line', entry.id FROM score_entry entry WHERE walk.kind IN ('item', 'card') AND entry.stream_id = walk.id
UNION ALL SELECT 'line', entry.id FROM finding JOIN score_entry entry ON entry.stream_id = finding.item_id
  AND entry.at >= finding.at WHERE walk.kind = 'verification' AND finding.id = walk.id
UNION ALL SELECT 'bulletin', bulletin.id FROM bulletin ${SNAPSHOT} WHERE walk.kind IN ('complaint', 'item', 'card')
  AND (bulletin.item_id = walk.id OR jsonb_path_exists(drafted.data, '$.snapshot.figures[*].rows[*] ? (@.id == $id)',
    jsonb_build_object('id', walk.id)))
UNION ALL SELECT 'bulletin', bulletin.id FROM score_entry entry LEFT JOIN card ON card.id = entry.stream_id
  JOIN bulletin ON TRUE ${SNAPSHOT} WHERE walk.kind = 'line' AND entry.id = walk.id
  AND entry.at >= (drafted.data->'snapshot'->>'firstDay')::date::timestamp AT TIME ZONE 'Asia/Shanghai'
  AND entry.at < ((drafted.data->'snapshot'->>'lastDay')::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
  AND jsonb_path_exists(drafted.data, '$.snapshot.figures[*].rows[*] ? (@.id == $id || @.id == $item)',
    jsonb_build_object('id', entry.stream_id, 'item', coalesce(card.item_id, entry.stream_id)))
UNION ALL SELECT 'rule_change', matter.id FROM bulletin ${SNAPSHOT},
  jsonb_array_elements(coalesce(drafted.data->'snapshot'->'recurring', '[]')) recurring
  JOIN recurring_matter matter ON matter.category = recurring->>'category' AND matter.cause_class = recurring->>'causeClass'
    AND matter.department_id::text = recurring->>'departmentId'
  WHERE walk.kind = 'bulletin' AND walk.depth = 0 AND bulletin.id = walk.id`;

/** What one thing came from. Of a bulletin or a rule change, which rest on many, the first `$3`. */
const BEFORE = `
SELECT 'complaint' AS kind, part.split_from_id AS id FROM complaint part
  WHERE walk.kind = 'complaint' AND part.id = walk.id AND part.split_from_id IS NOT NULL
UNION ALL SELECT 'complaint', link.complaint_id FROM item_complaint link WHERE walk.kind = 'item' AND link.item_id = walk.id
UNION ALL SELECT 'item', measure.item_id FROM measure WHERE walk.kind = 'measure' AND measure.id = walk.id
UNION ALL SELECT 'item', finding.item_id FROM finding WHERE walk.kind = 'verification' AND finding.id = walk.id
UNION ALL SELECT 'measure', measure.id FROM finding JOIN measure ON measure.item_id = finding.item_id
  AND measure.completed_at <= finding.at WHERE walk.kind = 'verification' AND finding.id = walk.id
UNION ALL SELECT 'item', card.item_id FROM card WHERE walk.kind = 'card' AND card.id = walk.id
UNION ALL SELECT 'card', card.id FROM score_entry entry JOIN card ON card.id = entry.stream_id
  WHERE walk.kind = 'line' AND entry.id = walk.id
UNION ALL SELECT 'item', item.id FROM score_entry entry JOIN supervision_item item ON item.id = entry.stream_id
  WHERE walk.kind = 'line' AND entry.id = walk.id
UNION ALL SELECT 'verification', finding.id FROM score_entry entry JOIN finding ON finding.item_id = entry.stream_id
  AND finding.at <= entry.at WHERE walk.kind = 'line' AND entry.id = walk.id
UNION ALL SELECT * FROM (SELECT DISTINCT counted->>'about' AS kind, (counted->>'id')::uuid AS id
  FROM bulletin ${SNAPSHOT}, jsonb_path_query(drafted.data, '$.snapshot.figures[*].rows[*]') counted
  WHERE walk.kind = 'bulletin' AND bulletin.id = walk.id ORDER BY 1, 2 LIMIT $3) counted
UNION ALL SELECT 'item', bulletin.item_id FROM bulletin
  WHERE walk.kind = 'bulletin' AND bulletin.id = walk.id AND bulletin.item_id IS NOT NULL
UNION ALL SELECT * FROM (SELECT 'complaint', complaint.id FROM complaint
  LEFT JOIN supervision_item item ON item.id = complaint.item_id ${MATTER_OF}
  WHERE walk.kind = 'rule_change' AND matter.id = walk.id AND complaint.status NOT IN ('declined', 'withdrawn')
  ORDER BY complaint.submitted_at DESC LIMIT $3) recurring
UNION ALL SELECT 'bulletin', bulletin.id FROM recurring_matter matter JOIN bulletin ON TRUE ${SNAPSHOT}
  WHERE walk.kind = 'rule_change' AND matter.id = walk.id AND walk.depth = 0
  AND jsonb_path_exists(drafted.data,
    '$.snapshot.recurring[*] ? (@.category == $category && @.causeClass == $cause && @.departmentId == $department)',
    jsonb_build_object('category', matter.category, 'cause', matter.cause_class, 'department', matter.department_id))`;

const walk = (steps: string) => `WITH RECURSIVE walk (kind, id, other_kind, other_id, depth) AS (
  SELECT $1::text, $2::uuid, NULL::text, NULL::uuid, 0
  UNION
  SELECT step.kind, step.id, walk.kind, walk.id, walk.depth + 1
  FROM walk CROSS JOIN LATERAL (${steps}) step WHERE walk.depth < ${DEEPEST} AND $3::int > 0
)
SELECT DISTINCT kind, id, other_kind AS "otherKind", other_id AS "otherId" FROM walk WHERE other_id IS NOT NULL ORDER BY 1, 2, 3, 4`;

type Row = { kind: LineageKind; id: string; otherKind: LineageKind; otherId: string };

/** Everything that came of a thing, step by step. */
export async function stepsFrom(db: Reads, { kind, id }: LineageRef): Promise<readonly LineageStep[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'lineage-from',
    text: walk(NEXT),
    values: [kind, id, 1],
  });
  return rows.map((row) => ({
    from: { kind: row.otherKind, id: row.otherId },
    to: { kind: row.kind, id: row.id },
  }));
}

/** Everything a thing came from, step by step; of what rests on many the first `most`. */
export async function stepsTo(
  db: Reads,
  { kind, id }: LineageRef,
  most: number,
): Promise<readonly LineageStep[]> {
  // What a bulletin counted may itself be told of in others: those are no part of where this one came from.
  const { rows } = await db.pool.query<Row>({
    name: 'lineage-to',
    text: walk(BEFORE),
    values: [kind, id, most],
  });
  return rows.map((row) => ({
    from: { kind: row.kind, id: row.id },
    to: { kind: row.otherKind, id: row.otherId },
  }));
}
