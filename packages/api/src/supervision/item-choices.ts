import { loadItem, readNames, type DepartmentName } from '@bihuan/db';
import { concernedDepartmentIds, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { complainedAbout } from '../people/identity/complained-about.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { burdenWarnings, type BurdenWarning } from './burden/burden-warnings.ts';
import { itemScope, seesItem } from './item-scope.ts';
import type { PersonView } from './item-view.ts';
import { teamProposals, type TeamProposal } from './team/team-proposals.ts';

export type ItemChoices = {
  /** Departments that can be made answerable. */
  readonly departments: readonly DepartmentName[];
  /** Inspectors of no department concerned, with how many verifications each has open; the least loaded first. */
  readonly inspectors: readonly (PersonView & { readonly open: number })[];
  /** Who is proposed for teams; for those who form them. */
  readonly teams: readonly TeamProposal[];
  /** Departments of the item that were asked for much this month; for the offices that ask. */
  readonly burden: readonly BurdenWarning[];
};

const schema = z.object({ itemId: z.uuid() });

/** Who can be chosen in the forms of an item. */
export async function readItemChoices(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ItemChoices>> {
  const parsed = parseInput(schema, raw);
  const loaded = parsed.ok ? await loadItem(house.db, parsed.value.itemId) : null;
  if (loaded === null || !seesItem(actor, loaded.state)) return refusal('not_found');
  return done({
    departments: await answerableDepartments(house),
    inspectors: await freeInspectors(house, [
      ...concernedDepartmentIds(loaded.state),
      ...(await complainedAbout(house, loaded.state.complaintIds)),
    ]),
    teams: await teamProposals(house, actor, loaded.state),
    burden:
      itemScope(actor).kind === 'all'
        ? await burdenWarnings(house, concernedDepartmentIds(loaded.state))
        : [],
  });
}

/** Departments that can be made answerable, by their code; never the offices that run the loop. */
export function answerableDepartments(house: House): Promise<readonly DepartmentName[]> {
  return house.db.prisma.department.findMany({
    where: { kind: 'department', activeTo: null },
    select: { id: true, name: true, nameEn: true },
    orderBy: { code: 'asc' },
  });
}

async function freeInspectors(
  house: House,
  concerned: readonly string[],
): Promise<ItemChoices['inspectors']> {
  const staff = await house.db.prisma.staff.findMany({
    where: { isActive: true, roles: { has: 'inspector' }, departmentId: { notIn: [...concerned] } },
    select: { id: true, name: true, departmentId: true },
    orderBy: { login: 'asc' },
  });
  const open = await house.db.prisma.supervisionItem.groupBy({
    by: ['inspectorId'],
    where: { status: 'verifying', inspectorId: { in: staff.map(({ id }) => id) } },
    _count: true,
  });
  const loads = new Map(open.map(({ inspectorId, _count }) => [inspectorId, _count]));
  const { departments } = await readNames(
    house.db,
    staff.map(({ departmentId }) => departmentId),
  );
  return staff
    .map(({ id, name, departmentId }) => ({
      id,
      name,
      department: departments.get(departmentId) ?? null,
      open: loads.get(id) ?? 0,
    }))
    .sort((a, b) => a.open - b.open);
}
