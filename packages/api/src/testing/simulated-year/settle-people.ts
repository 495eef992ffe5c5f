import type { Role, StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';

const DEPARTMENTS = ['行政审批局', '建设局', '城管局', '市场监管局', '自然资源分局', '供电公司'];

export type YearDepartment = { readonly id: string; readonly officer: StaffActor; readonly head: StaffActor };
export type YearPeople = Awaited<ReturnType<typeof settlePeople>>;

/** Six departments with an officer and a head each, and the offices that run the loop. */
export async function settlePeople(house: House) {
  const { prisma } = house.db;
  const createdAt = house.now();
  const unit = async (code: string, name: string, kind: 'department' | 'office') => {
    const id = house.newId();
    const activeFrom = new Date('2025-01-01');
    await prisma.department.create({ data: { id, code, name, nameEn: code, kind, activeFrom } });
    return id;
  };
  const person = async (login: string, departmentId: string, ...roles: Role[]): Promise<StaffActor> => {
    const staffId = house.newId();
    const data = { id: staffId, login, name: login, passwordHash: '', departmentId, roles, createdAt };
    await prisma.staff.create({ data });
    return { kind: 'staff', staffId, departmentId, roles };
  };
  const departments: YearDepartment[] = [];
  for (const [index, name] of DEPARTMENTS.entries()) {
    const id = await unit(`D0${index + 1}`, name, 'department');
    const officer = await person(`officer-${index}`, id, 'department_officer');
    departments.push({ id, officer, head: await person(`head-${index}`, id, 'department_head') });
  }
  const supervision = await unit('O01', '督查室', 'office');
  const second = await unit('O02', '督查二科', 'office');
  const appraisal = await unit('O03', '考核办', 'office');
  const leaders = await unit('O04', '园区领导', 'office');
  return {
    departments,
    triage: await person('triage', supervision, 'triage_admin'),
    reviewer: await person('reviewer', second, 'triage_admin'),
    inspector: await person('inspector', supervision, 'inspector'),
    third: await person('third', second, 'inspector'),
    fourth: await person('fourth', second, 'inspector'),
    assessor: await person('assessor', appraisal, 'assessor'),
    leader: await person('leader', leaders, 'leader'),
  };
}
