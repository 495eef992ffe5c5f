import { fieldsOf, type PolicyDescriptor } from '@bihuan/domain';
import type { DepartmentName } from '@bihuan/db';
import { listCategories, type CategoryChoice } from '../../complaint/list-categories.ts';
import type { House } from '../../house.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';

export type PersonChoice = { readonly id: string; readonly name: string };

/** What the fields of a kind can name; empty where it names nothing of the sort. */
export type PolicyNames = {
  readonly categories: readonly CategoryChoice[];
  readonly departments: readonly DepartmentName[];
  readonly people: readonly PersonChoice[];
};

/** Who can be named on a level of the chain: those who rule on things, not the officers of departments. */
const NAMED_ROLES = ['triage_admin', 'leader', 'system_admin'];

export async function namesOf(
  house: House,
  descriptor: Pick<PolicyDescriptor, 'sections'>,
): Promise<PolicyNames> {
  const types = new Set(
    fieldsOf(descriptor).flatMap((field) =>
      field.type === 'rows' ? field.columns.map(({ type }) => type) : [field.type],
    ),
  );
  return {
    categories: types.has('category') ? await listCategories(house) : [],
    departments: types.has('department') ? await answerableDepartments(house) : [],
    people:
      types.has('people') || types.has('staff')
        ? await house.db.prisma.staff.findMany({
            where: { isActive: true, roles: { hasSome: NAMED_ROLES } },
            select: { id: true, name: true },
            orderBy: { login: 'asc' },
          })
        : [],
  };
}
