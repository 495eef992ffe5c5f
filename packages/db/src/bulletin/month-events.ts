import type { Callback, CauseClass, CountedCall, MonthWindow, Named, RowRef } from '@bihuan/domain';
import type pg from 'pg';
import { endOfLog } from '../audit/end-of-log.ts';
import { inOneSnapshot } from '../audit/one-snapshot.ts';
import type { StreamName } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';

type Client = Pick<pg.ClientBase, 'query'>;

/** One event as counting needs it. */
export type CountedEvent = { readonly type: string; readonly at: string } & Readonly<Record<string, unknown>>;
export type CountedStream = { readonly stream: StreamName; readonly events: readonly CountedEvent[] };

export type RecurrenceRow = {
  readonly category: string;
  readonly departmentId: string;
  readonly causeClass: CauseClass;
  readonly rows: readonly RowRef[];
};

const BATCH = 500;

/**
 * The place in the log before which everything is there. Waits for writers that have begun, and keeps new ones waiting for
 * that moment: a place taken without it could still be filled from before.
 */
export async function cutLog({ pool }: Pick<Database, 'pool'>): Promise<string> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE event IN SHARE MODE');
    const end = await endOfLog(client);
    await client.query('COMMIT');
    isBroken = false;
    return end;
  } finally {
    client.release(isBroken);
  }
}

/** Everything counting a month reads, as it stood at a place in the log. */
export type MonthReader = {
  /** Each stream that tells something of the month: touched since it began, or still open. */
  streams(): AsyncGenerator<CountedStream>;
  calls(): Promise<readonly CountedCall[]>;
  recurrences(since: string, least: number): Promise<readonly RecurrenceRow[]>;
  departments(): Promise<readonly Named[]>;
  categories(): Promise<readonly Named[]>;
};

/** Reads a month as of `position`; all reads see one state of the database. */
export function readMonthAsOf<Value>(
  db: Pick<Database, 'pool'>,
  window: MonthWindow,
  position: string,
  read: (reader: MonthReader) => Promise<Value>,
): Promise<Value> {
  return inOneSnapshot(db, (client) =>
    read({
      streams: () => streamsOf(client, window, position),
      calls: () => callsOf(client, window, position),
      recurrences: (since, least) => recurrencesOf(client, window, position, since, least),
      departments: () => departmentsOf(client, window),
      categories: () => categoriesOf(client),
    }),
  );
}

/**
 * What is neither touched since the month began nor open today was over before it, so that whenever this is asked nothing that
 * counts is left out; what comes besides counts for nothing.
 */
async function* streamsOf(
  client: Client,
  { from }: MonthWindow,
  position: string,
): AsyncGenerator<CountedStream> {
  const { rows: ids } = await client.query<{ id: string }>(
    `SELECT stream_id AS id FROM event WHERE stream IN ('complaint', 'supervision_item', 'card') AND at >= $1
UNION SELECT id FROM complaint WHERE status NOT IN ('declined', 'merged', 'withdrawn', 'settled_on_the_spot', 'closed')
UNION SELECT id FROM supervision_item WHERE status <> 'struck_off' ORDER BY 1`,
    [from],
  );
  for (let first = 0; first < ids.length; first += BATCH) {
    const batch = ids.slice(first, first + BATCH).map(({ id }) => id);
    const { rows } = await client.query<{
      stream_id: string;
      stream: StreamName;
      type: string;
      at: Date;
      data: Record<string, unknown>;
    }>(
      `SELECT stream_id, stream, type, at, data FROM event WHERE stream_id = ANY($1::uuid[]) AND position <= $2
ORDER BY stream_id, version`,
      [batch, position],
    );
    for (const events of Map.groupBy(rows, (row) => row.stream_id).values()) {
      const [one] = events;
      if (one === undefined) continue;
      yield {
        stream: one.stream,
        events: events.map(({ type, at, data }) => ({ type, at: at.toISOString(), ...data })),
      };
    }
  }
}

/** Callbacks of the month with the department each is credited to, and whether a panel had taken it out by its end. */
async function callsOf(
  client: Client,
  { from, until }: MonthWindow,
  position: string,
): Promise<readonly CountedCall[]> {
  const { rows } = await client.query<{
    complaintId: string;
    trackingNumber: string;
    departmentId: string | null;
    outcome: string;
    hasContact: boolean | null;
    isSolved: boolean | null;
    satisfaction: string | null;
    isExcluded: boolean;
  }>(
    `WITH called AS (
  SELECT stream_id, at, position, row_number() OVER (PARTITION BY stream_id ORDER BY version) AS ordinal
  FROM event WHERE stream = 'complaint' AND type = 'CallbackRecorded'
), ruled AS (
  SELECT review.complaint_id, review.department_id FROM event JOIN rating_review review ON review.id = event.stream_id
  WHERE event.stream = 'rating_review' AND event.type = 'AppealRuled' AND (event.data->>'isUpheld')::boolean
    AND event.at < $2 AND event.position <= $3
)
SELECT callback.complaint_id AS "complaintId", complaint.tracking_number AS "trackingNumber",
  callback.department_id AS "departmentId", callback.outcome, has_contact AS "hasContact", is_solved AS "isSolved",
  satisfaction, EXISTS (SELECT FROM ruled WHERE ruled.complaint_id = callback.complaint_id
    AND ruled.department_id = callback.department_id) AS "isExcluded"
FROM called JOIN callback ON callback.complaint_id = called.stream_id AND callback.ordinal = called.ordinal
JOIN complaint ON complaint.id = callback.complaint_id
WHERE called.at >= $1 AND called.at < $2 AND called.position <= $3`,
    [from, until, position],
  );
  return rows.map(({ outcome, hasContact, isSolved, satisfaction, ...call }) => ({
    ...call,
    answers:
      outcome === 'valid' && satisfaction !== null
        ? ({
            contacted: hasContact ?? false,
            solved: isSolved ?? false,
            satisfaction,
          } as NonNullable<Callback['answers']>)
        : null,
  }));
}

/** What came at least `least` times up to the end of the month, with the complaints, the most frequent first. */
async function recurrencesOf(
  client: Client,
  { until }: MonthWindow,
  position: string,
  since: string,
  least: number,
): Promise<readonly RecurrenceRow[]> {
  const { rows } = await client.query<RecurrenceRow>(
    `WITH known AS (
  SELECT stream_id, stream, version, type, data FROM event
  WHERE stream IN ('complaint', 'supervision_item') AND at < $2 AND position <= $3
), filed AS (
  SELECT stream_id AS id FROM known WHERE type = 'ComplaintSubmitted'
    AND stream_id IN (SELECT id FROM complaint WHERE submitted_at >= $1 AND submitted_at < $2)
), sorted AS (
  SELECT DISTINCT ON (stream_id) stream_id AS id, data->>'category' AS category FROM known
  WHERE type IN ('ComplaintAccepted', 'ComplaintSettledOnTheSpot') ORDER BY stream_id, version DESC
), placed AS (
  SELECT DISTINCT ON (stream_id) stream_id AS id, (data->>'itemId')::uuid AS item_id FROM known
  WHERE type = 'ComplaintPlacedUnderSupervision' ORDER BY stream_id, version DESC
), led AS (
  SELECT DISTINCT ON (stream_id) stream_id AS item_id, (data->'assignment'->>'leadDepartmentId')::uuid AS lead_id FROM known
  WHERE type = 'ItemAssigned' ORDER BY stream_id, version DESC
), counted AS (
  SELECT complaint.id, complaint.tracking_number AS number, sorted.category, complaint.cause_class,
    coalesce(led.lead_id, complaint.about_department_id) AS department_id
  FROM filed JOIN complaint USING (id) JOIN sorted USING (id) LEFT JOIN placed USING (id) LEFT JOIN led ON led.item_id = placed.item_id
  WHERE NOT EXISTS (SELECT FROM known WHERE known.stream_id = filed.id
    AND type IN ('ComplaintDeclined', 'ComplaintWithdrawn'))
)
SELECT category, department_id AS "departmentId", cause_class AS "causeClass",
  jsonb_agg(jsonb_build_object('about', 'complaint', 'id', counted.id, 'number', number) ORDER BY number) AS rows
FROM counted JOIN department ON department.id = department_id
GROUP BY 1, 2, 3, department.code HAVING count(*) >= $4 ORDER BY count(*) DESC, category, department.code, cause_class LIMIT 20`,
    [since, until, position, least],
  );
  return rows;
}

/** Departments that existed on a day of the month. */
async function departmentsOf(client: Client, { firstDay, lastDay }: MonthWindow): Promise<readonly Named[]> {
  const { rows } = await client.query<Named>(
    `SELECT id, name, name_en AS "nameEn" FROM department
WHERE kind = 'department' AND active_from <= $2 AND (active_to IS NULL OR active_to >= $1) ORDER BY code`,
    [firstDay, lastDay],
  );
  return rows;
}

async function categoriesOf(client: Client): Promise<readonly Named[]> {
  const { rows } = await client.query<Named>(
    'SELECT code AS id, name, name_en AS "nameEn" FROM category ORDER BY code',
  );
  return rows;
}
