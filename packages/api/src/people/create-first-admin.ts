import { localDateOf } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { hashPassword } from './session/password.ts';
import { login, newPassword } from './staff-schema.ts';

const SETUP_LOCK = 7_310_221;

/** The offices that run the loop, with the names a new installation suggests. The first one is the admin's own. */
export const FIRST_OFFICES = [
  { code: 'O1', name: '督查考核局', nameEn: 'Supervision and Appraisal Bureau' },
  { code: 'O2', name: '政务服务中心', nameEn: 'Service Hall' },
  { code: 'O3', name: '绩效考核办公室', nameEn: 'Appraisal Office' },
  { code: 'O4', name: '管委会办公室', nameEn: 'Office of the Management Committee' },
] as const;

const firstAdmin = z.object({
  login,
  name: typedText(1, 50),
  password: newPassword,
  offices: z.array(typedText(0, 50)).max(FIRST_OFFICES.length, 'malformed').default([]),
});

/** Whether nobody works here yet, so that the setup page may make the first admin. */
export async function isSetUp(house: Pick<House, 'db'>): Promise<boolean> {
  return (await house.db.prisma.staff.findFirst({ select: { id: true } })) !== null;
}

/**
 * Makes the zone's offices and the first system admin. Refused with `already_set_up` as soon as anybody is there; of two at
 * the same moment one wins. `offices` renames the suggested ones, in their order.
 */
export async function createFirstAdmin(house: House, raw: unknown): Promise<Result<{ readonly id: string }>> {
  if (await isSetUp(house)) return refusal('already_set_up');
  const parsed = parseInput(firstAdmin, raw);
  if (!parsed.ok) return parsed;
  const { password, offices, ...person } = parsed.value;
  const passwordHash = await hashPassword(password);
  const activeFrom = new Date(localDateOf(house.now()));
  return house.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`;
    if ((await tx.staff.count()) > 0) return refusal('already_set_up');
    const data = FIRST_OFFICES.map(({ code, name, nameEn }, index) => {
      const given = offices[index] ?? '';
      const names = given === '' || given === name ? { name, nameEn } : { name: given, nameEn: given };
      return { id: house.newId(), code, ...names, kind: 'office', activeFrom };
    });
    await tx.department.createMany({ data, skipDuplicates: true });
    const own = await tx.department.findUniqueOrThrow({ where: { code: FIRST_OFFICES[0].code } });
    const id = house.newId();
    const admin = {
      ...person,
      id,
      passwordHash,
      departmentId: own.id,
      roles: ['system_admin'],
      createdAt: house.now(),
    };
    await tx.staff.create({ data: admin });
    return done({ id });
  });
}
