import type { Database } from '../database.ts';

export type Present = {
  readonly name: string;
  readonly department: string;
  readonly departmentEn: string;
  readonly isEditing: boolean;
};

/** Who else has a case open, seen no longer ago than `seconds`, and notes that this person has. */
export async function notePresence(
  db: Pick<Database, 'pool'>,
  {
    subjectId,
    staffId,
    isEditing,
    now,
  }: { subjectId: string; staffId: string; isEditing: boolean; now: string },
  seconds: number,
): Promise<readonly Present[]> {
  const { rows } = await db.pool.query<Present>({
    name: 'note-presence',
    text: `WITH noted AS (INSERT INTO presence (subject_id, staff_id, seen_at, is_editing) VALUES ($1, $2, $3, $4)
  ON CONFLICT (subject_id, staff_id) DO UPDATE SET seen_at = excluded.seen_at, is_editing = excluded.is_editing),
forgotten AS (DELETE FROM presence WHERE seen_at < $3::timestamptz - interval '1 day')
SELECT staff.name, department.name AS department, department.name_en AS "departmentEn", presence.is_editing AS "isEditing"
FROM presence JOIN staff ON staff.id = presence.staff_id JOIN department ON department.id = staff.department_id
WHERE presence.subject_id = $1 AND presence.staff_id <> $2 AND presence.seen_at > $3::timestamptz - make_interval(secs => $5)
ORDER BY presence.is_editing DESC, staff.name`,
    values: [subjectId, staffId, now, isEditing, seconds],
  });
  return rows;
}

/** Somebody closed a case. */
export async function forgetPresence(
  db: Pick<Database, 'pool'>,
  subjectId: string,
  staffId: string,
): Promise<void> {
  await db.pool.query({
    name: 'forget-presence',
    text: 'DELETE FROM presence WHERE subject_id = $1 AND staff_id = $2',
    values: [subjectId, staffId],
  });
}
