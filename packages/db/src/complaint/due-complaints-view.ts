import type { Clock, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

export type DueComplaint = { readonly id: string; readonly version: number; readonly dueOn: LocalDate };

/** After which row a page begins; the first page begins after the nil row. */
export type DuePage = {
  readonly after: { readonly dueOn: LocalDate; readonly id: string } | null;
  readonly limit: number;
};

const NIL = { dueOn: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };
const COLUMNS = `id, version, to_char(due_on, 'YYYY-MM-DD') AS "dueOn"`;

/** Complaints whose running clock of one kind is due on or before a day, firm dates only, oldest due first. */
export async function dueComplaints(
  db: Pick<Database, 'pool'>,
  kind: Clock['kind'],
  through: LocalDate,
  { after, limit }: DuePage,
): Promise<readonly DueComplaint[]> {
  const from = after ?? NIL;
  const { rows } = await db.pool.query<DueComplaint>({
    name: 'due-complaints',
    text: `SELECT ${COLUMNS} FROM complaint
WHERE clock_kind = $1 AND due_on <= $2 AND NOT is_due_provisional AND (due_on, id) > ($3::date, $4::uuid)
ORDER BY due_on, id LIMIT $5`,
    values: [kind, through, from.dueOn, from.id, limit],
  });
  return rows;
}

/** Complaints whose running clock rests on a year whose official calendar was not loaded, oldest due first. */
export async function provisionalComplaints(
  db: Pick<Database, 'pool'>,
  through: LocalDate,
  { after, limit }: DuePage,
): Promise<readonly DueComplaint[]> {
  const from = after ?? NIL;
  const { rows } = await db.pool.query<DueComplaint>({
    name: 'provisional-complaints',
    text: `SELECT ${COLUMNS} FROM complaint
WHERE is_due_provisional AND due_on <= $1 AND (due_on, id) > ($2::date, $3::uuid)
ORDER BY due_on, id LIMIT $4`,
    values: [through, from.dueOn, from.id, limit],
  });
  return rows;
}
