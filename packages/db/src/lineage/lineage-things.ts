import type {
  BulletinKind,
  BulletinStatus,
  CardColour,
  CardStatus,
  CauseClass,
  Channel,
  ComplaintStatus,
  FindingKind,
  FindingPart,
  Instant,
  ItemStatus,
  RecurringMatterStatus,
  ScoringRule,
  Source,
} from '@bihuan/domain';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;
type Of<Kind extends string, Data> = {
  readonly kind: Kind;
  readonly id: string;
  readonly at: Instant;
} & Readonly<Data>;

/** A thing of a line of descent as it is kept, with what decides who may see it. */
export type LineageRecord =
  | Of<
      'complaint',
      {
        number: string;
        title: string;
        status: ComplaintStatus;
        channel: Channel;
        externalSource: string | null;
      }
    >
  | Of<
      'item',
      {
        number: string;
        problem: string;
        status: ItemStatus;
        source: Source;
        leadDepartmentId: string | null;
        departmentIds: readonly string[];
        inspectionId: string | null;
        inspectionNumber: string | null;
      }
    >
  | Of<'measure', { itemId: string; text: string; departmentId: string; isCompleted: boolean }>
  | Of<
      'verification',
      {
        itemId: string;
        part: FindingPart;
        findingKind: FindingKind;
        isResolved: boolean;
        staffId: string;
        isBlind: boolean;
      }
    >
  | Of<
      'card',
      { itemId: string; number: string; colour: CardColour; status: CardStatus; departmentId: string }
    >
  | Of<
      'line',
      { rule: ScoringRule; centipoints: number; departmentId: string; period: string; itemId: string | null }
    >
  | Of<
      'bulletin',
      {
        bulletinKind: BulletinKind;
        month: string | null;
        number: string | null;
        title: string;
        status: BulletinStatus;
      }
    >
  | Of<
      'rule_change',
      {
        category: string;
        categoryName: string;
        categoryNameEn: string;
        departmentId: string;
        causeClass: CauseClass;
        status: RecurringMatterStatus;
        changeText: string | null;
      }
    >;

const SQL = `
SELECT jsonb_build_object('kind', 'complaint', 'id', id, 'at', submitted_at, 'number', tracking_number, 'title', title,
  'status', status, 'channel', channel, 'externalSource', external_source) AS record
  FROM complaint WHERE id = ANY($1::uuid[])
UNION ALL SELECT jsonb_build_object('kind', 'item', 'id', item.id, 'at', item.proposed_at, 'number', item.number,
  'problem', item.problem, 'status', item.status, 'source', item.source, 'leadDepartmentId', item.lead_department_id,
  'departmentIds', (SELECT coalesce(jsonb_agg(DISTINCT of), '[]') FROM (
    SELECT department_id AS of FROM participation WHERE item_id = item.id
    UNION SELECT department_id FROM measure WHERE item_id = item.id) taking),
  'inspectionId', inspection.id, 'inspectionNumber', inspection.number)
  FROM supervision_item item LEFT JOIN inspection_finding found ON found.item_id = item.id
  LEFT JOIN inspection ON inspection.id = found.inspection_id WHERE item.id = ANY($1::uuid[])
UNION ALL SELECT jsonb_build_object('kind', 'measure', 'id', measure.id, 'itemId', item_id, 'text', text,
  'departmentId', department_id, 'isCompleted', completed_at IS NOT NULL,
  'at', coalesce(completed_at, due_on::timestamp AT TIME ZONE 'Asia/Shanghai'))
  FROM measure WHERE id = ANY($1::uuid[])
UNION ALL SELECT jsonb_build_object('kind', 'verification', 'id', id, 'itemId', item_id, 'at', at, 'part', part,
  'findingKind', kind, 'isResolved', is_resolved, 'staffId', staff_id, 'isBlind', (SELECT count(DISTINCT other.part) < 2
    FROM finding other WHERE other.item_id = finding.item_id AND other.round = finding.round AND other.part IN ('A', 'B')))
  FROM finding WHERE id = ANY($1::uuid[])
UNION ALL SELECT jsonb_build_object('kind', 'card', 'id', id, 'itemId', item_id, 'at', proposed_at, 'number', number,
  'colour', colour, 'status', status, 'departmentId', department_id) FROM card WHERE id = ANY($1::uuid[])
UNION ALL SELECT jsonb_build_object('kind', 'line', 'id', entry.id, 'at', entry.at, 'rule', entry.rule,
  'centipoints', entry.centipoints, 'departmentId', entry.department_id, 'period', entry.period, 'itemId', item.id)
  FROM score_entry entry LEFT JOIN card ON card.id = entry.stream_id
  LEFT JOIN supervision_item item ON item.id = coalesce(card.item_id, entry.stream_id) WHERE entry.id = ANY($1::uuid[])
UNION ALL SELECT jsonb_build_object('kind', 'bulletin', 'id', id, 'at', drafted_at, 'bulletinKind', kind, 'month', month,
  'number', number, 'title', title, 'status', status) FROM bulletin WHERE id = ANY($1::uuid[])
UNION ALL SELECT jsonb_build_object('kind', 'rule_change', 'id', matter.id, 'at', first.at, 'category', matter.category,
  'categoryName', coalesce(category.name, matter.category), 'categoryNameEn', coalesce(category.name_en, ''),
  'departmentId', matter.department_id, 'causeClass', matter.cause_class, 'status', matter.status,
  'changeText', matter.change_text)
  FROM recurring_matter matter LEFT JOIN category ON category.code = matter.category
  JOIN event first ON first.stream_id = matter.id AND first.version = 1 WHERE matter.id = ANY($1::uuid[])`;

/** What is kept of these things, whatever they are; an id that is nothing of it is missing. */
export async function readLineageThings(
  db: Reads,
  ids: readonly string[],
): Promise<readonly LineageRecord[]> {
  const { rows } = await db.pool.query<{ record: LineageRecord }>({
    name: 'lineage-things',
    text: SQL,
    values: [ids],
  });
  return rows.map(({ record }) => ({ ...record, at: new Date(record.at).toISOString() }));
}
