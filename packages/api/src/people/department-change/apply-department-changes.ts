import { changeData, plannedDepartmentChanges, type PlannedDepartmentChange } from '@bihuan/db';
import { localDateOf, SYSTEM, type Actor } from '@bihuan/domain';
import { changeBy } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { hasWorkInHand } from './department-work.ts';

/**
 * What was planned for today or before comes: names change, departments end. One that took work in hand since and has no successor
 * stays until it is done or a successor is named. Returns how many came. Safe side by side.
 */
export async function applyDepartmentChanges(house: House): Promise<number> {
  let came = 0;
  for (const planned of await plannedDepartmentChanges(house.db, localDateOf(house.now())))
    if (await comes(house, planned)) came += 1;
  return came;
}

async function comes(house: House, planned: PlannedDepartmentChange): Promise<boolean> {
  const { id, departmentId, on, reason } = planned;
  if (planned.kind === 'end' && planned.successorId === null && (await hasWorkInHand(house, departmentId)))
    return false;
  return house.db.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM department WHERE id = ${departmentId}::uuid FOR UPDATE`;
    const row = await tx.departmentChangeRow.findUniqueOrThrow({ where: { id } });
    const department = await tx.department.findUniqueOrThrow({ where: { id: departmentId } });
    if (row.appliedAt !== null || row.withdrawnAt !== null || department.activeTo !== null) return false;
    const { name, nameEn } = department;
    const by: Actor =
      row.createdById === null
        ? SYSTEM
        : { kind: 'staff', staffId: row.createdById, departmentId: '', roles: [] };
    const record = async (before: object, after: object) => {
      const fields = { before: before as Record<string, string>, after: after as Record<string, string> };
      const change = changeBy(house, by, { subject: 'department', subjectId: name, reason, ...fields });
      await tx.configurationChange.create({ data: changeData(change) });
    };
    await tx.departmentChangeRow.update({
      where: { id },
      data: { appliedAt: house.now(), formerName: name, formerNameEn: nameEn },
    });
    if (planned.kind === 'name') {
      await tx.department.update({ where: { id: departmentId }, data: planned.names });
      await record({ name, nameEn }, { ...planned.names, activeFrom: on });
      return true;
    }
    const { successorId } = planned;
    const data = { activeTo: new Date(on), successorId };
    await tx.department.update({ where: { id: departmentId }, data });
    const successor =
      successorId === null ? null : await tx.department.findUniqueOrThrow({ where: { id: successorId } });
    await record({ activeTo: null, successor: null }, { activeTo: on, successor: successor?.name ?? null });
    return true;
  });
}
