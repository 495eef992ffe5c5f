import { replayRows, verifyChains } from '@bihuan/db';
import type { StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readComplaint } from '../../complaint/read-complaint.ts';
import { trackComplaint } from '../../complaint/track-complaint.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { consentToAccess } from './consent-to-access.ts';
import { denyAccess } from './deny-access.ts';
import { grantIdentityAccess } from './grant-identity-access.ts';
import { listContactLooks } from './list-contact-looks.ts';
import { listIdentityAccess } from './list-identity-access.ts';
import { refuseIdentityAccess } from './refuse-identity-access.ts';
import { requestIdentityAccess } from './request-identity-access.ts';
import { revokeIdentityAccess } from './revoke-identity-access.ts';
import { viewIdentity } from './view-identity.ts';
import { withdrawConsent } from './withdraw-consent.ts';

let house: TestHouse;
let cast: Cast;
let custodian: StaffActor;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const id = house.newId();
  const { departmentId } = cast.auditor;
  const data = {
    id,
    login: 'custodian',
    name: '保管员',
    passwordHash: '',
    departmentId,
    createdAt: house.now(),
  };
  await house.db.prisma.staff.create({ data: { ...data, roles: ['custodian'] } });
  custodian = { kind: 'staff', staffId: id, departmentId, roles: ['custodian'] };
});
afterAll(() => house.drop());

const PERSON = { name: '欧阳反映', phone: '13712345678', email: 'planted@example.org' };
const REASON = '需约反映人到窗口补签字';

async function aCase(matter: object = {}) {
  const { complaintId, itemId } = await anAssignedItem(house, cast, { ...PERSON, ...matter });
  return { complaintId, itemId, person: { kind: 'complainant', complaintId } as const };
}

async function asked(complaintId: string, fields: readonly string[] = ['name', 'phone']): Promise<string> {
  const request = { complaintId, fields, reason: REASON };
  return taken(await requestIdentityAccess(house, cast.head, request)).accessId;
}

const look = (complaintId: string, actor: StaffActor = cast.officer) =>
  viewIdentity(house, actor, { complaintId, reason: '电话约时间' });
const looksOf = async (complaintId: string) =>
  taken(await trackComplaint(house, { kind: 'complainant', complaintId }, { complaintId })).looks;

describe('a grant', () => {
  it('opens what it names, to the department that asked, until its end, and each look is shown', async () => {
    const { complaintId } = await aCase();
    expect(refusalOf(await look(complaintId))).toBe('not_found');
    const accessId = await asked(complaintId);
    expect(refusalOf(await look(complaintId))).toBe('not_found');
    const grant = { accessId, fields: 'phone', untilOn: '2026-10-14', reason: '同意联系一次' };
    taken(await grantIdentityAccess(house, custodian, grant));
    expect(await looksOf(complaintId)).toEqual([]);
    house.at('2026-10-13T02:00:00.000Z');
    expect(taken(await look(complaintId))).toEqual({ name: '', phone: '13712345678', email: '' });
    expect(await looksOf(complaintId)).toEqual([
      {
        at: '2026-10-13T02:00:00.000Z',
        reason: '电话约时间',
        fields: ['phone'],
        unit: { name: '行政审批局', nameEn: 'D01' },
      },
    ]);
    for (const other of [cast.cooperatingOfficer, cast.strangerOfficer, custodian, cast.leader])
      expect(refusalOf(await look(complaintId, other))).toBe('not_found');
    house.at('2026-10-14T15:59:59.000Z');
    expect((await look(complaintId)).ok).toBe(true);
    house.at('2026-10-14T16:00:00.000Z');
    expect(refusalOf(await look(complaintId))).toBe('not_found');
    expect(await looksOf(complaintId)).toHaveLength(2);
    house.at('2026-10-12T01:00:00.000Z');
  });

  it('ends when it is revoked, and when the case leaves the department', async () => {
    const { complaintId, itemId } = await aCase();
    const accessId = await asked(complaintId);
    const grant = { accessId, fields: ['name', 'phone'], untilOn: '2026-10-14', reason: '同意' };
    taken(await grantIdentityAccess(house, custodian, grant));
    expect(
      refusalOf(
        await requestIdentityAccess(house, cast.officer, { complaintId, fields: 'name', reason: REASON }),
      ),
    ).toBe('access_already_asked');
    expect(taken(await look(complaintId)).name).toBe('欧阳反映');
    await house.db.prisma.participation.deleteMany({ where: { itemId, departmentId: cast.approvals } });
    await house.db.prisma.measureRow.deleteMany({ where: { itemId, departmentId: cast.approvals } });
    expect(refusalOf(await look(complaintId))).toBe('not_found');
    const other = await aCase();
    const second = await asked(other.complaintId);
    taken(await grantIdentityAccess(house, custodian, { ...grant, accessId: second }));
    taken(await revokeIdentityAccess(house, custodian, { accessId: second, reason: '事由已消失' }));
    expect(refusalOf(await look(other.complaintId))).toBe('not_found');
  });

  it('is the custodian’s alone to give', async () => {
    const { complaintId } = await aCase();
    const accessId = await asked(complaintId);
    const grant = { accessId, fields: ['name'], untilOn: '2026-10-14', reason: '同意' };
    const { triage, head, officer, leader, auditor, clerk, inspector } = cast;
    for (const actor of [triage, head, officer, leader, auditor, clerk, inspector]) {
      expect(refusalOf(await grantIdentityAccess(house, actor, grant))).toBe('not_found');
      expect(refusalOf(await refuseIdentityAccess(house, actor, { accessId, reason: '不予' }))).toBe(
        'not_found',
      );
    }
    expect(refusalOf(await grantIdentityAccess(house, custodian, { ...grant, untilOn: '2026-12-31' }))).toBe(
      'access_too_long',
    );
    expect(refusalOf(await grantIdentityAccess(house, custodian, { ...grant, fields: 'email' }))).toBe(
      'access_beyond_request',
    );
    taken(await refuseIdentityAccess(house, custodian, { accessId, reason: '可由窗口转达' }));
    expect(refusalOf(await look(complaintId))).toBe('not_found');
    const page = taken(await readComplaint(house, cast.head, { complaintId }));
    expect(page.identity).toMatchObject({
      open: [],
      mayAsk: true,
      requests: [{ status: 'refused', note: '可由窗口转达' }],
    });
  });
});

describe('a request', () => {
  it('is for departments that work on the case, with a reason, where somebody is known', async () => {
    const { complaintId } = await aCase();
    const request = { complaintId, fields: 'phone', reason: REASON };
    const { triage, strangerOfficer, inspector, leader, clerk, auditor } = cast;
    for (const actor of [triage, strangerOfficer, inspector, leader, clerk, auditor, custodian])
      expect(refusalOf(await requestIdentityAccess(house, actor, request))).toBe('not_found');
    expect(refusalOf(await requestIdentityAccess(house, cast.head, { ...request, reason: '想知道' }))).toBe(
      '{"ok":false,"kind":"bad_input","fields":{"reason":"too_short"}}',
    );
    const unrouted = await anAcceptedComplaint(house, cast);
    expect(
      refusalOf(await requestIdentityAccess(house, cast.head, { ...request, complaintId: unrouted })),
    ).toBe('not_found');
    const nobody = await aCase({ openness: 'anonymous', name: '', phone: '', email: '' });
    expect(
      refusalOf(
        await requestIdentityAccess(house, cast.head, { ...request, complaintId: nobody.complaintId }),
      ),
    ).toBe('no_contact_kept');
  });
});

describe('consent', () => {
  it('is asked of the complainant, given for what they choose, and taken back', async () => {
    const { complaintId, person } = await aCase();
    const accessId = await asked(complaintId);
    const stranger = { kind: 'complainant', complaintId: house.newId() } as const;
    expect(refusalOf(await consentToAccess(house, stranger, { accessId, fields: 'phone' }))).toBe(
      'not_found',
    );
    expect(refusalOf(await consentToAccess(house, cast.triage, { accessId, fields: 'phone' }))).toBe(
      'not_found',
    );
    const before = taken(await trackComplaint(house, person, { complaintId }));
    expect(before.accesses).toEqual([
      {
        id: accessId,
        at: '2026-10-12T01:00:00.000Z',
        department: { name: '行政审批局', nameEn: 'D01' },
        reason: REASON,
        status: 'requested',
        fields: ['name', 'phone'],
        untilOn: null,
        isOpen: false,
      },
    ]);
    taken(await consentToAccess(house, person, { accessId, fields: 'phone' }));
    expect(taken(await look(complaintId))).toEqual({ name: '', phone: '13712345678', email: '' });
    taken(await withdrawConsent(house, person, { accessId }));
    expect(refusalOf(await look(complaintId))).toBe('not_found');
    expect(await looksOf(complaintId)).toHaveLength(1);
  });

  it('that is denied leaves the custodian to decide', async () => {
    const { complaintId, person } = await aCase();
    const accessId = await asked(complaintId);
    taken(await denyAccess(house, person, { accessId }));
    expect(refusalOf(await look(complaintId))).toBe('not_found');
    const grant = { accessId, fields: ['phone'], untilOn: '2026-10-12', reason: '涉及安全' };
    taken(await grantIdentityAccess(house, custodian, grant));
    expect((await look(complaintId)).ok).toBe(true);
    expect(refusalOf(await withdrawConsent(house, person, { accessId }))).toBe('access_not_open');
  });
});

describe('the custodian’s lists', () => {
  it('show who asks and who looked, to custodian and auditor, and no case', async () => {
    const { complaintId } = await aCase({ title: '标题不给保管员看的事' });
    const accessId = await asked(complaintId);
    const grant = { accessId, fields: ['phone'], untilOn: '2026-10-12', reason: '同意' };
    taken(await grantIdentityAccess(house, custodian, grant));
    taken(await look(complaintId));
    for (const reader of [custodian, cast.auditor]) {
      const lists = taken(await listIdentityAccess(house, reader));
      expect(lists.running.some(({ id }) => id === accessId)).toBe(true);
      const log = taken(await listContactLooks(house, reader, { departmentId: cast.approvals }));
      expect(log.lines[0]).toMatchObject({ by: 'officer', reason: '电话约时间', isUnderGrant: true });
      const said = JSON.stringify([lists, log]);
      expect([...Object.values(PERSON), '标题不给保管员看'].filter((one) => said.includes(one))).toEqual([]);
    }
    for (const reader of [cast.triage, cast.head, cast.officer, cast.leader]) {
      expect(refusalOf(await listIdentityAccess(house, reader))).toBe('not_found');
      expect(refusalOf(await listContactLooks(house, reader, {}))).toBe('not_found');
    }
    const none = taken(await listContactLooks(house, custodian, { from: '2026-10-13', to: '2026-10-14' }));
    expect(none.lines.every(({ at }) => at >= '2026-10-12T16:00')).toBe(true);
    expect(taken(await listContactLooks(house, custodian, { number: 'BH-000000-AAAAAA-A' })).lines).toEqual(
      [],
    );
  });

  it('end a grant by themselves', async () => {
    house.at('2026-11-20T01:00:00.000Z');
    const lists = taken(await listIdentityAccess(house, custodian));
    expect(lists.running).toEqual([]);
    expect(lists.ended.some(({ status }) => status === 'granted')).toBe(true);
  });
});

describe('the history', () => {
  it('of looks cannot be changed, and that of requests folds to its rows in whole chains', async () => {
    await expect(house.db.prisma.contactLook.deleteMany({})).rejects.toThrow();
    await expect(house.db.prisma.contactLook.updateMany({ data: { reason: '' } })).rejects.toThrow();
    const replayed = await replayRows(house.db);
    expect(replayed.differences.filter(({ table }) => table === 'identity_access')).toEqual([]);
    expect((await verifyChains(house.db)).faults).toEqual([]);
    await house.db.prisma.identityAccess.updateMany({
      where: { status: 'refused' },
      data: { status: 'granted' },
    });
    expect((await replayRows(house.db)).differences).toContainEqual(
      expect.objectContaining({ table: 'identity_access', column: 'status', expected: 'refused' }),
    );
  });
});
