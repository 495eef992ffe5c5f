import { randomUUID } from 'node:crypto';
import { searchWords } from '@bihuan/db';
import pg from 'pg';
import { generatedMatter } from './generated-matters.ts';

const AT_ONCE = 2000;
const DEPARTMENTS = 12;

const ITEMS = `INSERT INTO supervision_item (id, number, source, basis, problem, importance, status, proposed_at, proposed_by_id,
  lead_department_id, returns, reworks, percent, version, head_hash)
SELECT gen_random_uuid(), 'DB-' || n, 'complaint', '', '', 'normal', 'struck_off', now(), gen_random_uuid(), gen_random_uuid(),
  0, 0, 100, 1, '' FROM generate_series(1, ${DEPARTMENTS}) n RETURNING id`;

const COMPLAINTS = `INSERT INTO complaint (id, tracking_number, code_hash, channel, complainant_kind, openness, is_reachable, status,
  round, category, complexity, item_id, submitted_at, title, body, tried, cause_class, wish, place, version, head_hash, search)
SELECT id, number, '', 'portal', 'enterprise', 'open', false, 'closed', 1, category, 'ordinary', item_id, at, title, body, '{}',
  'other', '', place, 1, '', to_tsvector('simple', words)
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[])
  AS row (id, number, category, item_id, at, title, body, place, words)`;

/** Fills a database with handled complaints of generated text, straight into the tables; for reads only. */
export async function loadComplaints(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const items = (await client.query<{ id: string }>(ITEMS)).rows.map(({ id }) => id);
    const began = Date.now() - 365 * 86_400_000;
    for (let first = 0; first < count; first += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => {
        const number = first + index;
        const { title, body, place, category } = generatedMatter(number);
        const item = items[(category.length * 5 + category.charCodeAt(0)) % items.length];
        const at = new Date(began + (number * 360 * 86_400_000) / count).toISOString();
        return [
          randomUUID(),
          `G${number}`,
          category,
          item,
          at,
          title,
          body,
          place,
          searchWords(`${title} ${body}`),
        ];
      });
      await client.query(
        COMPLAINTS,
        Array.from({ length: 9 }, (_, column) => rows.map((row) => row[column])),
      );
    }
    await client.query('VACUUM ANALYZE complaint');
  } finally {
    await client.end();
  }
}
