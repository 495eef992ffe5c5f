import type { StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFromPortal } from '../../complaint/draft/file-from-portal.ts';
import { verifyAudit } from '../../operations/verify-audit.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { banAddress } from './ban-address.ts';
import { readOwnBan } from './ban-of.ts';
import { forgetOrigins } from './forget-origins.ts';
import { liftBan } from './lift-ban.ts';
import { listAddressBans } from './list-address-bans.ts';
import { nameWindowPhone } from './window-phone.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.triage, roles: ['system_admin'] };
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const matter = {
  ...{ complainantKind: 'citizen', openness: 'anonymous' },
  ...{ title: '代办证照请加好友', body: '专业代办各类证照，价格优惠，欢迎来电咨询。' },
};
const SPAM = '203.0.113.7';
const file = (address: string, once: string) => fileFromPortal(house, ANYONE, address, { ...matter, once });
const reason = '同一网络地址反复提交广告';

describe('a ban of an address', () => {
  it('is for system admins, read by auditors, and needs a telephone to call first', async () => {
    const { trackingNumber } = taken(await file(SPAM, 'ad-1'));
    const asked = { trackingNumber, reason, until: '2026-10-19' };
    for (const actor of [cast.triage, cast.clerk, cast.leader, cast.auditor, cast.officer])
      expect(await banAddress(house, actor, asked)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await banAddress(house, admin, asked)).toMatchObject({ refusal: { code: 'no_window_phone' } });
    expect(await nameWindowPhone(house, cast.triage, { phone: '0591-8888' })).toMatchObject({ ok: false });
    expect(await nameWindowPhone(house, admin, { phone: '打这里' })).toMatchObject({
      fields: { phone: 'phone_malformed' },
    });
    taken(await nameWindowPhone(house, admin, { phone: '0591-8888 1234' }));
    expect(await listAddressBans(house, cast.triage)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await listAddressBans(house, cast.auditor)).toMatchObject({
      ok: true,
      value: { mayDecide: false },
    });
  });

  it('names no address, and needs a reason and a last day within thirty days', async () => {
    const { origins } = taken(await listAddressBans(house, admin));
    expect(origins).toMatchObject([{ filings: 1, isBanned: false }]);
    expect(JSON.stringify(origins)).not.toContain(SPAM);
    const origin = origins[0]?.origin;
    expect(await banAddress(house, admin, { origin, reason: '', until: '明天' })).toMatchObject({
      fields: { reason: 'required', until: 'not_a_date' },
    });
    expect(await banAddress(house, admin, { reason, until: '2026-10-19' })).toMatchObject({
      fields: { trackingNumber: 'required' },
    });
    expect(await banAddress(house, admin, { origin, reason, until: '2026-11-12' })).toMatchObject({
      refusal: { code: 'ban_too_long', data: { most: 30 } },
    });
    const walkIn = { trackingNumber: 'BH-260101-000000-0', reason, until: '2026-10-19' };
    expect(await banAddress(house, admin, walkIn)).toMatchObject({ refusal: { code: 'origin_unknown' } });
  });

  it('lets the portal take nothing from there, says why, until when and whom to call, and leaves others alone', async () => {
    const { origins } = taken(await listAddressBans(house, admin));
    const asked = { origin: origins[0]?.origin, reason, until: '2026-10-19' };
    taken(await banAddress(house, admin, asked));
    expect(await banAddress(house, admin, asked)).toMatchObject({
      refusal: { code: 'address_banned_already' },
    });
    const data = { reason, until: '2026-10-19', phone: '0591-8888 1234' };
    expect(await file(SPAM, 'ad-2')).toMatchObject({ refusal: { code: 'address_banned', data } });
    expect(await readOwnBan(house, SPAM)).toEqual(data);
    expect(await readOwnBan(house, '203.0.113.8')).toBeNull();
    expect(await file('203.0.113.8', 'neighbour')).toMatchObject({ ok: true });
    expect(await file(SPAM, 'ad-1')).toMatchObject({ ok: true, value: { isNew: false } });
  });

  it('is lifted with a reason, takes effect at once, and stays on record with who did what and why', async () => {
    const [running] = taken(await listAddressBans(house, admin)).bans;
    const lift = { banId: running?.id, reason: '是大厅的公用网络' };
    expect(await liftBan(house, cast.auditor, lift)).toMatchObject({ refusal: { code: 'not_found' } });
    taken(await liftBan(house, admin, lift));
    expect(await liftBan(house, admin, lift)).toMatchObject({ refusal: { code: 'ban_over' } });
    expect(await file(SPAM, 'ad-3')).toMatchObject({ ok: true });
    expect(taken(await listAddressBans(house, cast.auditor)).bans).toMatchObject([
      {
        ...{ reason, until: '2026-10-19', isRunning: false, bannedBy: 'triage' },
        lifted: { by: 'triage', reason: '是大厅的公用网络' },
      },
    ]);
  });

  it('runs out by itself; a week later nobody knows any more which address it was', async () => {
    const { origins } = taken(await listAddressBans(house, admin));
    taken(await banAddress(house, admin, { origin: origins[0]?.origin, reason, until: '2026-10-13' }));
    house.at('2026-10-13T16:00:00.000Z');
    expect(await readOwnBan(house, SPAM)).toBeNull();
    house.at('2026-10-20T01:00:00.000Z');
    await forgetOrigins(house);
    const later = taken(await listAddressBans(house, admin));
    expect(later.origins).toEqual([]);
    expect(later.bans.filter(({ origin }) => origin === null)).toMatchObject([{ lifted: { by: 'triage' } }]);
    house.at('2026-10-21T01:00:00.000Z');
    await forgetOrigins(house);
    expect(taken(await listAddressBans(house, admin)).bans.map(({ origin }) => origin)).toEqual([null, null]);
    const { chains, replay } = await verifyAudit(house);
    expect([chains.faults, replay?.differences]).toEqual([[], []]);
  });
});
