import type { Database } from '../database.ts';

/** A place in the log of events, and whether what stands there is of an item. */
export type LoggedPlace = { readonly place: string; readonly isOfItem: boolean };

/** What stands in the log after a place, by place. Earlier places can still be filled by writers that have begun. */
export async function placesAfter(
  db: Pick<Database, 'pool'>,
  place: string,
): Promise<readonly LoggedPlace[]> {
  const { rows } = await db.pool.query<LoggedPlace>({
    name: 'places-after',
    text: `SELECT position::text AS place, stream = 'supervision_item' AS "isOfItem" FROM event
WHERE position > $1::bigint ORDER BY position`,
    values: [place],
  });
  return rows;
}
