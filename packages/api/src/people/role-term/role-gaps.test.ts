import type { Role, StaffActor } from '@bihuan/domain';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { changeStaff } from '../change-staff.ts';
import { endRole } from './end-role.ts';
import { giveRole } from './give-role.ts';
import { withdrawRoleTerm } from './withdraw-role-term.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.auditor, roles: ['system_admin', 'auditor'] };
  await house.db.prisma.staff.update({ where: { id: admin.staffId }, data: { roles: [...admin.roles] } });
});
afterEach(() => house.drop());

const reason = '园人〔2026〕7号';
const change = ({ staffId, departmentId }: StaffActor, roles: readonly Role[], more: object = {}) =>
  changeStaff(house, admin, {
    staffId,
    departmentId,
    name: '某某',
    roles,
    isActive: 'true',
    reason,
    ...more,
  });
const rolesOf = async ({ staffId }: StaffActor) =>
  (await house.db.prisma.staff.findUniqueOrThrow({ where: { id: staffId } })).roles;

describe('what must always be held', () => {
  test.each([
    ['leader', 'leader'],
    ['appraisalAdmin', 'appraisal_admin'],
  ] as const)('is not unticked, nor its last account closed: %s', async (who, role) => {
    const last = { refusal: { code: 'last_role_holder', data: { role, on: '2026-10-12' } } };
    expect(await change(cast[who], ['clerk'])).toMatchObject(last);
    expect(await change(cast[who], [role], { isActive: 'false' })).toMatchObject(last);
    expect(await change(cast[who], ['clerk'], { acceptedGaps: role })).toMatchObject(last);
    expect(await rolesOf(cast[who])).toEqual([role]);
  });

  it('is given up by one of two, and then by neither', async () => {
    taken(await change(cast.triage, ['clerk']));
    expect(refusalOf(await change(cast.secondTriage, ['clerk']))).toBe('last_role_holder');
  });

  it('counts whoever takes over on the day after, and keeps that promise', async () => {
    const { staffId } = cast.secondTriage;
    const term = { staffId, role: 'leader', from: '2026-10-15', to: '', reason };
    const { id: termId } = taken(await giveRole(house, admin, term));
    const end = { staffId: cast.leader.staffId, role: 'leader', reason };
    expect(await endRole(house, admin, { ...end, to: '2026-10-13' })).toMatchObject({
      refusal: { code: 'last_role_holder', data: { role: 'leader', on: '2026-10-14' } },
    });
    taken(await giveRole(house, admin, { ...term, staffId: cast.triage.staffId, to: '2026-10-31' }));
    house.at('2026-10-14T01:00:00.000Z');
    expect(refusalOf(await endRole(house, admin, { ...end, to: '2026-10-14' }))).toBe('last_role_holder');
    taken(await endRole(house, admin, { ...end, to: '2026-10-15' }));
    expect(await withdrawRoleTerm(house, admin, { termId, reason })).toMatchObject({
      refusal: { code: 'last_role_holder', data: { role: 'leader', on: '2026-11-01' } },
    });
  });
});

describe('what would come to stand', () => {
  it('is said once, and saved where it is accepted', async () => {
    expect(await change(cast.assessor, ['clerk'])).toMatchObject({
      refusal: { code: 'roles_left_empty', data: { roles: 'assessor', on: '2026-10-12' } },
    });
    expect(await rolesOf(cast.assessor)).toEqual(['assessor']);
    // Accepting one gap accepts no other.
    expect(refusalOf(await change(cast.assessor, ['clerk'], { acceptedGaps: 'custodian' }))).toBe(
      'roles_left_empty',
    );
    taken(await change(cast.assessor, ['clerk'], { acceptedGaps: 'assessor' }));
    expect(await rolesOf(cast.assessor)).toEqual(['clerk']);
  });

  it('is asked of a department whose last head leaves or is moved, not of one that is no more', async () => {
    const gap = {
      refusal: {
        code: 'roles_left_empty',
        data: { roles: 'department_head', department: '行政审批局', departmentEn: 'D01' },
      },
    };
    expect(await change(cast.head, ['department_head'], { isActive: 'false' })).toMatchObject(gap);
    expect(await change(cast.head, ['department_head'], { departmentId: cast.construction })).toMatchObject(
      gap,
    );
    await house.db.prisma.department.update({
      where: { id: cast.approvals },
      data: { activeTo: new Date('2026-10-11') },
    });
    taken(await change(cast.head, ['department_head'], { departmentId: cast.construction }));
  });

  it('is asked where the last day of a role is named', async () => {
    const end = { staffId: cast.assessor.staffId, role: 'assessor', to: '2026-10-30', reason };
    expect(await endRole(house, admin, end)).toMatchObject({
      refusal: { code: 'roles_left_empty', data: { roles: 'assessor', on: '2026-10-31' } },
    });
    taken(await endRole(house, admin, { ...end, acceptedGaps: 'assessor' }));
  });

  it('is not asked where somebody else can do it', async () => {
    taken(await change(cast.inspector, ['clerk']));
    taken(await change(cast.officer, [], { roles: ['clerk'] }));
  });
});
