import type { ComplaintStatus, ItemStatus, Role, StaffActor } from '@bihuan/api/domain';
import type { ZoneCode } from '../more-departments.ts';
import type { Scene } from '../scene.ts';

/** Somebody with the role; of one department where it is named. */
export function officeOf({ zone, chance }: Scene, role: Role, department?: ZoneCode): StaffActor {
  return chance.pick(zone.people(role, department));
}

/** Where an item stands; the clock may have moved it on since the story last looked. */
export async function statusOfItem({ house }: Scene, id: string): Promise<ItemStatus> {
  const { status } = await house.db.prisma.supervisionItem.findUniqueOrThrow({
    where: { id },
    select: { status: true },
  });
  return status as ItemStatus;
}

/** Where a complaint stands; the clock may have moved it on since the story last looked. */
export async function statusOfComplaint({ house }: Scene, id: string): Promise<ComplaintStatus> {
  const { status } = await house.db.prisma.complaint.findUniqueOrThrow({
    where: { id },
    select: { status: true },
  });
  return status as ComplaintStatus;
}
