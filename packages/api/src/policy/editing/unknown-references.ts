import { fieldsOf, rowsIn, valueAt, type PlainField, type PolicyDescriptor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import type { InputCode } from '../../result.ts';

type Fault = { readonly field: string; readonly code: InputCode };
type Named = { readonly path: string; readonly field: PlainField; readonly ids: readonly string[] };

/** What a policy names that is not there: categories, departments and people. */
export async function unknownReferences(
  { db: { prisma } }: House,
  descriptor: Pick<PolicyDescriptor, 'sections'>,
  policy: unknown,
): Promise<readonly Fault[]> {
  const named = fieldsOf(descriptor).flatMap((field): readonly Named[] => {
    if (field.type !== 'rows') return namedIn(field, field.name, valueAt(policy, field.name));
    return rowsIn(field, valueAt(policy, field.name)).flatMap((row, index) =>
      field.columns.flatMap((column) =>
        namedIn(column, `${field.name}.${index}.${column.name}`, valueAt(row, column.name)),
      ),
    );
  });
  const idsOf = (...types: readonly PlainField['type'][]) =>
    named.filter(({ field }) => types.includes(field.type)).flatMap(({ ids }) => ids);
  const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const [categories, departments, people] = await Promise.all([
    idsOf('category').length === 0
      ? []
      : prisma.category.findMany({ where: { code: { in: idsOf('category') } }, select: { code: true } }),
    prisma.department.findMany({
      where: { id: { in: idsOf('department').filter(isId) }, activeTo: null },
      select: { id: true },
    }),
    prisma.staff.findMany({
      where: { id: { in: idsOf('staff', 'people').filter(isId) }, isActive: true },
      select: { id: true },
    }),
  ]);
  const known = new Set([
    ...categories.map(({ code }) => code),
    ...departments.map(({ id }) => id),
    ...people.map(({ id }) => id),
  ]);
  return named
    .filter(({ ids }) => ids.some((id) => !known.has(id)))
    .map(({ path, field }) => ({ field: path, code: codeOf(field) }));
}

function namedIn(field: PlainField, path: string, value: unknown): readonly Named[] {
  if (value === undefined || value === null) return [];
  switch (field.type) {
    case 'category':
    case 'department':
    case 'staff':
      return [{ path, field, ids: [String(value)] }];
    case 'people':
      return [{ path, field, ids: value as readonly string[] }];
    default:
      return [];
  }
}

function codeOf({ type }: PlainField): InputCode {
  if (type === 'category') return 'unknown_category';
  return type === 'department' ? 'unknown_department' : 'unknown_staff';
}
