import { SYSTEM } from '@bihuan/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { createFirstAdmin } from '../create-first-admin.ts';
import { createStaff } from '../create-staff.ts';
import { removeDueData } from '../retention/remove-due-data.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { listSessions } from './list-sessions.ts';
import { readSession } from './read-session.ts';
import { signIn } from './sign-in.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { signOut } from './sign-out.ts';

let house: TestHouse;
let departmentId: string;

beforeAll(async () => {
  house = await openTestHouse();
  await createFirstAdmin(house, { login: 'admin', name: '管理员甲', password: 'a long password' });
  departmentId = (await house.db.prisma.department.findUniqueOrThrow({ where: { code: 'O2' } })).id;
});
afterAll(() => house.drop());
afterEach(() => {
  vi.useRealTimers();
});

let people = 0;

async function aClerk(): Promise<string> {
  people += 1;
  const login = `clerk-${people}`;
  await createStaff(house, SYSTEM, {
    login,
    name: '窗口甲',
    password: 'right password',
    departmentId,
    roles: ['clerk'],
  });
  return login;
}

let addresses = 0;

function fromSomewhere() {
  addresses += 1;
  return { address: `192.0.2.${addresses}`, userAgent: 'Browser', pause: () => Promise.resolve() };
}

async function signedIn(login: string): Promise<string> {
  const result = await signIn(house, { login, password: 'right password' }, fromSomewhere());
  if (!result.ok || result.value.step !== null) throw new Error(JSON.stringify(result));
  return result.value.sessionId;
}

function laterBy(hours: number): void {
  vi.useFakeTimers({ now: Date.now() + hours * 3_600_000, toFake: ['Date'] });
}

describe('signIn', () => {
  it('opens a session of which the database holds only the hash', async () => {
    const login = await aClerk();
    const sessionId = await signedIn(login);
    const stored = await house.db.prisma.session.findMany({ include: { staff: true } });
    const own = stored.filter(({ staff }) => staff.login === login);
    expect(own).toHaveLength(1);
    expect(Buffer.from(own[0]?.idHash ?? []).toString('latin1')).not.toContain(sessionId);
    expect(own[0]?.idHash).toHaveLength(32);
    expect(await readSession(house, sessionId)).toMatchObject({
      login,
      roles: ['clerk'],
      departmentName: '政务服务中心',
    });
  });

  it('takes the login in any capitals', async () => {
    const login = await aClerk();
    const result = await signIn(
      house,
      { login: login.toUpperCase(), password: 'right password' },
      fromSomewhere(),
    );
    expect(result.ok).toBe(true);
  });

  it('answers an unknown login and a wrong password alike', async () => {
    const login = await aClerk();
    const wrong = await signIn(house, { login, password: 'wrong password' }, fromSomewhere());
    const unknown = await signIn(
      house,
      { login: 'nobody-here', password: 'wrong password' },
      fromSomewhere(),
    );
    expect(wrong).toEqual({ ok: false, kind: 'refusal', refusal: { code: 'wrong_credentials' } });
    expect(unknown).toEqual(wrong);
  });

  it('works as long for an unknown login as for a wrong password', async () => {
    const login = await aClerk();
    const time = async (name: string) => {
      const start = performance.now();
      await signIn(house, { login: name, password: 'wrong password' }, fromSomewhere());
      return performance.now() - start;
    };
    const best = async (name: string) => Math.min(await time(name), await time(name), await time(name));
    await time('warm-up');
    expect(await best('nobody-at-all')).toBeGreaterThan((await best(login)) / 4);
  });

  it('gives a new id every time and ends the session that came along', async () => {
    const login = await aClerk();
    const first = await signedIn(login);
    const credentials = { login, password: 'right password' };
    const second = await signIn(house, credentials, { ...fromSomewhere(), earlierSessionId: first });
    expect(second).toMatchObject({ ok: true });
    expect(second).not.toMatchObject({ value: { sessionId: first } });
    expect(await readSession(house, first)).toBeNull();
  });

  it('slows an address that guesses, and nobody else', async () => {
    const login = await aClerk();
    const pauses: number[] = [];
    const from = { ...fromSomewhere(), pause: async (ms: number) => void pauses.push(ms) };
    for (let tries = 0; tries < 10; tries += 1)
      await signIn(house, { login, password: 'wrong password' }, from);
    const refused = await signIn(house, { login, password: 'right password' }, from);
    expect(refused).toEqual({ ok: false, kind: 'refusal', refusal: { code: 'too_many_tries' } });
    const elsewhere = await signIn(house, { login, password: 'right password' }, fromSomewhere());
    expect(elsewhere.ok).toBe(true);
    expect(pauses).toEqual([0, 0, 0, 0, 0, 100, 300, 700, 1500, 2000, 2000]);
  });

  it('knows nobody who left', async () => {
    const login = await aClerk();
    const sessionId = await signedIn(login);
    await house.db.prisma.staff.update({ where: { login }, data: { isActive: false } });
    expect(await readSession(house, sessionId)).toBeNull();
    const again = await signIn(house, { login, password: 'right password' }, fromSomewhere());
    expect(again).toMatchObject({ refusal: { code: 'wrong_credentials' } });
  });

  it('sends empty fields back', async () => {
    const result = await signIn(house, { login: ' ', password: '' }, fromSomewhere());
    expect(result).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { login: 'required', password: 'required' },
    });
  });
});

describe('a session', () => {
  it('ends two hours after it was last used', async () => {
    const sessionId = await signedIn(await aClerk());
    laterBy(2.1);
    expect(await readSession(house, sessionId)).toBeNull();
  });

  it('goes on while it is used, but not beyond twelve hours', async () => {
    const sessionId = await signedIn(await aClerk());
    for (let used = 0; used < 7; used += 1) {
      laterBy(1.5);
      expect(await readSession(house, sessionId)).not.toBeNull();
    }
    laterBy(1.6);
    expect(await readSession(house, sessionId)).toBeNull();
  });

  it('ends when its person signs out', async () => {
    const sessionId = await signedIn(await aClerk());
    await signOut(house, sessionId);
    expect(await readSession(house, sessionId)).toBeNull();
  });

  it('is one of several that can be ended from another device', async () => {
    const login = await aClerk();
    const [here, there] = [await signedIn(login), await signedIn(login)];
    const actor = (await readSession(house, here))?.actor;
    if (actor === undefined) throw new Error('not signed in');
    expect((await listSessions(house, actor, here)).map(({ isOwn }) => isOwn).sort()).toEqual([false, true]);
    expect(await endOtherSessions(house, actor, here)).toEqual({ ok: true, value: { ended: 1 } });
    expect(await readSession(house, there)).toBeNull();
    expect(await readSession(house, here)).not.toBeNull();
  });

  it('is ended one by one, by nobody but its person', async () => {
    const login = await aClerk();
    const [here, there] = [await signedIn(login), await signedIn(login)];
    const stranger = (await readSession(house, await signedIn(await aClerk())))?.actor;
    const actor = (await readSession(house, here))?.actor;
    if (actor === undefined || stranger === undefined) throw new Error('not signed in');
    const key = (await listSessions(house, actor, here)).find(({ isOwn }) => !isOwn)?.key;
    const gone = { ok: false, kind: 'refusal', refusal: { code: 'not_found' } };
    expect(await endSession(house, stranger, { key })).toEqual(gone);
    expect(await readSession(house, there)).not.toBeNull();
    expect(await endSession(house, actor, { key })).toEqual({ ok: true, value: null });
    expect(await readSession(house, there)).toBeNull();
    expect(await readSession(house, here)).not.toBeNull();
    expect(await endSession(house, actor, { key })).toEqual(gone);
    expect(await endSession(house, actor, { key: 'ab' })).toMatchObject({ fields: { key: 'malformed' } });
  });

  it('is ended with all others of its person by a system admin, who says why', async () => {
    const login = await aClerk();
    const [here, there] = [await signedIn(login), await signedIn(login)];
    const clerk = (await readSession(house, here))?.actor;
    if (clerk === undefined) throw new Error('not signed in');
    const { staffId } = clerk;
    const asked = { staffId, reason: '平板电脑遗失' };
    expect(await signOutEverywhere(house, clerk, asked)).toMatchObject({ refusal: { code: 'not_found' } });
    const admin = await house.db.prisma.staff.findUniqueOrThrow({ where: { login: 'admin' } });
    const by = { ...clerk, staffId: admin.id, roles: ['system_admin'] as const };
    expect(await signOutEverywhere(house, by, { staffId, reason: '' })).toMatchObject({
      fields: { reason: 'required' },
    });
    expect(await signOutEverywhere(house, by, asked)).toEqual({ ok: true, value: { ended: 2 } });
    expect(await readSession(house, here)).toBeNull();
    expect(await readSession(house, there)).toBeNull();
    expect(
      await house.db.prisma.configurationChange.findFirst({
        where: { subjectId: login },
        orderBy: { id: 'desc' },
      }),
    ).toMatchObject({
      staffId: admin.id,
      reason: '平板电脑遗失',
      before: { sessions: 2 },
      after: { sessions: 0 },
    });
  });

  it('leaves no row behind once its time is over', async () => {
    const login = await aClerk();
    await signedIn(login);
    laterBy(1);
    await signedIn(login);
    const rows = () => house.db.prisma.session.count({ where: { staff: { login } } });
    laterBy(1.5);
    expect(await rows()).toBe(2);
    await removeDueData({ ...house, now: () => new Date(Date.now() + 86_400_000).toISOString() });
    expect(await rows()).toBe(1);
  });

  it('is nobody’s with an id that was made up', async () => {
    expect(await readSession(house, 'x'.repeat(40))).toBeNull();
    expect(await readSession(house, 'x'.repeat(10_000))).toBeNull();
    expect(await readSession(house, undefined)).toBeNull();
  });
});
