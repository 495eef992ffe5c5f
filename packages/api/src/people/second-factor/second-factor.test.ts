import type { StaffActor } from '@bihuan/domain';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { createFirstAdmin } from '../create-first-admin.ts';
import { createStaff } from '../create-staff.ts';
import { readSession } from '../session/read-session.ts';
import { signIn } from '../session/sign-in.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { readHalf } from './half-sign-in.ts';
import { removeOwnSecondFactor, renewRecoveryCodes } from './own-second-factor.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { changeSecondFactorRule, setSecondFactorRule } from './second-factor-rule.ts';
import { readSecondFactor } from './second-factor.ts';

const PASSWORD = 'a long password';
const OWN = { currentPassword: PASSWORD };
const FROM = { address: '192.0.2.1', userAgent: 'Browser', pause: () => Promise.resolve() };

let house: TestHouse;
let admin: StaffActor;

beforeEach(async () => {
  house = await openTestHouse();
  await createFirstAdmin(house, { login: 'admin', name: '管理员甲', password: PASSWORD });
  const { id, departmentId } = await house.db.prisma.staff.findUniqueOrThrow({ where: { login: 'admin' } });
  admin = { kind: 'staff', staffId: id, departmentId, roles: ['system_admin'] };
  for (const [login, role] of [
    ['leader', 'leader'],
    ['clerk', 'clerk'],
  ] as const)
    await createStaff(house, admin, {
      ...{ login, name: '人员甲', password: PASSWORD, roles: [role] },
      departmentId,
    });
});
afterEach(() => house.drop());

async function givePassword(login: string) {
  const result = await signIn(house, { login, password: PASSWORD }, FROM);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

async function halfOf(login: string): Promise<string> {
  const given = await givePassword(login);
  if (given.step === null) throw new Error('already in');
  return given.halfId;
}

function codeOf(secret: string): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.parse(house.now()) });
}

async function actorNamed(login: string): Promise<StaffActor> {
  const staff = await house.db.prisma.staff.findUniqueOrThrow({ where: { login } });
  return {
    ...{ kind: 'staff', staffId: staff.id, departmentId: staff.departmentId },
    roles: staff.roles as StaffActor['roles'],
  };
}

/** Somebody who set up an app at the first sign-in; the secret of the app. */
async function enrolled(login: string): Promise<string> {
  const halfId = await halfOf(login);
  const secret = (await readHalf(house, halfId))?.enrolment?.secret ?? '';
  const result = await finishSignIn(house, { code: codeOf(secret) }, halfId, FROM);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return secret;
}

describe('signing in', () => {
  it('needs no second factor of a clerk, and an app of everybody else', async () => {
    expect((await givePassword('clerk')).step).toBeNull();
    const given = await givePassword('leader');
    expect(given.step).toBe('enrol');
    expect(given).not.toHaveProperty('sessionId');
    const half = await readHalf(house, given.step === null ? '' : given.halfId);
    expect(half?.enrolment?.uri).toMatch(/^otpauth:\/\/totp\/Bihuan:leader\?/);
  });

  it('opens a session only after a code of the app, which counts from then on', async () => {
    const halfId = await halfOf('leader');
    const secret = (await readHalf(house, halfId))?.enrolment?.secret ?? '';
    const wrong = await finishSignIn(house, { code: '000000' }, halfId, FROM);
    expect(wrong).toMatchObject({ kind: 'bad_input', fields: { code: 'wrong_code' } });
    expect(await house.db.prisma.session.count()).toBe(0);
    const right = await finishSignIn(house, { code: codeOf(secret) }, halfId, FROM);
    expect(await readSession(house, right.ok ? right.value.sessionId : '')).toMatchObject({
      login: 'leader',
    });
    expect(await readHalf(house, halfId)).toBeNull();
    expect((await givePassword('leader')).step).toBe('code');
  });

  it('takes no code twice, nor one of long ago', async () => {
    const secret = await enrolled('leader');
    const used = codeOf(secret);
    expect(await finishSignIn(house, { code: used }, await halfOf('leader'), FROM)).toMatchObject({
      fields: { code: 'wrong_code' },
    });
    house.at('2026-10-12T01:02:00.000Z');
    expect(await finishSignIn(house, { code: used }, await halfOf('leader'), FROM)).toMatchObject({
      fields: { code: 'wrong_code' },
    });
    const fresh = codeOf(secret);
    const twice = await Promise.all(
      [await halfOf('leader'), await halfOf('leader')].map((half) =>
        finishSignIn(house, { code: fresh }, half, FROM),
      ),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('forgets the password after ten minutes', async () => {
    const halfId = await halfOf('leader');
    house.at('2026-10-12T01:10:00.000Z');
    expect(await finishSignIn(house, { code: '123456' }, halfId, FROM)).toMatchObject({
      refusal: { code: 'sign_in_over' },
    });
    expect(await finishSignIn(house, { code: '123456' }, undefined, FROM)).toMatchObject({
      refusal: { code: 'sign_in_over' },
    });
  });

  it('lets nobody guess codes', async () => {
    await enrolled('leader');
    const answers: unknown[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const result = await finishSignIn(
        house,
        { code: String(100_000 + tries) },
        await halfOf('leader'),
        FROM,
      );
      answers.push(result.ok ? 'in' : result.kind === 'refusal' ? result.refusal.code : result.fields);
    }
    expect(answers.at(9)).toEqual({ code: 'wrong_code' });
    expect(answers.at(10)).toBe('too_many_tries');
  });

  it('keeps neither the secret nor a recovery code in the database', async () => {
    const secret = await enrolled('leader');
    const made = await renewRecoveryCodes(house, await actorNamed('leader'), OWN);
    const code = made.ok ? (made.value.codes[0] ?? '') : '';
    const { rows } = await house.db.pool.query<{ all: string }>(
      `SELECT concat((SELECT string_agg(f::text, '') FROM second_factor f), (SELECT string_agg(r::text, '') FROM recovery_code r)) AS all`,
    );
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const hidden of [secret, hex(secret), code, hex(code), hex(code.replace('-', ''))])
      expect(rows[0]?.all).not.toContain(hidden);
  });
});

describe('recovery codes', () => {
  it('let in once each, and are void when new ones are made', async () => {
    await enrolled('leader');
    const leader = await actorNamed('leader');
    const made = await renewRecoveryCodes(house, leader, OWN);
    const [first = '', second = ''] = made.ok ? made.value.codes : [];
    expect(made.ok && new Set(made.value.codes).size).toBe(10);
    const use = async (code: string) => finishSignIn(house, { code }, await halfOf('leader'), FROM);
    expect(await use(first.toLowerCase())).toMatchObject({ ok: true });
    expect(await use(first)).toMatchObject({ fields: { code: 'wrong_code' } });
    expect((await readSecondFactor(house, leader.staffId)).recoveryCodesLeft).toBe(9);
    await renewRecoveryCodes(house, leader, OWN);
    expect(await use(second)).toMatchObject({ fields: { code: 'wrong_code' } });
  });

  it('are made for nobody who does not know the password', async () => {
    await enrolled('leader');
    const leader = await actorNamed('leader');
    expect(await renewRecoveryCodes(house, leader, { currentPassword: 'another long one' })).toMatchObject({
      ok: false,
    });
    expect(await renewRecoveryCodes(house, leader, {})).toMatchObject({
      fields: { currentPassword: 'required' },
    });
    expect((await readSecondFactor(house, leader.staffId)).recoveryCodesLeft).toBe(0);
  });

  it('of one person do not open the account of another', async () => {
    await enrolled('leader');
    await enrolled('admin');
    const made = await renewRecoveryCodes(house, admin, OWN);
    const [code = ''] = made.ok ? made.value.codes : [];
    expect(await finishSignIn(house, { code }, await halfOf('leader'), FROM)).toMatchObject({
      fields: { code: 'wrong_code' },
    });
  });
});

describe('the second factor of somebody', () => {
  it('is reset by another system admin with a reason, who signs them out', async () => {
    await enrolled('leader');
    const { staffId } = await actorNamed('leader');
    const reason = '手机丢失，已当面核实本人身份';
    expect(await resetSecondFactor(house, await actorNamed('clerk'), { staffId, reason })).toMatchObject({
      refusal: { code: 'not_found' },
    });
    expect(await resetSecondFactor(house, admin, { staffId, reason: '' })).toMatchObject({
      fields: { reason: 'required' },
    });
    expect(await resetSecondFactor(house, admin, { staffId, reason })).toMatchObject({ ok: true });
    expect(await house.db.prisma.session.count({ where: { staffId } })).toBe(0);
    expect((await givePassword('leader')).step).toBe('enrol');
    expect(await house.db.prisma.configurationChange.findFirst({ where: { reason } })).toMatchObject({
      subjectId: 'leader',
    });
    expect(await resetSecondFactor(house, admin, { staffId, reason })).toMatchObject({
      refusal: { code: 'no_second_factor' },
    });
    expect(await resetSecondFactor(house, admin, { staffId: admin.staffId, reason })).toMatchObject({
      refusal: { code: 'not_for_oneself' },
    });
  });

  it('is taken away by themselves only where the house lets them, with their password', async () => {
    await enrolled('leader');
    const leader = await actorNamed('leader');
    expect(await removeOwnSecondFactor(house, leader, { currentPassword: PASSWORD })).toMatchObject({
      refusal: { code: 'second_factor_required' },
    });
    expect(await changeSecondFactorRule(house, admin, { rule: 'offered', reason: '试运行' })).toMatchObject({
      ok: true,
    });
    expect(await removeOwnSecondFactor(house, leader, { currentPassword: 'another' })).toMatchObject({
      fields: { currentPassword: 'wrong_password' },
    });
    expect(await removeOwnSecondFactor(house, leader, { currentPassword: PASSWORD })).toMatchObject({
      ok: true,
    });
    expect((await givePassword('leader')).step).toBeNull();
  });

  it('is asked for by its own choice where the house leaves it open', async () => {
    await enrolled('leader');
    await setSecondFactorRule(house, 'offered');
    expect((await givePassword('leader')).step).toBe('code');
    expect((await givePassword('admin')).step).toBeNull();
  });
});
