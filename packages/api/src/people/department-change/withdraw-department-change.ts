import { changeData } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy, reasonOfChange } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

const schema = z.object({ changeId: z.uuid('malformed'), reason: reasonOfChange });

/** Takes back what was planned for a department and has not come. For system admins. */
export async function withdrawDepartmentChange(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<null>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { changeId: id, reason } = parsed.value;
  return house.db.prisma.$transaction(async (tx) => {
    const { count } = await tx.departmentChangeRow.updateMany({
      where: { id, appliedAt: null, withdrawnAt: null },
      data: { withdrawnAt: house.now() },
    });
    if (count === 0) return refusal('not_found');
    const row = await tx.departmentChangeRow.findUniqueOrThrow({
      where: { id },
      include: { department: true },
    });
    const on = row.onDay.toISOString().slice(0, 10);
    const was: Record<string, string | null> =
      row.kind === 'end' ? { activeTo: on } : { name: row.name, activeFrom: on };
    const change = changeBy(house, actor, {
      ...{ subject: 'department', subjectId: row.department.name, reason },
      ...{ before: was, after: null },
    });
    await tx.configurationChange.create({ data: changeData(change) });
    return done(null);
  });
}
