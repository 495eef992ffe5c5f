import { createDepartment, createStaff, type House } from '@bihuan/api';
import { SYSTEM, type Role, type StaffActor } from '@bihuan/api/domain';
import { OFFICES, type OfficeCode } from './demo-departments.ts';
import { DEMO_PASSWORD, staffOf } from './demo-staff.ts';
import { departmentOf, zoneCodes, type ZoneCode } from './more-departments.ts';
import { taken } from './refused-step.ts';

/** Who is where in the invented zone. */
export type Zone = {
  /** Its departments, in a fixed order. */
  readonly departments: readonly ZoneCode[];
  departmentId(code: ZoneCode): string;
  /** Everybody with the role, in a fixed order; of one department where it is named. */
  people(role: Role, department?: ZoneCode): readonly StaffActor[];
};

/** Sets up departments, offices and staff. All share one password, which is hashed once. */
export async function settleZone(house: House, isLarge = false): Promise<Zone> {
  const departments = zoneCodes(isLarge);
  const ids = new Map<ZoneCode | OfficeCode, string>();
  for (const code of departments) {
    const { name, nameEn, tierGroup } = departmentOf(code);
    const unit = { code, name, nameEn, tierGroup, kind: 'department' };
    ids.set(code, taken(await createDepartment(house, SYSTEM, unit)).id);
  }
  for (const [code, { name, nameEn }] of Object.entries(OFFICES)) {
    const unit = { code, name, nameEn, kind: 'office' };
    ids.set(code as OfficeCode, taken(await createDepartment(house, SYSTEM, unit)).id);
  }
  const idOf = (code: ZoneCode | OfficeCode) => ids.get(code) ?? '';
  const people = await settleStaff(house, departments, idOf);
  return {
    departments,
    departmentId: idOf,
    people: (role, department) =>
      people.filter(
        ({ roles, departmentId }) =>
          roles.includes(role) && (department === undefined || departmentId === idOf(department)),
      ),
  };
}

async function settleStaff(
  house: House,
  departments: readonly ZoneCode[],
  idOf: (code: ZoneCode | OfficeCode) => string,
): Promise<readonly StaffActor[]> {
  const [first, ...others] = staffOf(departments).map(({ login, name, unit, role }) => ({
    login,
    name,
    departmentId: idOf(unit),
    roles: [role],
    isDemo: true,
  }));
  const { id } = taken(await createStaff(house, SYSTEM, { ...first, password: DEMO_PASSWORD }));
  const { prisma } = house.db;
  const { passwordHash } = await prisma.staff.findUniqueOrThrow({ where: { id } });
  const createdAt = house.now();
  const rows = others.map((person) => ({ ...person, id: house.newId(), passwordHash, createdAt }));
  await prisma.staff.createMany({ data: rows });
  return rows.map(({ id: staffId, departmentId, roles }) => ({
    kind: 'staff',
    staffId,
    departmentId,
    roles,
  }));
}
