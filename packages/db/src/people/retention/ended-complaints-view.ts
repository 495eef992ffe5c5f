import {
  ENDED_STATUSES,
  TERM_EVENTS,
  localDateOf,
  type ComplaintStatus,
  type PendingMatter,
  type RetentionFacts,
} from '@bihuan/domain';
import type { Database } from '../../database.ts';

/** A complaint that ended, with what is still kept of it and what goes on beside it. */
export type EndedComplaint = RetentionFacts & {
  readonly id: string;
  readonly trackingNumber: string;
  /** The version of its stream when this was read. */
  readonly version: number;
  /** ISO-8601 UTC, with the id the key of a page. */
  readonly submittedAt: string;
  readonly hasContact: boolean;
  readonly hasMessages: boolean;
  readonly hasTraces: boolean;
};

export type EndedPage = {
  /** Only those filed before can have ended so long ago: ISO-8601 UTC. */
  readonly contactBefore: string;
  readonly messagesBefore: string;
  readonly tracesBefore: string;
  /** The day for which it is asked whether somebody may still look. */
  readonly today: string;
  readonly after: Pick<EndedComplaint, 'submittedAt' | 'id'> | null;
  readonly limit: number;
};

/**
 * The end of a merged complaint is that of the case it follows, where that ends later, and of a split one that of its last
 * part: `related` are all of these, however far.
 */
const SQL = `
WITH ended AS (
  SELECT complaint.id, complaint.tracking_number, complaint.version, complaint.status, complaint.is_held,
    complaint.is_final_proposed, complaint.submitted_at, live.has_contact, live.has_messages, live.has_traces
  FROM complaint CROSS JOIN LATERAL (SELECT
    complaint.submitted_at < $1 AND EXISTS (SELECT FROM contact
      WHERE contact.complaint_id = complaint.id AND contact.removed_at IS NULL) AS has_contact,
    complaint.submitted_at < $2 AND EXISTS (SELECT FROM message
      WHERE message.complaint_id = complaint.id AND message.removed_at IS NULL) AS has_messages,
    complaint.submitted_at < $3 AND EXISTS (SELECT FROM rating_trace
      WHERE rating_trace.complaint_id = complaint.id) AS has_traces) live
  WHERE complaint.status = ANY($4) AND complaint.submitted_at < greatest($1::timestamptz, $2, $3)
    AND ($5::timestamptz IS NULL OR (complaint.submitted_at, complaint.id) > ($5, $6::uuid))
    AND (live.has_contact OR live.has_messages OR live.has_traces)
  ORDER BY complaint.submitted_at, complaint.id LIMIT $7
)
SELECT ended.id, ended.tracking_number AS "trackingNumber", ended.version, ended.status, ended.is_held AS "isHeld",
  ended.submitted_at AS "submittedAt", ended.has_contact AS "hasContact", ended.has_messages AS "hasMessages",
  ended.has_traces AS "hasTraces", last.at AS "endedAt",
  array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT FROM item_complaint link JOIN supervision_item item ON item.id = link.item_id
      WHERE link.complaint_id = ended.id AND item.status <> 'struck_off') THEN 'item' END,
    CASE WHEN EXISTS (SELECT FROM item_complaint link JOIN card ON card.item_id = link.item_id
      WHERE link.complaint_id = ended.id AND card.status = 'objected') THEN 'card' END,
    CASE WHEN EXISTS (SELECT FROM rating_review review WHERE review.complaint_id = ended.id
      AND (review.status <> 'closed' OR review.appeal = 'running')) THEN 'rating_review' END,
    CASE WHEN EXISTS (SELECT FROM identity_access access WHERE access.complaint_id = ended.id
      AND (access.status = 'requested' OR access.status = 'granted' AND access.until_on >= $8::date))
      THEN 'identity_access' END,
    CASE WHEN ended.is_final_proposed THEN 'final_answer' END,
    CASE WHEN others.is_open THEN 'related' END], NULL) AS open
FROM ended
CROSS JOIN LATERAL (
  WITH RECURSIVE related (id) AS (
    SELECT ended.id
    UNION
    SELECT next.id FROM related JOIN complaint of ON of.id = related.id CROSS JOIN LATERAL (
      SELECT of.survivor_id AS id WHERE of.survivor_id IS NOT NULL
      UNION ALL SELECT part.id FROM complaint part WHERE part.split_from_id = of.id) next
  )
  SELECT array_agg(related.id) AS ids,
    bool_or(other.id <> ended.id AND (other.is_held OR other.status <> ALL($4))) AS is_open
  FROM related JOIN complaint other ON other.id = related.id
) others
CROSS JOIN LATERAL (
  SELECT max(event.at) AS at FROM event WHERE event.stream_id = ANY(others.ids) AND event.type = ANY($9)
) last
ORDER BY ended.submitted_at, ended.id`;

type Row = Omit<EndedComplaint, 'submittedAt' | 'endedOn' | 'open' | 'status'> & {
  readonly status: string;
  readonly submittedAt: Date;
  readonly endedAt: Date | null;
  readonly open: readonly string[];
};

/** Complaints that ended and of which something is still kept, in the order of their filing. */
export async function endedComplaints(
  db: Pick<Database, 'pool'>,
  { contactBefore, messagesBefore, tracesBefore, today, after, limit }: EndedPage,
): Promise<readonly EndedComplaint[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'ended-complaints',
    text: SQL,
    values: [
      ...[contactBefore, messagesBefore, tracesBefore, ENDED_STATUSES],
      ...[after?.submittedAt ?? null, after?.id ?? null, limit, today, TERM_EVENTS],
    ],
  });
  return rows.map(({ status, submittedAt, endedAt, open, ...row }) => ({
    ...row,
    status: status as ComplaintStatus,
    submittedAt: submittedAt.toISOString(),
    endedOn: endedAt === null ? null : localDateOf(endedAt.toISOString()),
    open: open as readonly PendingMatter[],
  }));
}
