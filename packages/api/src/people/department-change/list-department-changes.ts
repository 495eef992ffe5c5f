import { formerNames, plannedDepartmentChanges } from '@bihuan/db';
import { hasRole, localDateOf, type Actor, type LocalDate } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';

type Names = { readonly name: string; readonly nameEn: string };

export type DepartmentChangeLine = {
  readonly id: string;
  readonly department: Names;
  readonly on: LocalDate;
  readonly kind: 'name' | 'end';
  /** The name to come, or the successor; null where a department ends without one. */
  readonly to: Names | null;
  /** Its day has come, but the department has work in hand and no successor. */
  readonly isHeldUp: boolean;
  readonly reason: string;
};

export type FormerNameLine = { readonly former: Names; readonly until: LocalDate; readonly present: Names };

/** What is to become of departments, and which names they had. For system admins. */
export async function listDepartmentChanges(
  house: House,
  actor: Actor,
): Promise<
  Result<{ readonly planned: readonly DepartmentChangeLine[]; readonly former: readonly FormerNameLine[] }>
> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const today = localDateOf(house.now());
  const [planned, former, departments] = await Promise.all([
    plannedDepartmentChanges(house.db),
    formerNames(house.db),
    house.db.prisma.department.findMany({ select: { id: true, name: true, nameEn: true } }),
  ]);
  const names = new Map(departments.map(({ id, ...rest }) => [id, rest]));
  const nameOf = (id: string): Names => names.get(id) ?? { name: '', nameEn: '' };
  return done({
    planned: planned.map((one) => ({
      ...{ id: one.id, kind: one.kind, on: one.on, reason: one.reason },
      department: nameOf(one.departmentId),
      to: one.kind === 'name' ? one.names : one.successorId === null ? null : nameOf(one.successorId),
      isHeldUp: one.on <= today,
    })),
    former: [...former].flatMap(([id, lines]) =>
      lines.map(({ until, ...names }) => ({ former: names, until, present: nameOf(id) })),
    ),
  });
}
