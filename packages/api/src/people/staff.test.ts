import { SYSTEM, type StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { changeStaff } from './change-staff.ts';
import { createDepartment } from './create-department.ts';
import { createFirstAdmin, isSetUp } from './create-first-admin.ts';
import { createStaff } from './create-staff.ts';
import { listDepartments } from './list-departments.ts';
import { listStaff, readStaff } from './list-staff.ts';
import { changePassword } from './session/change-password.ts';
import { readSession } from './session/read-session.ts';
import { setSecondFactorRule } from './second-factor/second-factor-rule.ts';
import { signIn } from './session/sign-in.ts';

let house: TestHouse;
let admin: StaffActor;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const FROM = { address: '192.0.2.1', userAgent: '' };

async function departmentId(code: string): Promise<string> {
  return (await house.db.prisma.department.findUniqueOrThrow({ where: { code } })).id;
}

describe('createFirstAdmin', () => {
  it('makes offices and one admin, whoever is first', async () => {
    expect(await isSetUp(house)).toBe(false);
    const by = (login: string) => ({
      login,
      name: '管理员',
      password: 'a long password',
      offices: ['督查室'],
    });
    const results = await Promise.all(
      ['first', 'second', 'third'].map((login) => createFirstAdmin(house, by(login))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const staff = await house.db.prisma.staff.findMany();
    expect(staff.map(({ roles }) => roles)).toEqual([['system_admin']]);
    const offices = await house.db.prisma.department.findMany({ orderBy: { code: 'asc' } });
    expect(offices.map(({ code, name, kind }) => [code, name, kind])).toEqual([
      ['O1', '督查室', 'office'],
      ['O2', '政务服务中心', 'office'],
      ['O3', '绩效考核办公室', 'office'],
      ['O4', '管委会办公室', 'office'],
    ]);
    const { id: staffId, departmentId: office } = staff[0] ?? { id: '', departmentId: '' };
    admin = { kind: 'staff', staffId, departmentId: office, roles: ['system_admin'] };
    const again = await createFirstAdmin(house, by('late'));
    expect(again).toEqual({ ok: false, kind: 'refusal', refusal: { code: 'already_set_up' } });
  });
});

describe('departments', () => {
  it('are made by a system admin, one to a code', async () => {
    const department = {
      code: 'D01',
      name: '税务局',
      nameEn: 'Tax Bureau',
      kind: 'department',
      tierGroup: 'A',
    };
    expect((await createDepartment(house, admin, department)).ok).toBe(true);
    const twice = await createDepartment(house, admin, department);
    expect(twice).toEqual({ ok: false, kind: 'bad_input', fields: { code: 'already_taken' } });
    const clerk: StaffActor = { ...admin, roles: ['clerk'] };
    expect(await createDepartment(house, clerk, department)).toMatchObject({
      refusal: { code: 'not_found' },
    });
    const listed = await listDepartments(house, clerk);
    expect(listed.ok && listed.value.map(({ code, staff }) => [code, staff])).toEqual([
      ['D01', 0],
      ['O1', 1],
      ['O2', 0],
      ['O3', 0],
      ['O4', 0],
    ]);
  });
});

describe('staff', () => {
  const person = {
    login: 'Officer.1',
    name: '郑经办',
    password: 'a long password',
    roles: ['department_officer'],
  };

  it('are made with a login of their own, kept in small letters', async () => {
    const made = await createStaff(house, SYSTEM, { ...person, departmentId: await departmentId('D01') });
    expect(made.ok).toBe(true);
    const twice = await createStaff(house, admin, {
      ...person,
      login: 'officer.1',
      departmentId: await departmentId('D01'),
    });
    expect(twice).toEqual({ ok: false, kind: 'bad_input', fields: { login: 'already_taken' } });
    const bad = { login: 'a b', name: '', password: 'short', departmentId: 'x', roles: [] };
    expect(await createStaff(house, admin, bad)).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: {
        login: 'login_malformed',
        name: 'required',
        password: 'password_too_short',
        departmentId: 'unknown_department',
        roles: 'required',
      },
    });
  });

  it('are listed to system admins alone', async () => {
    const listed = await listStaff(house, admin, {});
    expect(listed.ok && listed.value.rows.map(({ login }) => login)).toContain('officer.1');
    const officer: StaffActor = { ...admin, roles: ['department_head'] };
    expect(await listStaff(house, officer, {})).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await readStaff(house, officer, { staffId: admin.staffId })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });

  it('are signed out everywhere by a new password from the admin', async () => {
    await setSecondFactorRule(house, 'offered');
    const { id } = await house.db.prisma.staff.findUniqueOrThrow({ where: { login: 'officer.1' } });
    const session = await signIn(house, { login: 'officer.1', password: 'a long password' }, FROM);
    const change = {
      staffId: id,
      name: '郑经办',
      departmentId: await departmentId('D01'),
      roles: ['department_head'],
    };
    const changed = await changeStaff(house, admin, {
      ...change,
      isActive: 'true',
      newPassword: 'another password',
    });
    expect(changed.ok).toBe(true);
    expect(await readSession(house, sessionOf(session))).toBeNull();
    const again = await signIn(house, { login: 'officer.1', password: 'another password' }, FROM);
    expect(await readSession(house, sessionOf(again))).toMatchObject({
      roles: ['department_head'],
    });
  });

  it('always include an admin who works', async () => {
    const self = { staffId: admin.staffId, name: '管理员', departmentId: admin.departmentId };
    const left = await changeStaff(house, admin, { ...self, roles: ['system_admin'], isActive: 'false' });
    expect(left).toEqual({ ok: false, kind: 'refusal', refusal: { code: 'last_system_admin' } });
    const demoted = await changeStaff(house, admin, { ...self, roles: ['clerk'], isActive: 'true' });
    expect(demoted).toEqual(left);
  });

  it('change their own password knowing the present one', async () => {
    const { id } = await house.db.prisma.staff.findUniqueOrThrow({ where: { login: 'officer.1' } });
    const officer: StaffActor = { ...admin, staffId: id };
    const typed = { currentPassword: 'no such password', newPassword: 'a third password' };
    const wrong = await changePassword(house, officer, typed, 'session');
    expect(wrong).toEqual({ ok: false, kind: 'bad_input', fields: { currentPassword: 'wrong_password' } });
    expect(
      (await changePassword(house, officer, { ...typed, currentPassword: 'another password' }, 'session')).ok,
    ).toBe(true);
    expect((await signIn(house, { login: 'officer.1', password: 'a third password' }, FROM)).ok).toBe(true);
  });
});

function sessionOf(result: Awaited<ReturnType<typeof signIn>>): string {
  return result.ok && result.value.step === null ? result.value.sessionId : '';
}
