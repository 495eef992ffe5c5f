import type { LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** An open item whose next date is near or past, and who is to act. */
export type ItemInNeed = {
  readonly number: string;
  readonly dueOn: LocalDate;
  readonly isProvisional: boolean;
  readonly departmentIds: readonly string[];
  /** The inspector while it is being verified; null while it is with the departments. */
  readonly inspectorId: string | null;
};

/** Items that are with departments or under verification and have a date up to `through`, the most urgent first. */
export async function itemsInNeed(
  db: Pick<Database, 'pool'>,
  through: LocalDate,
): Promise<readonly ItemInNeed[]> {
  const { rows } = await db.pool.query<ItemInNeed>({
    name: 'items-in-need',
    text: `SELECT item.number, coalesce(item.next_due_on, item.deadline_on)::text AS "dueOn",
  item.has_provisional_due AS "isProvisional",
  CASE WHEN item.status = 'verifying' THEN item.inspector_id END AS "inspectorId",
  CASE WHEN item.status = 'assigned' THEN ARRAY[item.lead_department_id]
    ELSE ARRAY(SELECT department_id FROM participation WHERE item_id = item.id) END AS "departmentIds"
FROM supervision_item item
WHERE item.status IN ('assigned', 'signed', 'advancing', 'rework', 'verifying')
  AND coalesce(item.next_due_on, item.deadline_on) <= $1::date
ORDER BY coalesce(item.next_due_on, item.deadline_on), item.number`,
    values: [through],
  });
  return rows;
}
