import type { LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

export type DueItem = { readonly id: string; readonly version: number; readonly dueOn: LocalDate };

const NIL = { dueOn: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };

/**
 * Items of which one running date is due on or before `through`, oldest due first, in pages after `after`; without those that
 * are known to be quiet after `today`.
 */
export async function dueItems(
  db: Pick<Database, 'pool'>,
  { today, through }: { readonly today: LocalDate; readonly through: LocalDate },
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
  AND NOT EXISTS (SELECT FROM quiet_item quiet
    WHERE quiet.item_id = supervision_item.id AND quiet.version = supervision_item.version AND quiet.quiet_until > $5::date)
ORDER BY next_due_on, id LIMIT $4`,
    values: [through, from.dueOn, from.id, limit, today],
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

export type QuietItem = { readonly id: string; readonly version: number; readonly until: LocalDate };

/** Keeps until when these items are quiet, each for the version it was looked at. */
export async function keepQuiet(db: Pick<Database, 'pool'>, items: readonly QuietItem[]): Promise<void> {
  await db.pool.query({
    name: 'keep-quiet',
    text: `INSERT INTO quiet_item (item_id, version, quiet_until)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::date[])
ON CONFLICT (item_id) DO UPDATE SET version = excluded.version, quiet_until = excluded.quiet_until`,
    values: [items.map(({ id }) => id), items.map(({ version }) => version), items.map(({ until }) => until)],
  });
}
