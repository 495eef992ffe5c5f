import { saveStaffNoticeChoice } from '@bihuan/db';
import type { StaffActor } from '@bihuan/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMessage } from '../../notification/open-message.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { setSecondFactorRule } from '../second-factor/second-factor-rule.ts';
import { readSession } from '../session/read-session.ts';
import { signIn } from '../session/sign-in.ts';
import { askPasswordReset } from './ask-password-reset.ts';
import { isResetOpen, resetPassword } from './reset-password.ts';

const WORDS = { locale: 'zh-CN', subject: '重设密码', mail: '请打开 {link} 设置新密码' } as const;
const PASSWORD = '换一句长一点的话做密码';

let house: TestHouse;
let cast: Cast;
let pauses: number[];

beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  pauses = [];
  await setSecondFactorRule(house, 'offered');
  const choice = { email: 'officer@example.cn', phone: '', mode: 'each', muted: [] } as const;
  await saveStaffNoticeChoice(house.db, cast.officer.staffId, choice, house.now(), house.keyring);
});
afterEach(() => house.drop());

function ask(login: string, address = '192.0.2.7') {
  const linkOf = (token: string) => `https://office.example/reset?t=${token}`;
  const pause = (ms: number) => Promise.resolve(void pauses.push(ms));
  return askPasswordReset(house, { login }, WORDS, { address, linkOf, pause });
}

async function mails() {
  return house.db.prisma.message.findMany({
    where: { template: 'password_reset' },
    orderBy: { createdAt: 'asc' },
  });
}

/** The token in the newest mail, as its reader finds it. */
async function token(): Promise<string> {
  const row = (await mails()).at(-1);
  if (row === undefined) throw new Error('no mail');
  await house.db.prisma.message.update({ where: { id: row.id }, data: { status: 'local' } });
  const admin: StaffActor = { ...cast.triage, roles: ['system_admin'] };
  const opened = await openMessage(house, admin, { messageId: row.id });
  return /\?t=(\S+)/.exec(opened.ok ? (opened.value.body ?? '') : '')?.[1] ?? '';
}

const set = (link: string, newPassword = PASSWORD) => resetPassword(house, { token: link, newPassword });
const FROM = { address: '192.0.2.9', userAgent: '', pause: () => Promise.resolve() };

it('sets a new password by the link of a mail, once, and ends every session', async () => {
  expect(await ask('officer')).toEqual({ ok: true, value: null });
  const link = await token();
  expect(await isResetOpen(house, link)).toBe(true);
  expect(await set(link, 'too short')).toMatchObject({ fields: { newPassword: 'password_too_short' } });
  expect(await set(link, 'password123')).toMatchObject({ fields: { newPassword: 'password_common' } });
  expect(await set(link)).toEqual({ ok: true, value: null });
  const signedIn = await signIn(house, { login: 'officer', password: PASSWORD }, FROM);
  const sessionId = signedIn.ok && signedIn.value.step === null ? signedIn.value.sessionId : '';
  expect(await readSession(house, sessionId)).toMatchObject({ login: 'officer' });
  expect(await set(link)).toMatchObject({ refusal: { code: 'reset_link_gone' } });
  house.at('2026-10-12T01:05:00.000Z');
  await ask('officer');
  expect(await set(await token(), '又换了一句更长一点的话')).toMatchObject({ ok: true });
  expect(await readSession(house, sessionId)).toBeNull();
});

it('tells nobody whether there is such an account, nor by the time it takes', async () => {
  for (const login of ['officer', 'nobody-here', 'head'])
    expect(await ask(login)).toEqual({ ok: true, value: null });
  expect(await mails()).toHaveLength(1);
  expect(pauses.every((ms) => ms > 0 && ms <= 400)).toBe(true);
});

it('holds for half an hour, and a newer link voids an older one', async () => {
  await ask('officer');
  const first = await token();
  house.at('2026-10-12T01:05:00.000Z');
  await ask('officer');
  const second = await token();
  expect(await set(first)).toMatchObject({ refusal: { code: 'reset_link_gone' } });
  house.at('2026-10-12T01:35:00.000Z');
  expect(await isResetOpen(house, second)).toBe(false);
  expect(await set(second)).toMatchObject({ refusal: { code: 'reset_link_gone' } });
  expect(await set('')).toMatchObject({ refusal: { code: 'reset_link_gone' } });
});

it('fills no mailbox: three mails an hour for an account, ten tries for an address', async () => {
  for (let tries = 0; tries < 5; tries += 1) await ask('officer');
  expect(await mails()).toHaveLength(3);
  for (let tries = 0; tries < 5; tries += 1) await ask('nobody-here');
  expect(await ask('officer')).toMatchObject({ refusal: { code: 'too_many_tries' } });
  expect(await ask('officer', '192.0.2.8')).toMatchObject({ ok: true });
});

it('keeps the link from everybody in the office who may not set passwords, and out of the database', async () => {
  await ask('officer');
  const link = await token();
  const [row] = await mails();
  for (const actor of [cast.clerk, cast.triage])
    expect(await openMessage(house, actor, { messageId: row?.id })).toMatchObject({ value: { body: null } });
  const { rows } = await house.db.pool.query<{ all: string }>(
    `SELECT string_agg(r::text, '') AS all FROM password_reset r`,
  );
  expect(rows[0]?.all).not.toContain(link);
  await house.db.prisma.message.updateMany({ data: { status: 'sent' } });
  const admin: StaffActor = { ...cast.triage, roles: ['system_admin'] };
  expect(await openMessage(house, admin, { messageId: row?.id })).toMatchObject({ value: { body: null } });
});
