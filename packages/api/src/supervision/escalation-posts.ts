import { openSubstitutions } from '@bihuan/db';
import { actsFor, localDateOf, type Post, type Role } from '@bihuan/domain';
import type { House } from '../house.ts';

/** Everybody who works here now, and who acts for each today; nobody where the last of the substitutes has left. */
export async function escalationPosts(house: House): Promise<readonly Post[]> {
  const today = localDateOf(house.now());
  const [staff, substitutions] = await Promise.all([
    house.db.prisma.staff.findMany({
      where: { isActive: true },
      select: { id: true, departmentId: true, roles: true },
      orderBy: { id: 'asc' },
    }),
    openSubstitutions(house.db, today),
  ]);
  const here = new Set(staff.map(({ id }) => id));
  return staff.map(({ id, departmentId, roles }) => {
    const actingId = actsFor(id, substitutions, today);
    return {
      ...{ staffId: id, departmentId, roles: roles as Role[] },
      actingId: here.has(actingId) ? actingId : null,
    };
  });
}
