import type { Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';

export type DepartmentRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** `department` may be complained about and scored; `office` runs the loop. */
  readonly kind: 'department' | 'office';
  readonly tierGroup: string | null;
  readonly staff: number;
};

/** The active departments and offices by code. For everybody who works here. */
export async function listDepartments(house: House, actor: Actor): Promise<Result<readonly DepartmentRow[]>> {
  if (actor.kind === 'complainant') return refusal('not_found');
  const rows = await house.db.prisma.department.findMany({
    where: { activeTo: null },
    orderBy: [{ kind: 'asc' }, { code: 'asc' }],
    include: { _count: { select: { staff: { where: { isActive: true } } } } },
  });
  return done(
    rows.map(({ id, code, name, nameEn, kind, tierGroup, _count }) => ({
      ...{ id, code, name, nameEn, tierGroup },
      kind: kind === 'office' ? 'office' : 'department',
      staff: _count.staff,
    })),
  );
}
