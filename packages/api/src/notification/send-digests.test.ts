import { saveStaffNoticeChoice } from '@bihuan/db';
import type { StaffActor } from '@bihuan/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nameSubstitute } from '../people/substitution/name-substitute.ts';
import { routeComplaint } from '../supervision/route-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { aRoute, anAcceptedComplaint, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { listNotices } from './list-notices.ts';
import { sendDigests } from './send-digests.ts';
import { readStaffChoice, saveStaffChoice } from './staff-choice.ts';
import { drainMessages, PLAIN_ANNOUNCER } from './testing/drain-notices.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const complaintId = await anAcceptedComplaint(house, cast);
  taken(await routeComplaint(house, cast.triage, aRoute(cast, complaintId)));
});
afterEach(() => house.drop());

const digest = () => sendDigests(house, PLAIN_ANNOUNCER);
const bell = async (person: Cast['officer']) =>
  taken(await listNotices(house, person, {})).notices.map(({ event, text }) => `${event} ${text}`);

it('reminds once a day, in office hours of working days, whoever has something to do', async () => {
  house.at('2026-10-13T00:59:00.000Z');
  expect(await digest()).toBeNull();
  house.at('2026-10-13T01:00:00.000Z');
  // The lead's officer and head; the cooperating department has nothing to sign for.
  expect(await digest()).toBe(2);
  expect(await digest()).toBeNull();
  expect(await bell(cast.officer)).toEqual([
    expect.stringMatching(/^digest 今日提醒：逾期0件，临期1件，未读通知0条。DB-\S+$/),
  ]);
  expect(await bell(cast.strangerOfficer)).toEqual([]);
  house.at('2026-10-17T02:00:00.000Z');
  expect(await digest()).toBeNull();
  house.at('2026-10-19T02:00:00.000Z');
  expect(await digest()).toBe(2);
  expect((await bell(cast.officer))[0]).toMatch(/逾期1件，临期0件/);
});

it('reminds the substitute of what waits for the absent', async () => {
  const createdAt = house.now();
  const id = house.newId();
  const data = {
    id,
    login: 'deputy',
    name: 'deputy',
    passwordHash: '',
    departmentId: cast.approvals,
    createdAt,
  };
  await house.db.prisma.staff.create({ data: { ...data, roles: ['appraisal_admin'] } });
  const deputy = {
    kind: 'staff',
    staffId: id,
    departmentId: cast.approvals,
    roles: ['appraisal_admin'],
  } as const;
  house.at('2026-10-13T01:00:00.000Z');
  const days = { from: '2026-10-13', to: '2026-10-13' };
  taken(await nameSubstitute(house, cast.officer, { substituteId: id, ...days }));
  expect(await digest()).toBe(3);
  expect(await bell(deputy)).toEqual([expect.stringMatching(/逾期0件，临期1件/)]);
  house.at('2026-10-14T01:00:00.000Z');
  expect(await digest()).toBe(2);
});

const UNTOLD = { phone: '', muted: [] } as const;

/** As if they had given their password, which nobody here has. */
function choose({ staffId }: StaffActor, choice: Parameters<typeof saveStaffNoticeChoice>[2]): Promise<void> {
  return saveStaffNoticeChoice(house.db, staffId, choice, house.now(), house.keyring);
}

it('is one mail a day for whoever wants that, instead of one for each', async () => {
  const choice = { email: 'officer@zone.example.cn', phone: '', mode: 'digest', muted: [] } as const;
  await choose(cast.officer, choice);
  await drainMessages(house);
  expect(await house.db.prisma.message.count({ where: { staffId: cast.officer.staffId } })).toBe(0);
  house.at('2026-10-13T01:00:00.000Z');
  await Promise.all([digest(), digest()]);
  await drainMessages(house);
  const mails = await house.db.prisma.message.findMany({ where: { staffId: cast.officer.staffId } });
  expect(mails.map(({ template, subject }) => [template, subject])).toEqual([['digest', '今日督办提醒']]);
});

it('is a mail for each where somebody wants that, and none where they do not', async () => {
  await choose(cast.officer, { ...UNTOLD, email: 'o@zone.example.cn', mode: 'each' });
  await choose(cast.cooperatingOfficer, { ...UNTOLD, email: 'c@zone.example.cn', mode: 'none' });
  await drainMessages(house);
  const mails = await house.db.prisma.message.findMany({ where: { staffId: { not: null } } });
  expect(mails.map(({ staffId, template }) => [staffId, template])).toEqual([
    [cast.officer.staffId, 'item_assigned'],
  ]);
});

it('keeps what was muted out of the bell, but not what has to be done', async () => {
  const bad = await saveStaffChoice(house, cast.officer, { mode: 'each', muted: ['item_assigned'] });
  expect(bad).toMatchObject({ kind: 'bad_input' });
  taken(await saveStaffChoice(house, cast.head, { mode: 'each', muted: ['urged', 'item_late'] }));
  expect(taken(await readStaffChoice(house, cast.head)).muted).toEqual(['urged', 'item_late']);
  expect(await saveStaffChoice(house, cast.head, { mode: 'each', email: 'x' })).toMatchObject({
    fields: { email: 'email_malformed' },
  });
  // Links that set a new password go to the mailbox: whoever changes it gives the present one.
  expect(await saveStaffChoice(house, cast.head, { mode: 'each', email: 'h@zone.example.cn' })).toMatchObject(
    {
      fields: { currentPassword: 'required' },
    },
  );
  const { rows } = await house.db.pool.query<{ row: string }>(
    'SELECT c::text AS row FROM staff_notice_choice c',
  );
  for (const { row } of rows) expect(row).not.toContain('zone.example.cn');
});
