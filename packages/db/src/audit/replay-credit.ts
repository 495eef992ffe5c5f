import type pg from 'pg';
import type { Difference } from './replay-rows.ts';

/**
 * Every callback counts for the department that led the item when the call was made, as the item's events tell. Only those
 * that differ come back.
 */
const SQL = `
WITH called AS (
  SELECT stream_id, version, position,
    row_number() OVER (PARTITION BY stream_id ORDER BY version) AS ordinal
  FROM event WHERE stream = 'complaint' AND type = 'CallbackRecorded'
), credited AS (
  SELECT called.stream_id, called.ordinal, (
    SELECT assigned.data->'assignment'->>'leadDepartmentId' FROM event assigned
    WHERE assigned.type = 'ItemAssigned' AND assigned.position < called.position AND assigned.stream_id = (
      SELECT (placed.data->>'itemId')::uuid FROM event placed
      WHERE placed.stream_id = called.stream_id AND placed.type = 'ComplaintPlacedUnderSupervision'
        AND placed.version < called.version ORDER BY placed.version DESC LIMIT 1)
    ORDER BY assigned.version DESC LIMIT 1)::uuid AS department_id
  FROM called
)
SELECT concat_ws(' ', row.complaint_id, row.ordinal) AS key, credited.department_id AS expected, row.department_id AS found
FROM callback row JOIN credited ON credited.stream_id = row.complaint_id AND credited.ordinal = row.ordinal
WHERE row.department_id IS DISTINCT FROM credited.department_id`;

/** Callbacks credited to another department than the one that led the item at the time. */
export async function misplacedCredits(client: Pick<pg.ClientBase, 'query'>): Promise<readonly Difference[]> {
  const { rows } = await client.query<Pick<Difference, 'key' | 'expected' | 'found'>>(SQL);
  return rows.map((row) => ({ table: 'callback', column: 'department_id', ...row }));
}
