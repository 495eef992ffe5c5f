import type { DepartmentName } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { listCategories, type CategoryChoice } from '../../complaint/list-categories.ts';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { answerableDepartments } from '../item-choices.ts';
import { itemScope } from '../item-scope.ts';

/** What the supervision list can be filtered by, for this person. */
export type ListChoices = {
  readonly departments: readonly DepartmentName[];
  readonly categories: readonly CategoryChoice[];
  /** Whoever may be asked to verify; empty for those who may not know who does. */
  readonly inspectors: readonly { readonly id: string; readonly name: string }[];
};

export async function readListChoices(house: House, actor: Actor): Promise<Result<ListChoices>> {
  const scope = itemScope(actor);
  if (scope.kind === 'none') return refusal('not_found');
  const [departments, categories, inspectors] = await Promise.all([
    answerableDepartments(house),
    listCategories(house),
    scope.kind === 'all' ? inspectorsOf(house) : [],
  ]);
  return done({ departments, categories, inspectors });
}

function inspectorsOf({ db }: House) {
  return db.prisma.staff.findMany({
    where: { isActive: true, roles: { has: 'inspector' } },
    select: { id: true, name: true },
    orderBy: { login: 'asc' },
  });
}
