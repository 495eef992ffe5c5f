import type { ComplaintStatus, Half, ItemStatus, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** Something that waits for somebody. `dueOn` is the date of the clock that asks; null where none runs. */
export type Waiting<Status extends string> = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  readonly dueOn: LocalDate | null;
  readonly dueHalf: Half | null;
  readonly isDueProvisional: boolean;
  readonly since: string;
  /** Whether one of its dates is near; of items alone. */
  readonly isNear?: boolean;
};

export type WaitingComplaint = Waiting<ComplaintStatus>;
export type WaitingItem = Waiting<ItemStatus>;

/** What waits, counted no further than `most` + 1 and listed no further than `most`, the most urgent first. */
export type WaitingList<Row> = { readonly rows: readonly Row[]; readonly isCapped: boolean };

const COMPLAINTS = {
  to_triage: `complaint.status = 'submitted'`,
  /** A final answer that somebody else proposed. */
  finals: `complaint.is_final_proposed AND NOT EXISTS (SELECT FROM event WHERE stream_id = complaint.id
  AND type = 'FinalProposed' AND actor ->> 'staffId' = $2)`,
  /** They follow a case that nobody works on any more. */
  left_behind: `complaint.status = 'merged' AND EXISTS (SELECT FROM complaint survivor
  WHERE survivor.id = complaint.survivor_id AND survivor.status IN ('withdrawn', 'declined'))`,
  to_route: `complaint.status = 'accepted'`,
  to_take_up: `complaint.status IN ('disputed', 'reopened')`,
  to_answer: `complaint.status = 'under_supervision' AND EXISTS (
  SELECT FROM supervision_item WHERE id = complaint.item_id
    AND status IN ('struck_off', 'watched', 'long_running', 'referred_up'))`,
  /** Late beyond the first step, with nobody but the office to blame: the reminder has come up to the leaders. */
  late_with_office: `(complaint.status IN ('submitted', 'accepted', 'disputed', 'reopened')
    OR complaint.status = 'under_supervision' AND EXISTS (SELECT FROM supervision_item
      WHERE id = complaint.item_id AND status IN ('struck_off', 'watched', 'long_running', 'referred_up')))
  AND EXISTS (SELECT FROM event WHERE stream_id = complaint.id AND type = 'DeadlineCrossed'
    AND (data ->> 'level')::int > 0 AND data -> 'due' ->> 'date' = complaint.due_on::text)`,
  questions: `complaint.status = 'awaiting_complainant' AND complaint.channel IN ('walk_in', 'phone')`,
  /** Not those this person said no to. */
  objections: `complaint.status = 'objected' AND NOT EXISTS (
  SELECT FROM event WHERE stream_id = complaint.id AND type = 'ComplaintDeclined' AND actor ->> 'staffId' = $2)`,
  /** Not those this person's unit had a word in. */
  reviews: `complaint.status = 'under_review' AND NOT EXISTS (
  SELECT FROM event WHERE stream_id = complaint.id AND actor ->> 'departmentId' = $3
    AND type IN ('ComplaintDeclined', 'ObjectionDecided', 'ComplaintSettledOnTheSpot', 'AnswerPublished'))`,
  /** Withdrawn while somebody worked on it, and not yet asked whether that was their own wish. */
  check_calls: `complaint.status = 'withdrawn' AND complaint.item_id IS NOT NULL AND complaint.is_reachable
  AND NOT EXISTS (SELECT FROM event WHERE stream_id = complaint.id AND type = 'CheckCallRecorded'
    AND data ->> 'outcome' = 'own_wish')
  AND (SELECT count(*) FROM event WHERE stream_id = complaint.id AND type = 'CheckCallRecorded'
    AND version > (SELECT max(version) FROM event WHERE stream_id = complaint.id AND type = 'ComplaintWithdrawn')) < 3`,
} as const;

export type WaitingComplaintKind = keyof typeof COMPLAINTS;

/**
 * Findings of the verification that runs; earlier ones belong to earlier requests. `OFFSET 0`: looked for item by item, of which few
 * are being verified; as a join PostgreSQL reads all findings there ever were.
 */
const FOUND = (
  part: 'A' | 'B' | 'C',
) => `SELECT is_resolved FROM finding WHERE item_id = item.id AND part = '${part}'
  AND round = (SELECT max(round) FROM finding WHERE item_id = item.id)
  AND at >= (SELECT max(at) FROM event WHERE stream_id = item.id AND type = 'StrikeOffRequested') OFFSET 0`;

/** $2: the person's department, $3: the person, $4: returns after which a leader designates, $5: today. */
const TAKES_PART = `(EXISTS (SELECT FROM participation WHERE item_id = item.id AND department_id = $2::uuid)
  OR EXISTS (SELECT FROM measure WHERE item_id = item.id AND department_id = $2::uuid))`;

const ITEMS = {
  to_countersign: `item.status = 'proposed' AND item.proposed_by_id <> $3::uuid`,
  to_assign: `item.status = 'registered'`,
  returns: `item.status = 'returned' AND item.returns < $4::int`,
  to_designate: `item.status = 'returned' AND item.returns >= $4::int`,
  strike_off_requests: `item.status = 'strike_off_requested'`,
  extensions: `item.has_pending_extension`,
  disputes: `item.has_open_dispute AND item.status IN ('signed', 'advancing', 'rework') AND NOT ${TAKES_PART}`,
  /** Late, and the reminder has come up to this person. */
  escalated: `item.escalated_to_ids @> ARRAY[$3::uuid]`,
  /** Watched, long-running, referred up, suspended or struck off, and it is the day to look again. */
  look_again: `item.next_due_on <= $5::date
  AND item.status IN ('watched', 'long_running', 'referred_up', 'suspended', 'struck_off') AND NOT ${TAKES_PART}`,
  ready: `item.status = 'verifying' AND (item.notice_until IS NULL OR item.notice_until < $5::date) AND EXISTS (${FOUND('A')}) AND EXISTS (${FOUND('B')})
  AND ((${FOUND('A')} LIMIT 1) = (${FOUND('B')} LIMIT 1) OR EXISTS (${FOUND('C')}))`,
  notice_objections: `item.has_open_objection AND NOT ${TAKES_PART}`,
  rebounded: `item.status = 'rebounded'`,
  to_sign: `item.status = 'assigned' AND item.lead_department_id = $2::uuid`,
  advancing: `item.status IN ('signed', 'advancing', 'rework') AND ${TAKES_PART}`,
  verifications: `item.status = 'verifying' AND item.inspector_id = $3::uuid AND NOT EXISTS (${FOUND('A')})`,
  third_checks: `item.status = 'verifying' AND item.inspector_id <> $3::uuid AND NOT ${TAKES_PART}
  AND (${FOUND('A')} LIMIT 1) <> (${FOUND('B')} LIMIT 1) AND NOT EXISTS (${FOUND('C')})`,
  /** Whether the complainant can still be called first is a question for the rules, not for this list. */
  corroborations: `item.status = 'verifying' AND NOT EXISTS (${FOUND('B')}) AND NOT ${TAKES_PART}`,
} as const;

export type WaitingItemKind = keyof typeof ITEMS;

export type InboxReader = {
  readonly departmentId: string;
  readonly staffId: string;
  readonly maxReturns: number;
  readonly today: LocalDate;
};

type Row<Status extends string> = Omit<Waiting<Status>, 'since'> & { readonly since: Date };

/** Complaints that wait for one kind of work of this person. */
export async function readWaitingComplaints(
  db: Pick<Database, 'pool'>,
  kind: WaitingComplaintKind,
  { staffId, departmentId }: Pick<InboxReader, 'staffId' | 'departmentId'>,
  most: number,
): Promise<WaitingList<WaitingComplaint>> {
  const { rows } = await db.pool.query<Row<ComplaintStatus>>({
    name: `waiting-complaints-${kind}`,
    text: `WITH reader AS (SELECT $2::text, $3::text)
SELECT complaint.id, complaint.tracking_number AS number, complaint.title, complaint.status,
  complaint.due_on::text AS "dueOn", complaint.due_half AS "dueHalf", complaint.is_due_provisional AS "isDueProvisional",
  complaint.submitted_at AS since
FROM complaint WHERE ${COMPLAINTS[kind]}
ORDER BY complaint.due_on NULLS FIRST, complaint.due_half, complaint.submitted_at LIMIT $1`,
    values: [most + 1, staffId, departmentId],
  });
  return capped(rows, most);
}

/** Items that wait for one kind of work of this person. */
export async function readWaitingItems(
  db: Pick<Database, 'pool'>,
  kind: WaitingItemKind,
  { departmentId, staffId, maxReturns, today }: InboxReader,
  most: number,
): Promise<WaitingList<WaitingItem>> {
  const { rows } = await db.pool.query<Row<ItemStatus>>({
    name: `waiting-items-${kind}`,
    text: `WITH reader AS (SELECT $2::uuid, $3::uuid, $4::int, $5::date)
SELECT item.id, item.number, item.problem AS title, item.status, coalesce(item.next_due_on, item.deadline_on)::text AS "dueOn",
  'pm' AS "dueHalf", item.proposed_at AS since, coalesce(item.near_until >= $5::date, false) AS "isNear",
  item.is_deadline_provisional AND item.deadline_on = coalesce(item.next_due_on, item.deadline_on) AS "isDueProvisional"
FROM supervision_item item WHERE ${ITEMS[kind]}
ORDER BY coalesce(item.next_due_on, item.deadline_on) NULLS FIRST, item.proposed_at LIMIT $1`,
    values: [most + 1, departmentId, staffId, maxReturns, today],
  });
  return capped(rows, most);
}

/** No more than `most` rows, and whether there are more. */
export function capped<Status extends string>(
  rows: readonly Row<Status>[],
  most: number,
): WaitingList<Waiting<Status>> {
  const lines = rows.slice(0, most).map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
  return { rows: lines, isCapped: rows.length > most };
}
