import { randomBytes } from 'node:crypto';
import { createFirstAdmin, createStaff, type House } from '@bihuan/api';
import { SYSTEM } from '@bihuan/api/domain';

/** Makes so many clerks in an empty house; what they sign in with. */
export async function settleClerks(
  house: House,
  count: number,
): Promise<{ readonly logins: readonly string[]; readonly password: string }> {
  const password = randomBytes(12).toString('base64url');
  const admin = await createFirstAdmin(house, { login: 'first', name: '管理员', password });
  if (!admin.ok) throw new Error(JSON.stringify(admin));
  const { id: departmentId } = await house.db.prisma.department.findFirstOrThrow();
  const logins = Array.from({ length: count }, (_, index) => `clerk-${index + 1}`);
  for (const login of logins) {
    const roles = ['clerk'];
    const made = await createStaff(house, SYSTEM, { login, name: login, password, departmentId, roles });
    if (!made.ok) throw new Error(JSON.stringify(made));
  }
  return { logins, password };
}
