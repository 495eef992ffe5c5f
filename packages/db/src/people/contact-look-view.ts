import type { Database } from '../database.ts';

export type LookFilter = {
  readonly departmentId: string | null;
  /** First and last day, Asia/Shanghai. */
  readonly from: string | null;
  readonly to: string | null;
  readonly trackingNumber: string | null;
};

export type LookCursor = { readonly at: string; readonly id: string };

export type LoggedLook = {
  readonly id: string;
  readonly at: string;
  readonly trackingNumber: string;
  readonly staffId: string;
  readonly departmentId: string;
  readonly reason: string;
  readonly fields: readonly string[];
  readonly isUnderGrant: boolean;
};

type Row = {
  id: string;
  at: Date;
  tracking_number: string;
  staff_id: string;
  department_id: string;
  reason: string;
  fields: string[];
  is_under_grant: boolean;
};

/** The looks at contact data, latest first, after the cursor. */
export async function readLookLog(
  db: Pick<Database, 'pool'>,
  { departmentId, from, to, trackingNumber }: LookFilter,
  after: LookCursor | null,
  most: number,
): Promise<readonly LoggedLook[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'look-log',
    text: `SELECT look.id, look.at, complaint.tracking_number, look.staff_id,
  coalesce(look.department_id, staff.department_id) AS department_id, look.reason, look.fields,
  look.access_id IS NOT NULL AS is_under_grant
FROM contact_look look JOIN complaint ON complaint.id = look.complaint_id JOIN staff ON staff.id = look.staff_id
WHERE ($1::uuid IS NULL OR coalesce(look.department_id, staff.department_id) = $1)
  AND ($2::date IS NULL OR look.at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai')
  AND ($3::date IS NULL OR look.at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
  AND ($4::text IS NULL OR complaint.tracking_number = $4)
  AND ($5::timestamptz IS NULL OR (look.at, look.id) < ($5, $6::uuid))
ORDER BY look.at DESC, look.id DESC LIMIT $7`,
    values: [departmentId, from, to, trackingNumber, after?.at ?? null, after?.id ?? null, most],
  });
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    trackingNumber: row.tracking_number,
    staffId: row.staff_id,
    departmentId: row.department_id,
    reason: row.reason,
    fields: row.fields,
    isUnderGrant: row.is_under_grant,
  }));
}
