import type { LocalDate, Role, RoleHolding, RoleTerm } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { RoleTermRow } from '../generated/client.ts';
import { dayOfColumn } from './day-of-column.ts';

/** Terms that have not run out, to read with a person. */
export const OPEN_TERMS = { where: { state: 'open' } } as const;

type Held = {
  readonly roles: readonly string[];
  readonly roleTerms: readonly Pick<RoleTermRow, 'id' | 'role' | 'fromOn' | 'toOn'>[];
};

/** What a person holds, of their row with its open terms. */
export function holdingOf({ roles, roleTerms }: Held): RoleHolding {
  return { roles: roles as Role[], terms: roleTerms.map(termOf) };
}

function termOf({ id, role, fromOn, toOn }: Held['roleTerms'][number]): RoleTerm {
  return { id, role: role as Role, from: dayOfColumn(fromOn), to: toOn && dayOfColumn(toOn) };
}

/** People whose roles of today are not those written down yet: a term began, or one is over. */
export async function staffWithTurnedTerms(
  { pool }: Pick<Database, 'pool'>,
  today: LocalDate,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ staffId: string }>({
    name: 'staff-with-turned-terms',
    text: `SELECT DISTINCT term.staff_id AS "staffId" FROM role_term term JOIN staff ON staff.id = term.staff_id
WHERE term.state = 'open' AND (term.to_on < $1::date OR (term.from_on <= $1::date AND NOT term.role = ANY(staff.roles)))`,
    values: [today],
  });
  return rows.map(({ staffId }) => staffId);
}
