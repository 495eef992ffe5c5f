import { createHash } from 'node:crypto';
import {
  anchorHead,
  anchorLine,
  localDateOf,
  NO_DAY_BEFORE,
  type DayAnchor,
  type LocalDate,
} from '@bihuan/domain';
import type { ClientBase, Pool } from 'pg';
import type { Database } from '../database.ts';

type Reads = Pick<Pool | ClientBase, 'query'>;

/** `through`: the place in the log with which the day ends, as digits. */
export type StoredAnchor = DayAnchor & { readonly through: string };

type Row = { day: string; events: number; through: string; digest: Buffer; previous: Buffer };

const COLUMNS = `to_char(day, 'YYYY-MM-DD') AS day, events, through::text AS through, digest, previous`;
const PAGE = 5000;

/** Every anchor by day, the first one first. */
export async function readAnchors(db: Reads): Promise<readonly StoredAnchor[]> {
  const { rows } = await db.query<Row>(`SELECT ${COLUMNS} FROM day_anchor ORDER BY day_anchor.day`);
  return rows.map(stored);
}

/** The anchor of the latest day, or of the latest one up to `day`; null where there is none. */
export async function readLastAnchor(db: Reads, day: LocalDate | null = null): Promise<StoredAnchor | null> {
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM day_anchor WHERE $1::date IS NULL OR day_anchor.day <= $1 ORDER BY day_anchor.day DESC LIMIT 1`,
    [day],
  );
  return rows[0] === undefined ? null : stored(rows[0]);
}

/** The day of the event that was written first; null where there is none. */
export async function firstEventDay(db: Reads): Promise<LocalDate | null> {
  const { rows } = await db.query<{ at: Date }>('SELECT at FROM event ORDER BY position LIMIT 1');
  return rows[0] === undefined ? null : localDateOf(rows[0].at.toISOString());
}

/**
 * The anchor of the day after `before`. Its events are those written after that day's, up to the first one that happened at
 * or after `until`, and not beyond `end`: a place of the log before which everything is there. What is written late counts to
 * the day in which it is written.
 */
export async function takeAnchor(
  db: Reads,
  day: LocalDate,
  before: StoredAnchor | null,
  { until, end }: { readonly until: string; readonly end: string },
): Promise<StoredAnchor> {
  const after = before?.through ?? '0';
  const { rows } = await db.query<{ position: string }>(
    `SELECT position::text AS position FROM event WHERE position > $1 AND position <= $2 AND at >= $3
ORDER BY event.position LIMIT 1`,
    [after, end, until],
  );
  const through = rows[0] === undefined ? larger(after, end) : String(BigInt(rows[0].position) - 1n);
  const previous = before?.digest ?? NO_DAY_BEFORE;
  return { day, through, previous, ...(await countAnchor(db, { day, previous, through }, after)) };
}

/** What the events between two places of the log come to now, as the anchor of a day. */
export async function countAnchor(
  db: Reads,
  { day, previous, through }: Pick<StoredAnchor, 'day' | 'previous' | 'through'>,
  after: string,
): Promise<Pick<DayAnchor, 'events' | 'digest'>> {
  const hash = createHash('sha256').update(anchorHead(day, previous));
  let events = 0;
  for (let from = after; ;) {
    const { rows } = await db.query<{ position: string; hash: Buffer }>(
      `SELECT position::text AS position, hash FROM event WHERE position > $1 AND position <= $2
ORDER BY event.position LIMIT ${PAGE}`,
      [from, through],
    );
    for (const row of rows) hash.update(anchorLine(row.hash.toString('hex')));
    events += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return { events, digest: hash.digest('hex') };
    from = last.position;
  }
}

/** Keeps an anchor; false where the day has one already. */
export async function insertAnchor(
  { pool }: Pick<Database, 'pool'>,
  { day, events, through, digest, previous }: StoredAnchor,
  madeAt: string,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO day_anchor (day, events, through, digest, previous, made_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING`,
    [day, events, through, Buffer.from(digest, 'hex'), Buffer.from(previous, 'hex'), madeAt],
  );
  return rowCount === 1;
}

function stored({ digest, previous, ...row }: Row): StoredAnchor {
  return { ...row, digest: digest.toString('hex'), previous: previous.toString('hex') };
}

function larger(one: string, other: string): string {
  return BigInt(one) > BigInt(other) ? one : other;
}
