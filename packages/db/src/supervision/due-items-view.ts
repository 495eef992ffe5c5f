import type { LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

export type DueItem = { readonly id: string; readonly version: number; readonly dueOn: LocalDate };

const NIL = { dueOn: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };

/** Items of which one running date is due on or before a day, oldest due first, in pages after `after`. */
export async function dueItems(
  db: Pick<Database, 'pool'>,
  through: LocalDate,
  {
    after,
    limit,
  }: { readonly after: { readonly dueOn: LocalDate; readonly id: string } | null; readonly limit: number },
): Promise<readonly DueItem[]> {
  const from = after ?? NIL;
  const { rows } = await db.pool.query<DueItem>({
    name: 'due-items',
    text: `SELECT id, version, to_char(next_due_on, 'YYYY-MM-DD') AS "dueOn" FROM supervision_item
WHERE next_due_on <= $1 AND status IN ('assigned', 'signed', 'advancing', 'rework', 'verifying') AND (next_due_on, id) > ($2::date, $3::uuid)
ORDER BY next_due_on, id LIMIT $4`,
    values: [through, from.dueOn, from.id, limit],
  });
  return rows;
}

/** Items of which one running date is provisional, in pages after the id `after`. */
export async function provisionalItems(
  db: Pick<Database, 'pool'>,
  { after, limit }: { readonly after: { readonly id: string } | null; readonly limit: number },
): Promise<readonly DueItem[]> {
  const { rows } = await db.pool.query<DueItem>({
    name: 'provisional-items',
    text: `SELECT id, version, coalesce(to_char(next_due_on, 'YYYY-MM-DD'), '') AS "dueOn" FROM supervision_item
WHERE has_provisional_due AND id > $1::uuid ORDER BY id LIMIT $2`,
    values: [after?.id ?? NIL.id, limit],
  });
  return rows;
}
