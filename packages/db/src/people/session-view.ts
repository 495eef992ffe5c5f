import type { Role, RoleHolding, RoleTerm } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** A session with its person, as every request of the office needs them. */
export type SessionView = {
  readonly staffId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string;
  readonly login: string;
  readonly name: string;
  readonly locale: string;
  readonly hasGivenPassword: boolean;
  readonly departmentId: string;
  readonly department: { readonly name: string; readonly nameEn: string; readonly kind: string };
  readonly holding: RoleHolding;
};

type Row = Omit<SessionView, 'holding'> & {
  readonly roles: readonly Role[];
  readonly terms: readonly RoleTerm[];
};

/** The session of a hashed id, in one question; null where there is none, or where its person does not work here any more. */
export async function findSession(
  { pool }: Pick<Database, 'pool'>,
  idHash: Buffer,
): Promise<SessionView | null> {
  const { rows } = await pool.query<Row>({
    name: 'find-session',
    text: `SELECT staff.id AS "staffId", session.created_at AS "createdAt", session.expires_at AS "expiresAt",
  session.user_agent AS "userAgent", staff.login, staff.name, staff.locale,
  staff.has_given_password AS "hasGivenPassword", staff.department_id AS "departmentId", staff.roles,
  jsonb_build_object('name', department.name, 'nameEn', department.name_en, 'kind', department.kind) AS department,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'role', role, 'from', from_on, 'to', to_on)), '[]')
    FROM role_term WHERE staff_id = staff.id AND state = 'open') AS terms
FROM session JOIN staff ON staff.id = session.staff_id JOIN department ON department.id = staff.department_id
WHERE session.id_hash = $1 AND staff.is_active`,
    values: [idHash],
  });
  const [row] = rows;
  if (row === undefined) return null;
  const { roles, terms, ...session } = row;
  return { ...session, holding: { roles, terms } };
}
