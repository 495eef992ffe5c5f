import { readContact, replayRows, verifyChains } from '@bihuan/db';
import { HIDDEN, type Actor } from '@bihuan/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { earlierCases } from '../../complaint/earlier-cases.ts';
import { readComplaint } from '../../complaint/read-complaint.ts';
import { revealContact } from '../../complaint/reveal-contact.ts';
import {
  aClosedComplaint,
  anAnsweredComplaint,
  give,
  theComplainant,
} from '../../complaint/testing/answered.ts';
import { trackComplaint } from '../../complaint/track-complaint.ts';
import { drainNotices } from '../../notification/testing/drain-notices.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAcceptedComplaint, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { Work } from '../../work.ts';
import { hiderFor } from '../identity/hide-person.ts';
import { readOwnData } from '../own-data/read-own-data.ts';
import { requestIdentityAccess } from '../identity/request-identity-access.ts';
import { liftHold, placeHold } from './hold-complaint.ts';
import { readRetention } from './read-retention.ts';
import { removeDueData } from './remove-due-data.ts';

let house: TestHouse;
let cast: Cast;
const custodian = (): Actor => ({ ...cast.auditor, roles: ['custodian'] });

beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

const CONTACT = { name: '保存甲', phone: '13877776666', email: 'kept@example.com' };
/** Ended on 12 October 2026: 1095 days are over with 11 October 2029. */
const LAST_DAY = '2029-10-11T15:59:00.000Z';
const DAY_AFTER = '2029-10-11T16:01:00.000Z';

const remove = async () => (await removeDueData(house)).removed;
const kept = (complaintId: string) => readContact(house.db, complaintId, house.keyring);

async function aDeclinedComplaint(contact: object = CONTACT): Promise<string> {
  const complaintId = await anAcceptedComplaint(house, cast, contact);
  await give(house, theComplainant(complaintId), complaintId, { type: 'withdraw', reason: '已经办好' });
  return complaintId;
}

describe('contact data', () => {
  it('stays through the last day of its term and is gone on the day after, with a tombstone', async () => {
    const complaintId = await aDeclinedComplaint();
    house.at(LAST_DAY);
    expect((await remove()).contacts).toBe(0);
    expect(await kept(complaintId)).toMatchObject(CONTACT);
    house.at(DAY_AFTER);
    expect((await remove()).contacts).toBe(1);
    expect(await kept(complaintId)).toBeNull();
    expect(await house.db.prisma.contact.findUnique({ where: { complaintId } })).toMatchObject({
      ...{ name: null, phone: null, email: null, phoneHash: null },
      ...{ removedAt: new Date(DAY_AFTER), removedUnder: 'retention-1', isNamed: false },
    });
    const events = await house.db.prisma.event.findMany({
      where: { streamId: complaintId },
      orderBy: { version: 'desc' },
    });
    expect(events[0]).toMatchObject({
      ...{ type: 'ContactRemoved', actor: { kind: 'system' }, data: { rulesVersion: 'retention-1' } },
    });
  });

  it('is removed once, and late comes to the same', async () => {
    const complaintId = await aDeclinedComplaint();
    house.at('2041-01-01T02:00:00.000Z');
    const dry = await removeDueData(house, { isDryRun: true });
    expect(dry.removed.contacts).toBe(1);
    expect(await kept(complaintId)).not.toBeNull();
    expect((await remove()).contacts).toBe(1);
    const before = await house.db.prisma.event.count();
    expect(Object.values(await remove()).every((count) => count === 0)).toBe(true);
    expect(await house.db.prisma.event.count()).toBe(before);
    expect((await verifyChains(house.db)).faults).toEqual([]);
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('of many is removed in batches, each once, though two workers do it at a time', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await aDeclinedComplaint());
    house.at(DAY_AFTER);
    const both = await Promise.all([removeDueData(house), removeDueData(house)]);
    expect(both.flatMap(({ failed }) => failed)).toEqual([]);
    expect(both.reduce((sum, { removed }) => sum + removed.contacts, 0)).toBe(12);
    expect(await house.db.prisma.event.count({ where: { type: 'ContactRemoved' } })).toBe(12);
    expect(await house.db.prisma.retentionCount.findFirst({ where: { what: 'contacts' } })).toMatchObject({
      count: 12,
    });
  });

  it('stays while the case goes on, its item is on the list, or it is held', async () => {
    const { complaintId: answered } = await anAnsweredComplaint(house, cast, CONTACT);
    const held = await aDeclinedComplaint();
    const { trackingNumber } = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: held } });
    taken(await placeHold(house, custodian(), { trackingNumber, reason: '涉及行政诉讼' }));
    expect(refusalOf(await placeHold(house, custodian(), { trackingNumber, reason: '再次' }))).toBe(
      'held_already',
    );
    house.at(DAY_AFTER);
    expect((await remove()).contacts).toBe(0);
    expect(await kept(answered)).not.toBeNull();
    const page = taken(await readRetention(house, custodian()));
    expect(page).toMatchObject({ heldCases: 1, mayHold: true, kept: [{ reason: 'hold', cases: 1 }] });
    expect(page.held).toMatchObject([{ complaintId: held, reason: '涉及行政诉讼' }]);
    taken(await liftHold(house, custodian(), { complaintId: held, reason: '诉讼终结' }));
    expect((await remove()).contacts).toBe(1);
  });

  it('of a case that began again has its term from the new end', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, CONTACT);
    const number = (await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } }))
      .trackingNumber;
    const survivor = await anAcceptedComplaint(house, cast, { ...CONTACT, phone: '13877770000' });
    await give(house, cast.triage, complaintId, {
      type: 'merge',
      ...{ survivorId: survivor, survivorNumber: number },
    });
    house.at(DAY_AFTER);
    expect((await remove()).contacts).toBe(0);
    await give(house, theComplainant(survivor), survivor, { type: 'withdraw', reason: '不再反映' });
    house.at('2032-10-11T02:00:00.000Z');
    expect((await remove()).contacts).toBe(0);
    house.at('2032-10-12T02:00:00.000Z');
    expect((await remove()).contacts).toBe(2);
  });
});

describe('after it is removed', () => {
  let complaintId: string;
  beforeEach(async () => {
    ({ complaintId } = await aClosedComplaint(house, cast));
    await drainNotices(house);
  });

  it('statistics, scores and chains are as they were', async () => {
    const counts = async () => {
      const { rows } = await house.db.pool.query(`SELECT
  (SELECT jsonb_agg(to_jsonb(entry) ORDER BY id) FROM score_entry entry) AS entries,
  (SELECT jsonb_agg(to_jsonb(callback)) FROM callback) AS callbacks,
  (SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*) n FROM complaint GROUP BY 1) by_status) AS statuses,
  (SELECT jsonb_object_agg(template || channel, n) FROM (SELECT template, channel, count(*) n FROM message
    WHERE complaint_id IS NOT NULL GROUP BY 1, 2) told) AS messages,
  (SELECT jsonb_agg(to_jsonb(balance) ORDER BY department_id, period, account) FROM score_balance balance) AS balances`);
      return JSON.stringify(rows);
    };
    const before = await counts();
    house.at(DAY_AFTER);
    const removed = await remove();
    expect(removed.contacts).toBe(1);
    expect(removed.messages).toBeGreaterThan(0);
    expect(await counts()).toBe(before);
    expect((await verifyChains(house.db)).faults).toEqual([]);
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('the complainant with the code still sees the case, with the day and the rule', async () => {
    house.at(DAY_AFTER);
    await remove();
    const person = theComplainant(complaintId);
    const said = { contactRemoved: { at: DAY_AFTER, rulesVersion: 'retention-1' } };
    expect(taken(await trackComplaint(house, person, { complaintId }))).toMatchObject({
      ...{ status: 'closed', ...said },
    });
    const own = taken(await readOwnData(house, person, { complaintId }));
    expect(own).toMatchObject({ contact: null, ...said });
    expect(own.notices.length).toBeGreaterThan(0);
    for (const { recipient, subject, text } of own.notices)
      expect([recipient, subject, text]).toEqual(['', '', '']);
    expect(taken(await readComplaint(house, cast.triage, { complaintId }))).toMatchObject({
      ...{ contact: { kind: 'none' }, ...said },
    });
  });

  it('nobody is found or shown, and the refusal says why', async () => {
    house.at(DAY_AFTER);
    await remove();
    const look = { complaintId, reason: '核对情况' };
    expect(refusalOf(await revealContact(house, cast.clerk, look))).toBe('contact_removed');
    const asked = { complaintId, fields: ['phone'], reason: '需要补充材料' };
    expect(refusalOf(await requestIdentityAccess(house, cast.officer, asked))).toBe('contact_removed');
    expect(taken(await earlierCases(house, cast.clerk, { phone: '13800138000', reason: '核对' }))).toEqual(
      [],
    );
  });

  it('a case that begins again goes on without messages, and takes contact data given anew', async () => {
    house.at(DAY_AFTER);
    await remove();
    const before = await house.db.prisma.message.count({ where: { complaintId } });
    const work = new Work(house, cast.triage);
    taken(await work.commandComplaint(complaintId, { type: 'reopen', reason: '上级交办' }));
    taken(await work.save());
    await drainNotices(house);
    expect(await house.db.prisma.message.count({ where: { complaintId } })).toBe(before);
    house.at('2041-01-01T02:00:00.000Z');
    expect((await remove()).contacts).toBe(0);
  });

  it('hides texts as a whole from departments where they name the person', async () => {
    const named = await anAcceptedComplaint(house, cast, {
      ...CONTACT,
      body: '我叫保存甲，窗口让我跑了三趟。',
    });
    await give(house, theComplainant(named), named, { type: 'withdraw', reason: '已经办好' });
    house.at('2041-01-01T02:00:00.000Z');
    await remove();
    const contact = await house.db.prisma.contact.findUnique({ where: { complaintId: named } });
    expect(contact?.isNamed).toBe(true);
    const told = { title: '变更难', body: '我叫保存甲，窗口让我跑了三趟。', wish: '' };
    const [officer, office] = await Promise.all([
      hiderFor(house, cast.officer, [named, complaintId]),
      hiderFor(house, cast.triage, [named]),
    ]);
    expect(officer.matter(told, [named])).toEqual({ title: HIDDEN, body: HIDDEN, wish: '' });
    expect(officer.work(told, [named])).toEqual({ title: HIDDEN, body: HIDDEN, wish: '' });
    expect(officer.work(told, [complaintId])).toEqual(told);
    expect(office.matter(told, [named])).toEqual(told);
  });
});

describe('rows of their own', () => {
  it('go after their term, and what is kept longer stays', async () => {
    const { prisma } = house.db;
    const at = new Date(house.now());
    const hash = (text: string) => new Uint8Array(house.keyring.keyedHash('address', text));
    await prisma.staffAddress.create({ data: { addressHash: hash('a'), seenAt: at } });
    await prisma.bouncedAddress.create({ data: { hash: hash('b'), channel: 'email', at, reason: '550' } });
    const { staffId } = cast.clerk;
    for (const table of [prisma.passwordReset, prisma.halfSignIn] as const)
      await (table as typeof prisma.passwordReset).create({
        data: { idHash: hash('c'), staffId, createdAt: at, expiresAt: at },
      });
    house.at('2026-10-14T01:00:00.001Z');
    expect(await remove()).toMatchObject({ expired_access: 2, staff_addresses: 0, bounced_addresses: 0 });
    house.at('2027-04-11T01:00:00.001Z');
    expect(await remove()).toMatchObject({ expired_access: 0, staff_addresses: 1, bounced_addresses: 0 });
    house.at('2027-10-13T01:00:00.001Z');
    expect(await remove()).toMatchObject({ staff_addresses: 0, bounced_addresses: 1 });
  });

  it('of staff who left go some days after their account was closed', async () => {
    const { prisma } = house.db;
    const { staffId } = cast.officer;
    const sealed = { keyId: 'k1', email: new Uint8Array([1]), phone: null };
    await prisma.staffNoticeChoice.create({
      data: { staffId, ...sealed, mode: 'each', muted: [], changedAt: new Date(house.now()) },
    });
    house.at('2027-01-01T01:00:00.000Z');
    expect((await remove()).left_staff).toBe(0);
    const { login } = await prisma.staff.update({ where: { id: staffId }, data: { isActive: false } });
    await prisma.configurationChange.create({
      data: {
        ...{
          id: house.newId(),
          at: new Date(house.now()),
          subject: 'staff',
          subjectId: login,
          reason: '调离',
        },
        after: { isActive: false },
      },
    });
    house.at('2027-01-31T01:00:00.000Z');
    expect((await remove()).left_staff).toBe(0);
    house.at('2027-01-31T01:00:00.001Z');
    expect((await remove()).left_staff).toBe(1);
  });
});

it('is for custodians, auditors and admins to read, and only custodians hold', async () => {
  const { id } = await house.db.prisma.complaint.findUniqueOrThrow({
    where: { id: await aDeclinedComplaint() },
  });
  const { trackingNumber } = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id } });
  const admin: Actor = { ...cast.auditor, roles: ['system_admin'] };
  const given = { trackingNumber, reason: '涉及行政诉讼' };
  for (const actor of [cast.clerk, cast.triage, cast.officer, cast.leader])
    expect(refusalOf(await readRetention(house, actor))).toBe('not_found');
  for (const actor of [cast.auditor, admin, cast.triage]) {
    expect(refusalOf(await placeHold(house, actor, given))).toBe('not_found');
    expect(refusalOf(await liftHold(house, actor, { complaintId: id, reason: '终结' }))).toBe('not_found');
  }
  expect(await placeHold(house, custodian(), { ...given, trackingNumber: 'BH-2026-0000' })).toMatchObject({
    fields: { trackingNumber: 'unknown_number' },
  });
  taken(await placeHold(house, custodian(), given));
  expect(taken(await readRetention(house, admin))).toMatchObject({ heldCases: 1, held: [], mayHold: false });
  expect(taken(await readRetention(house, cast.auditor)).held).toHaveLength(1);
});
