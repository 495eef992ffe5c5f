import type { Database } from '../../database.ts';

/** Rows whose term is counted from a moment of their own, whatever becomes of a complaint. */
export const EXPIRED_ROWS = [
  'contact_changes',
  'bounced_addresses',
  'expired_access',
  'staff_addresses',
  'left_staff',
  'webhook_bodies',
  'imports',
] as const;
export type ExpiredRows = (typeof EXPIRED_ROWS)[number];

type Piece = {
  /** Rows before the instant `$1`, as `ctid`s of the table. */
  readonly table: string;
  readonly where: string;
  /** Set where the row stays and only what it says goes. */
  readonly set?: string;
};

/** Rows of people whose account is closed, since the last time it was closed. */
function ofLeft(table: string): Piece {
  return {
    table,
    where: `(SELECT max(change.at) FROM staff JOIN configuration_change change ON change.subject_id = staff.login
  WHERE staff.id = ${table}.staff_id AND NOT staff.is_active AND change.subject = 'staff'
    AND change.after->>'isActive' = 'false') < $1`,
  };
}

const PIECES: Readonly<Record<ExpiredRows, readonly Piece[]>> = {
  contact_changes: [{ table: 'contact_change', where: 'expires_at < $1' }],
  bounced_addresses: [{ table: 'bounced_address', where: 'at < $1' }],
  expired_access: [
    { table: 'session', where: 'expires_at < $1' },
    { table: 'half_sign_in', where: 'expires_at < $1' },
    { table: 'password_reset', where: 'expires_at < $1' },
  ],
  staff_addresses: [{ table: 'staff_address', where: 'seen_at < $1' }],
  left_staff: ['staff_notice_choice', 'second_factor', 'recovery_code'].map(ofLeft),
  webhook_bodies: [
    {
      table: 'webhook_delivery',
      where: `status IN ('delivered', 'dead') AND body <> '' AND coalesce(tried_at, happened_at) < $1`,
      set: `body = ''`,
    },
  ],
  // Files and texts of rows go as soon as their term is over; their names with them.
  imports: [
    {
      table: 'complaint_import',
      where: `changed_at < $1 AND sample IS NULL AND file_name <> ''`,
      set: `file_name = ''`,
    },
    {
      table: 'complaint_import_row',
      where: `fault IS NOT NULL AND texts IS NULL AND import_id IN (SELECT id FROM complaint_import WHERE changed_at < $1)`,
      set: 'fault = NULL',
    },
  ],
};

const BATCH = 1000;

/**
 * Removes what of a kind is from before an instant (ISO-8601), a thousand rows at a time. Returns how many rows there were;
 * with `isDryRun` they stay.
 */
export async function removeExpiredRows(
  db: Pick<Database, 'pool'>,
  what: ExpiredRows,
  before: string,
  isDryRun: boolean,
): Promise<number> {
  let removed = 0;
  for (const { table, where, set } of PIECES[what]) {
    if (isDryRun) {
      const { rows } = await db.pool.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${table} WHERE ${where}`,
        [before],
      );
      removed += rows[0]?.count ?? 0;
      continue;
    }
    const some = `ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${where} LIMIT ${BATCH}))`;
    const text =
      set === undefined ? `DELETE FROM ${table} WHERE ${some}` : `UPDATE ${table} SET ${set} WHERE ${some}`;
    for (let gone = BATCH; gone === BATCH;) {
      gone = (await db.pool.query(text, [before])).rowCount ?? 0;
      removed += gone;
    }
  }
  return removed;
}
