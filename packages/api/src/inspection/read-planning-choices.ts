import type { DepartmentName } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { listCategories, type CategoryChoice } from '../complaint/list-categories.ts';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { answerableDepartments } from '../supervision/item-choices.ts';

/** Where an inspection can look; for those who plan one. */
export async function readPlanningChoices(
  house: House,
  actor: Actor,
): Promise<
  Result<{
    readonly departments: readonly DepartmentName[];
    readonly categories: readonly CategoryChoice[];
  }>
> {
  if (!hasRole(actor, 'triage_admin', 'leader')) return refusal('not_found');
  const categories = await listCategories(house);
  return done({
    departments: await answerableDepartments(house),
    categories: categories.filter(({ parent }) => parent === null),
  });
}
