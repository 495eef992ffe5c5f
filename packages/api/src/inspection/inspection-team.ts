import { readNames, readTeamPeople, type TeamPerson } from '@bihuan/db';
import { isOfInspected, localDateOf, rankForTeam, type Inspection, type TeamCase } from '@bihuan/domain';
import type { House } from '../house.ts';
import type { ProposedMember } from '../supervision/team/team-proposals.ts';

/** People for the team of an inspection, in the order in which they are proposed; those of departments looked at step aside. */
export async function rankInspectors(
  house: House,
  people: readonly TeamPerson[],
  { scope, findings }: Inspection,
): Promise<readonly TeamCase[]> {
  const codes = [...scope.categories];
  const rows = await house.db.prisma.category.findMany({
    where: { code: { in: codes } },
    select: { parent: true },
  });
  const categories = [...new Set([...codes, ...rows.flatMap(({ parent }) => parent ?? [])])];
  const departmentIds = [...scope.departmentIds, ...findings.map(({ departmentId }) => departmentId)];
  return rankForTeam(people, categories, (member) =>
    isOfInspected({ ...scope, departmentIds }, member) ? 'concerned' : null,
  );
}

/** The same with names and reasons, to be chosen from. */
export async function proposeInspectors(
  house: House,
  inspection: Inspection,
): Promise<readonly ProposedMember[]> {
  const people = await readTeamPeople(house.db, localDateOf(house.now()));
  const [cases, { departments }, categories] = await Promise.all([
    rankInspectors(house, people, inspection),
    readNames(
      house.db,
      people.map(({ departmentId }) => departmentId),
    ),
    house.db.prisma.category.findMany({ select: { code: true, name: true, nameEn: true } }),
  ]);
  return cases.map(({ knows, ...one }) => {
    const person = people.find(({ staffId }) => staffId === one.staffId) as TeamPerson;
    return {
      ...one,
      name: person.name,
      department: departments.get(person.departmentId) ?? null,
      knows: categories.filter(({ code }) => knows.includes(code)),
    };
  });
}
