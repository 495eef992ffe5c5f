import { isOfNow, type Instant, type LocalDate, type Tally, type RowRef } from '@bihuan/domain';
import { scopeCondition, type ComplaintScope } from '../complaint/complaint-scope-condition.ts';
import type { Database } from '../database.ts';
import { TALLY_SQL } from './tally-sql.ts';

type Reads = Pick<Database, 'pool'>;

/** Which rows of a tally. */
export type TallyFilter = {
  readonly today: LocalDate;
  /** Not asked of tallies of what is so now. */
  readonly from: Instant;
  readonly until: Instant;
  /** Null for all, those of no department among them; empty for those of none. */
  readonly departmentIds: readonly string[] | null;
  readonly categories: readonly string[] | null;
  /** Only complaints in this scope; null for all. */
  readonly scope: ComplaintScope | null;
};

/** One row of a tally. `line`: an entry of the ledger that no item caused. */
export type TallyRow = {
  readonly about: RowRef['about'] | 'line';
  readonly id: string;
  readonly number: string;
  readonly departmentId: string | null;
  readonly category: string | null;
  readonly at: Instant;
  readonly centipoints: number;
};

export type TallyCursor = { readonly at: Instant; readonly id: string };

/** What rows are counted by: the month in Shanghai, the department, the category, or stretches that begin at moments given. */
export type CountedBy = 'month' | 'department' | 'category' | { readonly begins: readonly Instant[] };

const KEY: Readonly<Record<Extract<CountedBy, string>, string>> = {
  month: `to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
  department: `coalesce(department_id::text, '')`,
  category: `coalesce(category, '')`,
};

/** The list of a tally under a filter, as `FROM` and `WHERE`; `$1` to `$5` are taken. */
function listOf(tally: Tally, filter: TallyFilter, values: unknown[]): string {
  const window = isOfNow(tally) ? 'TRUE' : 'at >= $2::timestamptz AND at < $3::timestamptz';
  const scope =
    filter.scope === null
      ? 'TRUE'
      : `(about <> 'complaint' OR EXISTS (SELECT FROM complaint WHERE complaint.id = fact.id
  AND ${scopeCondition(filter.scope, (value) => `$${values.push(value)}`)}))`;
  // Said so that each value has a type wherever it stands.
  return `(${TALLY_SQL[tally]}) fact WHERE $1::date IS NOT NULL AND $2::timestamptz IS NOT NULL AND $3::timestamptz IS NOT NULL
AND ($4::uuid[] IS NULL OR ${filter.departmentIds?.length === 0 ? 'department_id IS NULL' : 'department_id = ANY($4::uuid[])'})
AND ($5::text[] IS NULL OR ${filter.categories?.length === 0 ? 'category IS NULL' : 'category = ANY($5::text[])'})
AND ${window} AND ${scope}`;
}

function valuesOf({ today, from, until, departmentIds, categories }: TallyFilter): unknown[] {
  return [today, from, until, departmentIds, categories];
}

export type TallyCounts = ReadonlyMap<string, Partial<Record<Tally, number>>>;

/** How many rows each of the tallies has, by key; a key without rows is missing. The key of a stretch is its place, from 0. */
export async function countTallies(
  db: Reads,
  tallies: readonly Tally[],
  filter: TallyFilter,
  by: CountedBy,
): Promise<TallyCounts> {
  const values = valuesOf(filter);
  const key =
    typeof by === 'string'
      ? KEY[by]
      : `(width_bucket(at, $${values.push(by.begins)}::timestamptz[]) - 1)::text`;
  const parts = tallies.map(
    (tally) => `SELECT '${tally}' AS tally, ${key} AS key, count(*)::int AS rows
FROM ${listOf(tally, filter, values)} GROUP BY 2`,
  );
  const { rows } = await db.pool.query<{ tally: Tally; key: string; rows: number }>(
    parts.join('\nUNION ALL '),
    values,
  );
  const counts = new Map<string, Partial<Record<Tally, number>>>();
  for (const row of rows) {
    const of = counts.get(row.key) ?? {};
    of[row.tally] = row.rows;
    counts.set(row.key, of);
  }
  return counts;
}

export type TallyDigest = {
  readonly tally: Tally;
  readonly departmentId: string;
  readonly rows: number;
  readonly things: number;
  readonly centipoints: number;
  /** When the oldest of them was. */
  readonly firstAt: Instant;
  /** Different things, the oldest first. */
  readonly cites: readonly RowRef[];
};

/** Each tally by department with its first `cites` things; rows of no department are left out. */
export async function digestTallies(
  db: Reads,
  tallies: readonly Tally[],
  filter: TallyFilter,
  cites: number,
): Promise<readonly TallyDigest[]> {
  const values = valuesOf(filter);
  const parts = tallies.map(
    (
      tally,
    ) => `SELECT '${tally}' AS tally, department_id, about, id, number, min(at) AS at, count(*)::int AS rows,
  sum(centipoints)::int AS centipoints FROM ${listOf(tally, filter, values)} AND department_id IS NOT NULL GROUP BY 2, 3, 4, 5`,
  );
  const most = `$${values.push(cites)}::int`;
  type Row = Omit<TallyDigest, 'firstAt'> & { readonly firstAt: Date };
  const { rows } = await db.pool.query<Row>(
    `WITH thing AS (${parts.join('\nUNION ALL ')}), placed AS (
  SELECT *, row_number() OVER (PARTITION BY tally, department_id ORDER BY at, id) AS place FROM thing
)
SELECT tally, department_id AS "departmentId", sum(rows)::int AS rows, count(*)::int AS things,
  sum(centipoints)::int AS centipoints, min(at) AS "firstAt",
  coalesce(jsonb_agg(jsonb_build_object('about', about, 'id', id, 'number', number) ORDER BY place)
    FILTER (WHERE place <= ${most} AND about <> 'line'), '[]') AS cites
FROM placed GROUP BY 1, 2 ORDER BY 1, 2`,
    values,
  );
  return rows.map(({ firstAt, ...row }) => ({ ...row, firstAt: firstAt.toISOString() }));
}

/** A page of the rows of a tally, the latest first. */
export async function readTallyRows(
  db: Reads,
  tally: Tally,
  filter: TallyFilter,
  after: TallyCursor | null,
  size: number,
): Promise<readonly TallyRow[]> {
  const values = valuesOf(filter);
  const list = listOf(tally, filter, values);
  const page =
    after === null
      ? ''
      : ` AND (at, id) < ($${values.push(after.at)}::timestamptz, $${values.push(after.id)}::uuid)`;
  const { rows } = await db.pool.query<Omit<TallyRow, 'at'> & { at: Date }>(
    `SELECT about, id, number, department_id AS "departmentId", category, at, centipoints FROM ${list}${page}
ORDER BY at DESC, id DESC LIMIT ${Math.trunc(size)}`,
    values,
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** How many rows a tally has, and what they come to in points. */
export async function sumTally(
  db: Reads,
  tally: Tally,
  filter: TallyFilter,
): Promise<{ readonly rows: number; readonly centipoints: number }> {
  const values = valuesOf(filter);
  const { rows } = await db.pool.query<{ rows: number; centipoints: number }>(
    `SELECT count(*)::int AS rows, coalesce(sum(centipoints), 0)::int AS centipoints FROM ${listOf(tally, filter, values)}`,
    values,
  );
  return rows[0] ?? { rows: 0, centipoints: 0 };
}

/** What complaints and items are called, by id. */
export async function readMatters(
  db: Reads,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly status: string }>> {
  const { rows } = await db.pool.query<{ id: string; title: string; status: string }>({
    name: 'matters',
    text: `SELECT id, title, status FROM complaint WHERE id = ANY($1::uuid[])
UNION ALL SELECT id, problem, status FROM supervision_item WHERE id = ANY($1::uuid[])
UNION ALL SELECT card.id, item.problem, card.status FROM card JOIN supervision_item item ON item.id = card.item_id
  WHERE card.id = ANY($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map(({ id, ...matter }) => [id, matter]));
}
