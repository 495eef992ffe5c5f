import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ratingToken } from '../complaint/rating-review/rating-token.ts';
import { settleOnTheSpot } from '../complaint/settle-on-the-spot.ts';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { listMessages } from './list-messages.ts';
import { maskRecipient } from './mask-recipient.ts';
import { openMessage } from './open-message.ts';
import { drainMessages } from './testing/drain-notices.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  for (let minute = 0; minute < 52; minute += 1) {
    house.at(`2026-10-12T01:${String(minute).padStart(2, '0')}:00.000Z`);
    const matter = {
      channel: 'portal',
      complainantKind: 'citizen',
      openness: 'confidential',
      name: '反映人甲',
    };
    const words = {
      title: '工商变更跑了四趟',
      body: '经营范围变更材料交了四次。',
      email: 'zhang.san@example.com',
    };
    const anyone = { kind: 'complainant', complaintId: '' } as const;
    taken(await submitComplaint(house, anyone, { ...matter, ...words }));
    await drainMessages(house);
  }
});
afterAll(() => house.drop());

describe('listMessages', () => {
  it('pages through them, newest first, with masked recipients', async () => {
    const first = taken(await listMessages(house, cast.triage, {}));
    expect(first.messages).toHaveLength(50);
    expect(first.messages[0]).toMatchObject({
      createdAt: '2026-10-12T01:51:00.000Z',
      recipient: 'z***@example.com',
      status: 'local',
    });
    const second = taken(await listMessages(house, cast.clerk, { after: first.next, status: 'local' }));
    expect(second.messages.map(({ createdAt }) => createdAt)).toEqual([
      '2026-10-12T01:01:00.000Z',
      '2026-10-12T01:00:00.000Z',
    ]);
    expect(second.next).toBeNull();
    expect(taken(await listMessages(house, cast.triage, { status: 'failed' })).messages).toEqual([]);
  });

  it('shows the text of one, still with a masked recipient', async () => {
    const { messages } = taken(await listMessages(house, cast.triage, {}));
    const opened = taken(await openMessage(house, cast.clerk, { messageId: messages[0]?.id }));
    expect(opened).toMatchObject({ recipient: 'z***@example.com', template: 'receipt' });
    expect(opened.body).toContain('我们已收到您反映的事项');
    // Whoever holds the link may end the mails.
    expect(opened.body).toContain('/notices/…（');
    expect(await openMessage(house, cast.clerk, { messageId: house.newId() })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });

  it('never shows the link that rates, so that nobody of the office rates for somebody', async () => {
    const { messages } = taken(await listMessages(house, cast.triage, {}));
    const complaintId = messages[0]?.complaintId ?? '';
    const settled = { complaintId, category: 'people-4', complexity: 'simple', outcome: 'explained' };
    const text = '已当面解释，材料齐全后可当日办理。';
    taken(await settleOnTheSpot(house, cast.triage, { ...settled, text }));
    await drainMessages(house);
    const all = taken(await listMessages(house, cast.triage, {})).messages;
    const answer = all.find((one) => one.complaintId === complaintId && one.template === 'settled');
    const opened = taken(await openMessage(house, cast.clerk, { messageId: answer?.id }));
    expect(opened.body).toContain('/rate?t=…');
    expect(opened.body).not.toContain(ratingToken(house, complaintId, 1));
  });

  it('shows who has no case that it was sent, not what it says', async () => {
    const admin = { ...cast.auditor, roles: ['system_admin'] as const };
    const { messages } = taken(await listMessages(house, admin, {}));
    expect(taken(await openMessage(house, admin, { messageId: messages[0]?.id })).body).toBeNull();
  });

  it('is closed to departments and auditors', async () => {
    for (const actor of [cast.head, cast.officer, cast.auditor, cast.inspector]) {
      expect(await listMessages(house, actor, {})).toMatchObject({ refusal: { code: 'not_found' } });
      const { messages } = taken(await listMessages(house, cast.triage, {}));
      expect(await openMessage(house, actor, { messageId: messages[0]?.id })).toMatchObject({
        refusal: { code: 'not_found' },
      });
    }
  });
});

it.each([
  ['email', 'z@example.com', 'z***@example.com'],
  ['email', '张三@例子.公司', '张***@例子.公司'],
  ['email', 'nonsense', '***'],
  ['sms', '+86 138 0013 8000', '861****8000'],
  ['app', '13800138000', '138****8000'],
  ['sms', '110', '****'],
] as const)('%s to %s is shown as %s', (channel, recipient, shown) => {
  expect(maskRecipient({ channel, recipient })).toBe(shown);
});
