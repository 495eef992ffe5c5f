import { readNames, readTeamPeople, type DepartmentName, type TeamPerson } from '@bihuan/db';
import {
  hasRole,
  isLawfulForItem,
  localDateOf,
  proposeTeam,
  TEAM_PURPOSES,
  type Actor,
  type SupervisionItem,
  type TeamCase,
  type TeamPurpose,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { complainedAbout } from '../../people/identity/complained-about.ts';

/** A person with what speaks for or against them, to be told in a sentence. */
export type ProposedMember = Omit<TeamCase, 'knows'> & {
  readonly name: string;
  readonly department: DepartmentName | null;
  /** Categories of the item that they know. */
  readonly knows: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[];
};

export type TeamProposal = { readonly purpose: TeamPurpose; readonly people: readonly ProposedMember[] };

/** Who is proposed for each kind of team the item may get; empty for those who form none. */
export async function teamProposals(
  house: House,
  actor: Actor,
  item: SupervisionItem,
): Promise<readonly TeamProposal[]> {
  if (!hasRole(actor, 'triage_admin') || !isLawfulForItem(item.status, 'form_team')) return [];
  const people = await readTeamPeople(house.db, localDateOf(house.now()));
  const [codes, complainedAboutIds, { departments }] = await Promise.all([
    categoriesOf(house, item),
    complainedAbout(house, item.complaintIds),
    readNames(
      house.db,
      people.map(({ departmentId }) => departmentId),
    ),
  ]);
  const select = { code: true, name: true, nameEn: true };
  const names = await house.db.prisma.category.findMany({ where: { code: { in: [...codes] } }, select });
  return TEAM_PURPOSES.map((purpose) => ({
    purpose,
    people: proposeTeam(people, codes, { item, purpose, complainedAboutIds }).map(({ knows, ...one }) => {
      const person = people.find(({ staffId }) => staffId === one.staffId) as TeamPerson;
      return {
        ...one,
        name: person.name,
        department: departments.get(person.departmentId) ?? null,
        knows: names.filter(({ code }) => knows.includes(code)),
      };
    }),
  }));
}

/** Categories of the linked complaints, with those they belong to. */
export async function categoriesOf(
  house: House,
  { complaintIds }: Pick<SupervisionItem, 'complaintIds'>,
): Promise<readonly string[]> {
  const { prisma } = house.db;
  const rows = await prisma.complaint.findMany({
    where: { id: { in: [...complaintIds] }, category: { not: null } },
    select: { category: true },
  });
  const own = rows.flatMap(({ category }) => category ?? []);
  const parents = await prisma.category.findMany({ where: { code: { in: own } }, select: { parent: true } });
  return [...new Set([...own, ...parents.flatMap(({ parent }) => parent ?? [])])];
}
