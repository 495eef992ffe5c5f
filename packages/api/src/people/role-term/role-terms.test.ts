import type { Role, StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listConfigurationChanges } from '../../configuration/list-changes.ts';
import { sweepDeadlines } from '../../operations/sweep-deadlines.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { changeStaff } from '../change-staff.ts';
import { readSession } from '../session/read-session.ts';
import { staffSessions } from '../session/staff-sessions.ts';
import { actFor } from '../substitution/act-for.ts';
import { nameSubstitute } from '../substitution/name-substitute.ts';
import { endRole } from './end-role.ts';
import { giveRole } from './give-role.ts';
import { listRoleTerms } from './list-role-terms.ts';
import { withdrawRoleTerm } from './withdraw-role-term.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.auditor, roles: ['system_admin'] };
  await house.db.prisma.staff.update({ where: { id: admin.staffId }, data: { roles: ['system_admin'] } });
});
afterAll(() => house.drop());

const reason = '园人〔2026〕7号';

/** What a session begun today lets a person be, whatever the sweep has done. */
async function rolesInSession({ staffId }: StaffActor): Promise<readonly Role[] | undefined> {
  const { id } = await staffSessions(house).createSession(staffId, { createdAt: new Date(), userAgent: '' });
  return (await readSession(house, id))?.roles;
}

/** The roles that lists and notices go by. */
async function rolesWritten({ staffId }: StaffActor): Promise<readonly string[]> {
  return (await house.db.prisma.staff.findUniqueOrThrow({ where: { id: staffId } })).roles;
}

const day = (date: string) => house.at(`${date}T00:30:00.000Z`);

it('gives a role from a day to a day: authority on the very day, lists with the next sweep', async () => {
  const { staffId } = cast.inspector;
  const typed = { staffId, role: 'leader', from: '2026-10-14', to: '2026-10-15', reason };
  expect(refusalOf(await giveRole(house, cast.triage, typed))).toBe('not_found');
  expect(await giveRole(house, admin, { ...typed, from: '', reason: '' })).toMatchObject({
    fields: { from: 'required', reason: 'required' },
  });
  taken(await giveRole(house, admin, typed));
  expect(refusalOf(await giveRole(house, admin, { ...typed, from: '2026-10-15', to: '' }))).toBe(
    'role_terms_overlap',
  );
  expect(await rolesInSession(cast.inspector)).toEqual(['inspector']);
  day('2026-10-14');
  expect(await rolesInSession(cast.inspector)).toEqual(['inspector', 'leader']);
  expect(await rolesWritten(cast.inspector)).toEqual(['inspector']);
  await sweepDeadlines(house);
  expect(await rolesWritten(cast.inspector)).toEqual(['inspector', 'leader']);
  day('2026-10-16');
  expect(await rolesInSession(cast.inspector)).toEqual(['inspector']);
  await Promise.all([sweepDeadlines(house), sweepDeadlines(house)]);
  expect(await rolesWritten(cast.inspector)).toEqual(['inspector']);
  const [line] = taken(await listRoleTerms(house, admin, { staffId }));
  expect(line).toMatchObject({ role: 'leader', from: '2026-10-14', to: '2026-10-15', state: 'over', reason });
  const changes = taken(
    await listConfigurationChanges(house, admin, { subjects: ['staff'], subjectId: 'inspector' }),
  );
  expect(changes.map(({ differences }) => differences)).toEqual([
    [{ field: 'roles', was: 'inspector、leader', is: 'inspector' }],
    [{ field: 'roles', was: 'inspector', is: 'inspector、leader' }],
    [{ field: 'term:leader', was: null, is: '2026-10-14/2026-10-15' }],
  ]);
});

it('takes a role after its last day, never the last one of what must be held', async () => {
  const typed = { staffId: cast.leader.staffId, role: 'leader', to: '2026-10-20', reason };
  expect(refusalOf(await endRole(house, admin, typed))).toBe('last_role_holder');
  const self = { staffId: admin.staffId, role: 'system_admin', to: '2026-10-20', reason };
  expect(refusalOf(await endRole(house, admin, self))).toBe('last_role_holder');
  taken(
    await giveRole(house, admin, {
      staffId: cast.auditor.staffId,
      role: 'leader',
      from: '2026-10-20',
      to: '',
      reason,
    }),
  );
  taken(await endRole(house, admin, typed));
  expect(refusalOf(await endRole(house, admin, { ...typed, to: '2026-10-21' }))).toBe('role_already_ends');
  day('2026-10-20');
  expect(await rolesInSession(cast.leader)).toEqual(['leader']);
  day('2026-10-21');
  expect(await rolesInSession(cast.leader)).toEqual([]);
  expect(refusalOf(await endRole(house, admin, { ...typed, to: '2026-10-22' }))).toBe('role_not_held');
});

it('lends what the absent person has on the day, and not what is over', async () => {
  const { staffId } = cast.thirdInspector;
  taken(await endRole(house, admin, { staffId, role: 'inspector', to: '2026-10-22', reason }));
  const week = { from: '2026-10-21', to: '2026-10-30' };
  taken(
    await nameSubstitute(house, cast.thirdInspector, { substituteId: cast.fourthInspector.staffId, ...week }),
  );
  day('2026-10-22');
  expect((await actFor(house, cast.fourthInspector, staffId))?.actor.roles).toEqual(['inspector']);
  day('2026-10-23');
  expect((await actFor(house, cast.fourthInspector, staffId))?.actor.roles).toEqual([]);
});

it('is taken back before it begins, and gives way to what is ticked at once', async () => {
  const { staffId, departmentId } = cast.clerk;
  const { id: termId } = taken(
    await giveRole(house, admin, { staffId, role: 'assessor', from: '2026-11-02', to: '', reason }),
  );
  expect(refusalOf(await withdrawRoleTerm(house, cast.clerk, { termId, reason }))).toBe('not_found');
  taken(await withdrawRoleTerm(house, admin, { termId, reason }));
  expect(refusalOf(await withdrawRoleTerm(house, admin, { termId, reason }))).toBe('not_found');
  taken(
    await giveRole(house, admin, { staffId, role: 'assessor', from: '2026-10-23', to: '2026-12-31', reason }),
  );
  expect(await rolesWritten(cast.clerk)).toEqual(['clerk', 'assessor']);
  const terms = taken(await listRoleTerms(house, admin, { staffId }));
  const running = terms.find(({ state }) => state === 'running');
  expect(refusalOf(await withdrawRoleTerm(house, admin, { termId: running?.id, reason }))).toBe(
    'role_term_begun',
  );
  const person = { staffId, departmentId, name: '窗口甲', isActive: 'true', reason };
  taken(await changeStaff(house, admin, { ...person, roles: ['clerk'] }));
  expect(await rolesInSession(cast.clerk)).toEqual(['clerk']);
  taken(await changeStaff(house, admin, { ...person, roles: ['clerk', 'assessor'] }));
  day('2027-01-01');
  expect(await rolesInSession(cast.clerk)).toEqual(['clerk', 'assessor']);
});
