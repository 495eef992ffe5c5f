import type { Done, GamingFacts, Instant, RowRef, SatisfactionLevel } from '@bihuan/domain';
import type { Database } from '../../database.ts';

type Reads = Pick<Database, 'pool'>;
type Facts = Pick<
  GamingFacts,
  'closings' | 'requests' | 'cases' | 'returns' | 'ratings' | 'exclusions' | 'merges'
>;

type Row = RowRef & { readonly departmentId: string; readonly at: Date };

const COMPLAINT = `'complaint' AS about, complaint.id, complaint.tracking_number AS number`;
const ITEM = `'item' AS about, item.id, item.number`;
/** The department that leads the item of a complaint now, or the one complained about. */
const OF_COMPLAINT = `complaint LEFT JOIN supervision_item item ON item.id = complaint.item_id`;
const LEAD = `coalesce(item.lead_department_id, complaint.about_department_id)`;

/** What detectors of gaming read, of the moments from `from` to before `until`. */
export async function readGamingFacts(db: Reads, from: Instant, until: Instant): Promise<Facts> {
  const ask = async <More extends object = object>(name: string, text: string) => {
    const { rows } = await db.pool.query<Row & More>({ name, text, values: [from, until] });
    return rows.map(({ about, id, number, departmentId, at, ...more }) => ({
      ...{ row: { about, id, number }, departmentId, at: at.toISOString() },
      ...(more as unknown as More),
    }));
  };
  const closings = await ask<{ cameBackAt: Date | null }>(
    'gaming-closings',
    `WITH told AS (SELECT stream_id, version, type, at FROM event WHERE stream = 'complaint' AND at >= $1
  AND type IN ('AnswerConfirmed', 'ComplaintClosedInSilence', 'ComplaintReopened'))
SELECT ${COMPLAINT}, ${LEAD} AS "departmentId", told.at, (SELECT min(back.at) FROM told back
  WHERE back.stream_id = told.stream_id AND back.version > told.version AND back.type = 'ComplaintReopened') AS "cameBackAt"
FROM told JOIN ${OF_COMPLAINT} ON complaint.id = told.stream_id
WHERE told.type <> 'ComplaintReopened' AND told.at < $2 AND ${LEAD} IS NOT NULL ORDER BY told.at, complaint.id`,
  );
  const ratings = await ask<{ level: SatisfactionLevel }>(
    'gaming-ratings',
    `SELECT ${COMPLAINT}, ${LEAD} AS "departmentId", rating.at, rating.level
FROM rating JOIN ${OF_COMPLAINT} ON complaint.id = rating.complaint_id
WHERE rating.at >= $1 AND rating.at < $2 AND ${LEAD} IS NOT NULL ORDER BY rating.at, complaint.id`,
  );
  return {
    closings: closings.map((one) => ({ ...one, cameBackAt: one.cameBackAt?.toISOString() ?? null })),
    ratings,
    requests: await ask<{ dueOn: string }>(
      'gaming-requests',
      `SELECT ${ITEM}, item.lead_department_id AS "departmentId", event.at, item.deadline_on::text AS "dueOn"
FROM event JOIN supervision_item item ON item.id = event.stream_id
WHERE event.stream = 'supervision_item' AND event.type = 'StrikeOffRequested' AND event.at >= $1 AND event.at < $2
  AND item.lead_department_id IS NOT NULL AND item.deadline_on IS NOT NULL ORDER BY event.at, item.id`,
    ),
    cases: await ask<{ isCalledBack: boolean }>(
      'gaming-cases',
      `SELECT ${COMPLAINT}, item.lead_department_id AS "departmentId", item.struck_off_at AS at, EXISTS (SELECT FROM callback
  WHERE callback.complaint_id = complaint.id AND callback.outcome = 'valid') AS "isCalledBack"
FROM supervision_item item JOIN item_complaint link ON link.item_id = item.id JOIN complaint ON complaint.id = link.complaint_id
WHERE item.struck_off_at >= $1 AND item.struck_off_at < $2 AND item.lead_department_id IS NOT NULL
  AND (complaint.is_reachable OR complaint.contact_removed_at IS NOT NULL AND EXISTS (SELECT FROM event
    WHERE event.stream_id = complaint.id AND (event.type = 'ContactCorrected'
      OR event.type = 'ComplaintSubmitted' AND (event.data->>'reachable')::boolean)))
ORDER BY item.struck_off_at, complaint.id`,
    ),
    returns: await ask(
      'gaming-returns',
      `SELECT ${ITEM}, coalesce((event.actor->>'departmentId')::uuid, item.lead_department_id) AS "departmentId", event.at
FROM event JOIN supervision_item item ON item.id = event.stream_id
WHERE event.stream = 'supervision_item' AND event.type = 'ItemReturned' AND event.at >= $1 AND event.at < $2
  AND coalesce((event.actor->>'departmentId')::uuid, item.lead_department_id) IS NOT NULL ORDER BY event.at, item.id`,
    ),
    exclusions: await ask(
      'gaming-exclusions',
      `SELECT ${COMPLAINT}, review.department_id AS "departmentId", event.at
FROM event JOIN rating_review review ON review.id = event.stream_id JOIN complaint ON complaint.id = review.complaint_id
WHERE event.stream = 'rating_review' AND event.type = 'AppealRuled' AND (event.data->>'isUpheld')::boolean
  AND event.at >= $1 AND event.at < $2 AND review.department_id IS NOT NULL ORDER BY event.at, complaint.id`,
    ),
    merges: await ask(
      'gaming-merges',
      `SELECT ${COMPLAINT}, coalesce(whole.lead_department_id, complaint.about_department_id) AS "departmentId", event.at
FROM event JOIN complaint ON complaint.id = event.stream_id
LEFT JOIN complaint survivor ON survivor.id = (event.data->>'survivorId')::uuid
LEFT JOIN supervision_item whole ON whole.id = survivor.item_id
WHERE event.stream = 'complaint' AND event.type = 'ComplaintMerged' AND event.at >= $1 AND event.at < $2
  AND coalesce(whole.lead_department_id, complaint.about_department_id) IS NOT NULL ORDER BY event.at, complaint.id`,
    ),
  } satisfies { [Key in keyof Facts]: readonly Done[] };
}
