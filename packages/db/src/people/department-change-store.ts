import type { DepartmentChange, FormerName, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { DepartmentChangeRow } from '../generated/client.ts';
import { dayOfColumn } from './day-of-column.ts';

type Reads = Pick<Database, 'prisma'>;

/** A change as it was planned, with why. */
export type PlannedDepartmentChange = DepartmentChange & { readonly reason: string };

/** What is planned for departments and has not come yet, by day; up to a day where it is named. */
export async function plannedDepartmentChanges(
  { prisma }: Reads,
  through?: LocalDate,
): Promise<readonly PlannedDepartmentChange[]> {
  const rows = await prisma.departmentChangeRow.findMany({
    where: {
      ...{ appliedAt: null, withdrawnAt: null },
      ...(through === undefined ? {} : { onDay: { lte: new Date(through) } }),
    },
    orderBy: [{ onDay: 'asc' }, { createdAt: 'asc' }],
  });
  return rows.map(plannedOf);
}

function plannedOf(row: DepartmentChangeRow): PlannedDepartmentChange {
  const { id, departmentId, reason, successorId, name, nameEn } = row;
  const of = { id, departmentId, reason, on: dayOfColumn(row.onDay) };
  return row.kind === 'end'
    ? { ...of, kind: 'end', successorId }
    : { ...of, kind: 'name', names: { name: name ?? '', nameEn: nameEn ?? '' } };
}

/** The names that departments gave up, by department. */
export async function formerNames(
  { prisma }: Reads,
  departmentIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly FormerName[]>> {
  const rows = await prisma.departmentChangeRow.findMany({
    where: {
      ...{ kind: 'name', appliedAt: { not: null } },
      ...(departmentIds === undefined ? {} : { departmentId: { in: [...departmentIds] } }),
    },
    orderBy: { onDay: 'asc' },
  });
  const names = new Map<string, FormerName[]>();
  for (const { departmentId, onDay, formerName, formerNameEn } of rows) {
    const known = names.get(departmentId) ?? [];
    known.push({ name: formerName ?? '', nameEn: formerNameEn ?? '', until: dayOfColumn(onDay) });
    names.set(departmentId, known);
  }
  return names;
}
