import { afterEach, beforeEach, expect, it } from 'vitest';
import { declineComplaint } from '../complaint/decline-complaint.ts';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { chooseNotices, chooseNoticesByToken, readNoticeChoice } from './choose-notices.ts';
import { optOutToken } from './opt-out-token.ts';
import { readDeliveryLog } from './read-delivery-log.ts';
import { drainMessages } from './testing/drain-notices.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

const told = async () =>
  (await house.db.prisma.message.findMany({ where: { channel: 'email' }, orderBy: { occasion: 'asc' } })).map(
    ({ template }) => template,
  );

async function aFiledComplaint() {
  const anyone = { kind: 'complainant', complaintId: '' } as const;
  const { complaintId } = taken(
    await submitComplaint(house, anyone, {
      ...{ channel: 'portal', complainantKind: 'citizen', openness: 'confidential' },
      ...{ title: '工商变更跑了四趟没办成', body: '经营范围变更材料交了四次。', name: '反映人甲' },
      ...{ email: 'jia@example.com', phone: '13800138000' },
    }),
  );
  return complaintId;
}

it('ends messages about progress by one click, not the receipt and not decisions', async () => {
  const complaintId = await aFiledComplaint();
  const token = optOutToken(house, complaintId);
  expect(taken(await readNoticeChoice(house, { token })).isOptedOut).toBe(false);
  taken(await chooseNoticesByToken(house, { token, isOptedOut: true }));
  expect(taken(await chooseNoticesByToken(house, { token, isOptedOut: 'true' })).isOptedOut).toBe(true);
  taken(
    await declineComplaint(house, cast.triage, {
      ...{ complaintId, reason: 'consultation', competentBody: '政务服务中心咨询台' },
      notice: '您反映的是业务咨询，请向政务服务中心咨询台咨询办理流程和所需材料。',
    }),
  );
  await drainMessages(house);
  expect(await told()).toEqual(['receipt', 'declined']);
});

it('sends nothing of progress until the complainant wants it again', async () => {
  const complaintId = await anAcceptedComplaint(house, cast, { email: 'jia@example.com' });
  const own = { kind: 'complainant', complaintId } as const;
  taken(await chooseNotices(house, own, { complaintId, isOptedOut: 'true' }));
  await drainMessages(house);
  expect(await told()).toEqual(['receipt']);
  expect(taken(await readDeliveryLog(house, own, { complaintId })).isOptedOut).toBe(true);
  expect(taken(await chooseNotices(house, own, { complaintId, isOptedOut: 'false' })).isOptedOut).toBe(false);
});

it('takes no token that is not ours, and no word from others', async () => {
  const complaintId = await aFiledComplaint();
  const token = optOutToken(house, complaintId);
  const turned = token.endsWith('A') ? `${token.slice(0, -2)}BB` : `${token.slice(0, -2)}AA`;
  for (const wrong of ['', 'x', turned, optOutToken(house, house.newId())])
    expect(await chooseNoticesByToken(house, { token: wrong, isOptedOut: true })).toMatchObject({
      ok: false,
    });
  const stranger = { kind: 'complainant', complaintId: house.newId() } as const;
  expect(await chooseNotices(house, stranger, { complaintId, isOptedOut: true })).toMatchObject({
    ok: false,
  });
  expect(await house.db.prisma.noticeOptOut.count()).toBe(0);
});

it('shows what was sent to the complainant, the window and triage, with masked addresses', async () => {
  const complaintId = await aFiledComplaint();
  await drainMessages(house);
  const own = { kind: 'complainant', complaintId } as const;
  for (const actor of [own, cast.clerk, cast.triage]) {
    const { lines } = taken(await readDeliveryLog(house, actor, { complaintId }));
    expect(lines.map(({ channel, recipient, status }) => [channel, recipient, status])).toEqual(
      expect.arrayContaining([
        ['email', 'j***@example.com', 'local'],
        ['sms', '138****8000', 'local'],
      ]),
    );
  }
  for (const actor of [
    cast.officer,
    cast.head,
    cast.inspector,
    { kind: 'complainant', complaintId: '' } as const,
  ])
    expect(await readDeliveryLog(house, actor, { complaintId })).toMatchObject({ ok: false });
});
