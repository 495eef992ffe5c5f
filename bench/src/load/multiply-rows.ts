import { searchWords } from '@bihuan/db';
import pg from 'pg';
import { generatedMatter } from './generated-matters.ts';

export type Multiplied = {
  readonly complaints: number;
  readonly events: number;
  /** One copy of so many has what is still open. */
  readonly openOneOf: number;
  /** What is over is spread over so many days before. */
  readonly days: number;
  /** How many different texts complaints have. */
  readonly texts: number;
};

type Copied = {
  readonly table: string;
  readonly owner: string;
  readonly ids: readonly string[];
  readonly texts: readonly string[];
};

/** Tables of a case: whose row it is, the ids that a copy has of its own, and the texts that are unique. */
const COPIED: readonly Copied[] = [
  {
    table: 'complaint',
    owner: 'id',
    ids: ['id', 'item_id', 'survivor_id', 'split_from_id'],
    texts: ['tracking_number', 'external_id'],
  },
  { table: 'supervision_item', owner: 'id', ids: ['id'], texts: ['number'] },
  { table: 'card', owner: 'item_id', ids: ['id', 'item_id'], texts: ['number'] },
  { table: 'rating_review', owner: 'complaint_id', ids: ['id', 'complaint_id'], texts: [] },
  { table: 'contact', owner: 'complaint_id', ids: ['complaint_id'], texts: [] },
  { table: 'callback', owner: 'complaint_id', ids: ['complaint_id'], texts: [] },
  { table: 'rating', owner: 'complaint_id', ids: ['complaint_id'], texts: [] },
  { table: 'item_complaint', owner: 'item_id', ids: ['item_id', 'complaint_id'], texts: [] },
  { table: 'participation', owner: 'item_id', ids: ['item_id'], texts: [] },
  { table: 'item_participant', owner: 'item_id', ids: ['item_id'], texts: [] },
  { table: 'measure', owner: 'item_id', ids: ['id', 'item_id'], texts: [] },
  { table: 'progress_report', owner: 'item_id', ids: ['id', 'item_id'], texts: [] },
  { table: 'finding', owner: 'item_id', ids: ['id', 'item_id', 'complaint_id'], texts: [] },
  { table: 'score_entry', owner: 'stream_id', ids: ['id', 'stream_id', 'reversal_of'], texts: [] },
  { table: 'message', owner: 'complaint_id', ids: ['id', 'complaint_id'], texts: ['occasion'] },
  { table: 'event', owner: 'stream_id', ids: ['stream_id'], texts: [] },
];

/**
 * Complaints that never came on the list are short; so many copies of all of them and fewer of the others come to both counts
 * that are wanted. An owner is a complaint, an item, a card or a review; `is_short` of one without an item.
 */
const OWNERS = `CREATE TEMPORARY TABLE owner AS
WITH linked AS (
  SELECT c.id, bool_or(l.item_id IS NOT NULL) AS has_item,
    bool_or(c.status NOT IN ('declined', 'merged', 'split', 'withdrawn', 'settled_on_the_spot', 'closed')
      OR coalesce(i.status <> 'struck_off', false)) AS is_open
  FROM complaint c LEFT JOIN item_complaint l ON l.complaint_id = c.id LEFT JOIN supervision_item i ON i.id = l.item_id
  WHERE c.survivor_id IS NULL AND c.split_from_id IS NULL AND c.status NOT IN ('merged', 'split') GROUP BY c.id
), item AS (
  SELECT i.id, i.status <> 'struck_off' OR coalesce(bool_or(linked.is_open), false) AS is_open
  FROM supervision_item i LEFT JOIN item_complaint l ON l.item_id = i.id LEFT JOIN linked ON linked.id = l.complaint_id
  GROUP BY i.id
)
SELECT id, is_open, NOT has_item AS is_short FROM linked
UNION ALL SELECT id, is_open, false FROM item
UNION ALL SELECT card.id, item.is_open, false FROM card JOIN item ON item.id = card.item_id
UNION ALL SELECT r.id, linked.is_open, NOT linked.has_item FROM rating_review r JOIN linked ON linked.id = r.complaint_id`;

const AT_ONCE = 250_000;

/** Copies the cases of a database until there are as many complaints and events as wanted; for reads only: what events say does not fit. */
export async function multiplyRows(url: string, asked: Multiplied): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'`,
    );
    await client.query(OWNERS);
    await client.query('CREATE INDEX ON owner (id)');
    await layDownTexts(client, asked.texts);
    const { every, some } = await copiesOf(client, asked);
    console.log(`${every} copies of short cases, ${some} of those with an item`);
    await client.query(
      `DELETE FROM search_word; INSERT INTO search_word (word, complaints)
SELECT word, (ndoc::bigint * ${asked.complaints} / ${asked.texts})::int FROM ts_stat('SELECT search FROM matter')`,
    );
    await client.query(
      `INSERT INTO setting (key, value) VALUES ('word_counts', jsonb_build_object('through', now(), 'complaints', ${asked.complaints}))
ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    );
    const indexes = await dropIndexes(client);
    for (const table of COPIED) await copyTable(client, table, { every, some }, asked);
    await client.query(`DELETE FROM score_balance; INSERT INTO score_balance (department_id, period, account, centipoints, lines)
SELECT department_id, period, account, greatest(sum(centipoints), -2000000000)::int, count(*)::int FROM score_entry GROUP BY 1, 2, 3`);
    for (const index of indexes) {
      console.log(index);
      await client.query(index);
    }
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

type Counts = {
  short_complaints: number;
  long_complaints: number;
  short_events: number;
  long_events: number;
};

/** Solves for both counts; open cases count by how rarely they are copied. */
async function copiesOf(client: pg.Client, { complaints, events, openOneOf }: Multiplied) {
  const weight = `CASE WHEN owner.is_open THEN 1.0 / ${openOneOf} ELSE 1 END`;
  const { rows } = await client.query<Counts>(`SELECT
  (SELECT sum(${weight}) FILTER (WHERE is_short)::float8 FROM owner JOIN complaint USING (id)) AS short_complaints,
  (SELECT sum(${weight}) FILTER (WHERE NOT is_short)::float8 FROM owner JOIN complaint USING (id)) AS long_complaints,
  (SELECT sum(${weight}) FILTER (WHERE is_short)::float8 FROM owner JOIN event ON event.stream_id = owner.id) AS short_events,
  (SELECT sum(${weight}) FILTER (WHERE NOT is_short)::float8 FROM owner JOIN event ON event.stream_id = owner.id) AS long_events`);
  const of = rows[0] as Counts;
  const det = of.short_complaints * of.long_events - of.long_complaints * of.short_events;
  const every = (complaints * of.long_events - of.long_complaints * events) / det;
  const some = (of.short_complaints * events - complaints * of.short_events) / det;
  return { every: Math.max(1, Math.ceil(every)), some: Math.max(1, Math.ceil(some)) };
}

async function copyTable(
  client: pg.Client,
  { table, owner, ids, texts }: Copied,
  copies: { readonly every: number; readonly some: number },
  asked: Multiplied,
): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE original AS SELECT row.*, owner.is_open, owner.is_short, row_number() OVER (${table === 'event' ? 'ORDER BY position' : ''}) AS nth
FROM ${table} row JOIN owner ON owner.id = row.${owner}`,
  );
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = $1 AND NOT (table_name = 'event' AND column_name = 'position')`,
    [table],
  );
  const values = rows.map(({ name, type }) => {
    const column = `original."${name}"`;
    if (ids.includes(name)) return `(left(${column}::text, 28) || lpad(to_hex(k), 8, '0'))::uuid`;
    if (texts.includes(name)) return `${column} || '-' || k`;
    if (name === 'once_hash' || (name === 'ordinal' && table === 'score_entry')) return 'NULL';
    if (table === 'complaint' && ['title', 'body', 'search'].includes(name)) return `matter."${name}"`;
    // Sealed for the row that they were in.
    if (table === 'contact' && type === 'bytea' && name !== 'phone_hash') return 'NULL';
    const shift = `CASE WHEN is_open THEN 0 ELSE k % ${asked.days} END`;
    if (type === 'timestamp with time zone') return `${column} - (${shift}) * interval '1 day'`;
    return type === 'date' ? `${column} - (${shift})` : column;
  });
  const began = performance.now();
  for (const isShort of [true, false]) {
    const { rowCount } = await client.query('SELECT FROM original WHERE is_short = $1', [isShort]);
    const last = isShort ? copies.every : copies.some;
    const step = Math.max(1, Math.floor(AT_ONCE / Math.max(1, rowCount ?? 0)));
    for (let first = 1; first <= last && rowCount !== 0; first += step)
      await client.query(
        `INSERT INTO ${table} (${rows.map(({ name }) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')}
FROM generate_series(${first}, ${Math.min(last, first + step - 1)}) AS k
JOIN original ON is_short = ${isShort} AND (NOT is_open OR k % ${asked.openOneOf} = 0)
${table === 'complaint' ? `JOIN matter ON matter.n = (k::bigint * 7919 + original.nth * 104729) % ${asked.texts}` : ''}
ORDER BY k, nth`,
      );
  }
  await client.query('DROP TABLE original');
  console.log(`${table}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

async function layDownTexts(client: pg.Client, count: number): Promise<void> {
  const texts = Array.from({ length: count }, (_, nth) => generatedMatter(nth));
  await client.query(
    `CREATE TEMPORARY TABLE matter AS SELECT row_number() OVER () - 1 AS n, title, body, to_tsvector('simple', words) AS search
FROM unnest($1::text[], $2::text[], $3::text[]) AS row (title, body, words)`,
    [
      texts.map(({ title }) => title),
      texts.map(({ body }) => body),
      texts.map(({ title, body }) => searchWords(`${title} ${body}`)),
    ],
  );
  await client.query('CREATE INDEX ON matter (n)');
  await client.query('ANALYZE matter');
}

/** Takes the indexes away that no constraint needs; returns how to make them again. */
async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; text: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = ANY($1::text[]::regclass[]) AND NOT i.indisunique`,
    [COPIED.map(({ table }) => table)],
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows.map(({ text }) => text);
}
