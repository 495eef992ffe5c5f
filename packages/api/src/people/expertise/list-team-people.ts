import { readNames, readTeamPeople, type DepartmentName, type TeamPerson } from '@bihuan/db';
import { hasRole, localDateOf, type Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';

export type TeamLine = Omit<TeamPerson, 'departmentIds'> & { readonly department: DepartmentName | null };

/** Who can be on a team today (督查力量): full-time, part-time and invited, with what they know and what they have in hand. */
export async function listTeamPeople(house: House, actor: Actor): Promise<Result<readonly TeamLine[]>> {
  if (!hasRole(actor, 'triage_admin', 'inspector', 'leader', 'auditor', 'system_admin'))
    return refusal('not_found');
  const people = await readTeamPeople(house.db, localDateOf(house.now()));
  const { departments } = await readNames(
    house.db,
    people.map(({ departmentId }) => departmentId),
  );
  return done(
    people.map(({ departmentIds: _, ...person }) => ({
      ...person,
      department: departments.get(person.departmentId) ?? null,
    })),
  );
}

export type TeamChoice = { readonly id: string; readonly name: string; readonly department: DepartmentName };

/** Who can be named for teams; for those who name them. */
export async function listTeamChoices(house: House, actor: Actor): Promise<Result<readonly TeamChoice[]>> {
  if (!hasRole(actor, 'triage_admin', 'system_admin')) return refusal('not_found');
  const rows = await house.db.prisma.staff.findMany({
    where: { isActive: true },
    select: { id: true, name: true, department: { select: { id: true, name: true, nameEn: true } } },
    orderBy: { login: 'asc' },
  });
  return done(rows);
}
