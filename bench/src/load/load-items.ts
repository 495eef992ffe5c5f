import { searchWords } from '@bihuan/db';
import pg from 'pg';
import { generatedMatter } from './generated-matters.ts';

const AT_ONCE = 2000;
const SOURCES = [
  ...Array.from({ length: 14 }, () => 'complaint'),
  ...['superior_task', 'superior_task', 'leader_assignment', 'department_feedback', 'appraisal_finding'],
  'special_inspection',
];
const IMPORTANCES = [...Array.from({ length: 16 }, () => 'normal'), 'key', 'key', 'key', 'listed'];
const OPEN = ['assigned', 'signed', 'advancing', 'advancing', 'advancing', 'rework', 'verifying', 'watched'];
/** One item of so many is open; the rest have left the list. */
const OPEN_ONE_OF = 10;
const YEARS_DAYS = 3 * 365;

const ITEMS = `INSERT INTO supervision_item (id, number, source, basis, problem, importance, status, proposed_at, proposed_by_id,
  lead_department_id, deadline_on, next_due_on, struck_off_at, is_on_time, returns, reworks, percent, version, head_hash, search)
SELECT id, number, source, '', problem, importance, status, at, gen_random_uuid(), lead, due, CASE WHEN status <> 'struck_off' THEN due END,
  CASE WHEN status = 'struck_off' THEN due END, CASE WHEN status = 'struck_off' THEN true END, 0, 0, 50, 1, '',
  to_tsvector('simple', words)
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::uuid[], $9::date[], $10::text[])
  AS row (id, number, source, problem, importance, status, at, lead, due, words)`;
const PARTICIPATIONS = `INSERT INTO participation (item_id, department_id, duty)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[])`;
const PARTICIPANTS = `INSERT INTO item_participant (item_id, department_id, listed_on, is_struck_off)
SELECT part.item_id, part.department_id, item.deadline_on, item.status = 'struck_off'
FROM participation part JOIN supervision_item item ON item.id = part.item_id WHERE item.id = ANY ($1::uuid[])`;
const MEASURES = `INSERT INTO measure (id, item_id, ordinal, text, department_id, due_on, evidence)
SELECT gen_random_uuid(), item, 1, '出具一次性告知书', department, due, ''
FROM unnest($1::uuid[], $2::uuid[], $3::date[]) AS row (item, department, due)`;

/** Fills a database up to `count` supervision items of three years, straight into the tables; for reads only. */
export async function loadItems(
  url: string,
  departmentIds: readonly string[],
  { from, count, today }: { readonly from: number; readonly count: number; readonly today: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let first = from; first < count; first += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, at) =>
        generatedItem(first + at, departmentIds, today),
      );
      const columns = (pick: (row: (typeof rows)[number]) => readonly unknown[]) => {
        const picked = rows.map(pick);
        return (picked[0] ?? []).map((_, column) => picked.map((row) => row[column]));
      };
      await client.query('BEGIN');
      await client.query(
        ITEMS,
        columns(({ id, number, source, problem, importance, status, at, lead, due, words }) => [
          ...[id, number, source, problem, importance, status, at, lead, due, words],
        ]),
      );
      await client.query(PARTICIPATIONS, [
        rows.flatMap(({ id }) => [id, id]),
        rows.flatMap(({ lead, cooperating }) => [lead, cooperating]),
        rows.flatMap(() => ['lead', 'cooperating']),
      ]);
      await client.query(
        MEASURES,
        columns(({ id, cooperating, due }) => [id, cooperating, due]),
      );
      await client.query(PARTICIPANTS, [rows.map(({ id }) => id)]);
      await client.query('COMMIT');
    }
    await client.query('VACUUM ANALYZE supervision_item, participation, item_participant, measure');
  } finally {
    await client.end();
  }
}

function generatedItem(number: number, departmentIds: readonly string[], today: string) {
  const { title } = generatedMatter(number);
  const draw = <Item>(items: readonly Item[], salt: number) =>
    items[(Math.imul(number + salt, 2654435761) >>> 0) % items.length] as Item;
  const isOpen = number % OPEN_ONE_OF === 0;
  const day = isOpen ? (number % 40) - 15 : -20 - ((number * 7) % YEARS_DAYS);
  const due = new Date(Date.parse(today) + day * 86_400_000).toISOString().slice(0, 10);
  const lead = draw(departmentIds, 1);
  const others = departmentIds.filter((id) => id !== lead);
  return {
    id: crypto.randomUUID(),
    number: `DB-2026-${String(number).padStart(7, '0')}`,
    source: draw(SOURCES, 2),
    problem: title,
    importance: draw(IMPORTANCES, 3),
    status: isOpen ? draw(OPEN, 4) : 'struck_off',
    at: new Date(Date.parse(due) - 15 * 86_400_000).toISOString(),
    lead,
    cooperating: draw(others, 5),
    due,
    words: searchWords(title),
  };
}
