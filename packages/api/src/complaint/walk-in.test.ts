import { readContact } from '@bihuan/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { logWalkIn } from './log-walk-in.ts';
import { openTracking } from './open-tracking.ts';
import { reprintReceipt } from './reprint-receipt.ts';
import { supplementComplaint } from './supplement-complaint.ts';
import { dropTextModule, keepTextModule, listTextModules } from './text-modules.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const typed = {
  ...{ channel: 'walk_in', complainantKind: 'citizen', openness: 'confidential' },
  title: '公积金提取跑了三趟没办成',
  body: '窗口三次要求补不同的材料，始终没有出具一次性告知书。',
  ...{ name: '反映人甲', phone: '13800138000' },
};

describe('logWalkIn', () => {
  it('keeps who stands at the desk apart from the complainant, whose fields nobody overwrites', async () => {
    const representative = { name: '代办人乙', phone: '13900139000', relation: 'family' };
    const { complaintId } = taken(await logWalkIn(house, cast.clerk, { ...typed, representative }));
    taken(await supplementComplaint(house, cast.clerk, { complaintId, text: '家属又补充了一份材料。' }));
    expect(await readContact(house.db, complaintId, house.keyring)).toEqual({
      ...{ name: '反映人甲', phone: '13800138000', email: '', locale: 'zh-CN' },
      representative,
    });
    const row = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
    expect(row.loggedById).toBe(cast.clerk.staffId);
  });

  it('asks for the relation of whoever comes for another, and for nothing where all is empty', async () => {
    const nobody = { name: '', phone: '', relation: '' };
    taken(await logWalkIn(house, cast.clerk, { ...typed, representative: nobody }));
    const half = { ...nobody, name: '代办人乙' };
    expect(await logWalkIn(house, cast.clerk, { ...typed, representative: half })).toMatchObject({
      fields: { 'representative.relation': 'not_a_choice' },
    });
  });

  it('wants contact or an outright none, not both and not neither', async () => {
    const without = { ...typed, phone: '' };
    expect(await logWalkIn(house, cast.clerk, without)).toMatchObject({
      fields: { phone: 'contact_required' },
    });
    expect(await logWalkIn(house, cast.clerk, { ...typed, noContact: 'true' })).toMatchObject({
      fields: { noContact: 'contact_given' },
    });
    const { complaintId } = taken(await logWalkIn(house, cast.clerk, { ...without, noContact: 'true' }));
    const row = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
    expect(row.isReachable).toBe(false);
  });

  it('can reach the complainant through whoever came for them', async () => {
    const representative = { name: '代办人乙', phone: '13900139000', relation: 'agent' };
    const given = { ...typed, phone: '', representative };
    const { complaintId } = taken(await logWalkIn(house, cast.clerk, given));
    const row = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
    expect(row.isReachable).toBe(true);
  });

  it('settles an entry that was filed and cut off before it was settled, when it is sent again', async () => {
    const entry = { ...typed, once: 'cut-off-1' };
    const { complaintId } = taken(await logWalkIn(house, cast.clerk, entry));
    const said = {
      category: 'enterprise',
      complexity: 'simple',
      outcome: 'solved',
      text: '当场出具告知书。',
    };
    for (const isNew of [false, false]) {
      const again = await logWalkIn(house, cast.clerk, { ...entry, ...said, isSettled: 'true' });
      expect(taken(again)).toMatchObject({ complaintId, isNew });
      const row = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
      expect(row).toMatchObject({ status: 'settled_on_the_spot', version: 3 });
    }
  });

  it('makes one complaint of an entry sent twice, with the same receipt', async () => {
    const entry = { ...typed, once: 'queued-1' };
    const first = taken(await logWalkIn(house, cast.clerk, entry));
    const second = taken(await logWalkIn(house, cast.clerk, entry));
    expect(second).toMatchObject({
      isNew: false,
      trackingNumber: first.trackingNumber,
      queryCode: first.queryCode,
    });
  });
});

describe('reprintReceipt', () => {
  it('exchanges the code, ends the old one and tells who did it and why', async () => {
    const {
      complaintId,
      trackingNumber: number,
      queryCode,
    } = taken(await logWalkIn(house, cast.clerk, typed));
    const asked = { complaintId, isCodeRenewed: 'true', reason: '回执遗失' };
    const renewed = taken(await reprintReceipt(house, cast.clerk, asked)).queryCode ?? '';
    expect(renewed).not.toBe(queryCode);
    expect(refusalOf(await openTracking(house, '10.0.0.9', { number, code: queryCode }))).toBe('not_found');
    expect(taken(await openTracking(house, '10.0.0.9', { number, code: renewed }))).toMatchObject({
      complaintId,
    });
    const { staffId } = cast.clerk;
    expect(await house.db.prisma.reprint.findMany({ where: { complaintId } })).toMatchObject([
      { staffId, isCodeRenewed: true, reason: '回执遗失' },
    ]);
    expect(await house.db.prisma.contactLook.findMany({ where: { complaintId } })).toMatchObject([
      { staffId, reason: '回执遗失' },
    ]);
  });

  it('prints again without the code, and is for the window alone', async () => {
    const { complaintId } = taken(await logWalkIn(house, cast.clerk, typed));
    const asked = { complaintId, reason: '纸张卡住' };
    expect(taken(await reprintReceipt(house, cast.clerk, asked)).queryCode).toBeNull();
    for (const actor of [cast.triage, cast.officer, cast.inspector])
      expect(refusalOf(await reprintReceipt(house, actor, asked))).toBe('not_found');
  });
});

describe('text modules', () => {
  it('are kept by code, changed and taken away by the office', async () => {
    taken(await keepTextModule(house, cast.clerk, { code: 'ZZ', text: '请反映人补充房产证复印件。' }));
    taken(await keepTextModule(house, cast.triage, { code: 'zz', text: '请反映人补充营业执照复印件。' }));
    const listed = taken(await listTextModules(house, cast.clerk));
    expect(listed.filter(({ code }) => code === 'zz')).toEqual([
      { code: 'zz', text: '请反映人补充营业执照复印件。' },
    ]);
    taken(await dropTextModule(house, cast.clerk, { code: 'zz' }));
    expect(taken(await listTextModules(house, cast.clerk)).map(({ code }) => code)).not.toContain('zz');
    expect(await keepTextModule(house, cast.clerk, { code: 'a b', text: '有空格的代码不行' })).toMatchObject({
      fields: { code: 'malformed' },
    });
    expect(refusalOf(await keepTextModule(house, cast.officer, { code: 'x', text: '不是窗口' }))).toBe(
      'not_found',
    );
  });
});
