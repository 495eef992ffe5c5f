import type { House } from '../../house.ts';

/** The departments these complaints name as the ones complained about; their people step aside (回避). */
export async function complainedAbout(
  house: House,
  complaintIds: readonly string[],
): Promise<readonly string[]> {
  if (complaintIds.length === 0) return [];
  const rows = await house.db.prisma.complaint.findMany({
    where: { id: { in: [...complaintIds] }, aboutDepartmentId: { not: null } },
    select: { aboutDepartmentId: true },
  });
  return rows.flatMap(({ aboutDepartmentId }) => aboutDepartmentId ?? []);
}
