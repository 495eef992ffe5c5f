import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import type { Carriers } from './carrier.ts';
import { readDeliveryLog } from './read-delivery-log.ts';
import { resendMessage } from './resend-message.ts';
import { takeDeliveryStatus, takeResendReport, takeShortReport } from './take-bounce.ts';
import { drainMessages } from './testing/drain-notices.ts';

const SECRET = `whsec_${Buffer.from('secret of the webhook 0123456789').toString('base64')}`;

let house: TestHouse;
let cast: Cast;
let sent: string[];
let carriers: Carriers;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  sent = [];
  const carrier = (channel: string) => ({
    send: ({ occasion }: { occasion: string }) => {
      sent.push(`${channel} ${occasion}`);
      return Promise.resolve({
        providerId: channel === 'email' ? `<${sent.length}@zone>` : `sms-${sent.length}`,
      });
    },
  });
  carriers = { email: carrier('email'), sms: carrier('sms'), app: null };
});
afterEach(() => house.drop());

const told = { email: 'jia@example.com' };
const at = () => new Date();

function resendReport(data: object, { secret = SECRET, prefix = 'svix' } = {}) {
  const text = JSON.stringify(data);
  const now = at();
  const headers: Record<string, string> = {
    [`${prefix}-id`]: 'msg_1',
    [`${prefix}-timestamp`]: String(Math.floor(now.getTime() / 1000)),
    [`${prefix}-signature`]: new Webhook(secret).sign('msg_1', now, text),
  };
  return { text, header: (name: string) => headers[name] ?? null };
}

const statusOf = async (complaintId: string) =>
  taken(await readDeliveryLog(house, cast.triage, { complaintId })).lines.map(
    ({ template, channel, status }) => `${template} ${channel} ${status}`,
  );

describe('a bounce', () => {
  it('marks message and address, and the next mail there is kept and not sent', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, told);
    await drainMessages(house, carriers);
    const receipt = await house.db.prisma.message.findFirstOrThrow({
      where: { template: 'receipt', channel: 'email' },
    });
    const report = {
      type: 'email.bounced',
      data: { email_id: receipt.providerId, bounce: { type: 'Permanent' } },
    };
    expect(await takeResendReport(house, SECRET, resendReport(report))).toBe('noted');
    expect(await takeResendReport(house, SECRET, resendReport(report))).toBe('noted');
    expect(await statusOf(complaintId)).toContain('receipt email bounced');
    const second = await anAcceptedComplaint(house, cast, {
      ...told,
      title: '另一件事也没有办成',
      phone: '',
    });
    sent = [];
    await drainMessages(house, carriers);
    expect(sent).toEqual([]);
    expect(await statusOf(second)).toEqual(
      expect.arrayContaining(['receipt email failed', 'accepted email failed']),
    );
    const messages = await house.db.prisma.bouncedAddress.findMany();
    expect(JSON.stringify(messages)).not.toContain('jia@');
  });

  it('is forgotten once somebody sends again, so that the next mail goes out too', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, { ...told, phone: '' });
    await drainMessages(house, carriers);
    const receipt = await house.db.prisma.message.findFirstOrThrow({ where: { template: 'receipt' } });
    const report = { type: 'email.bounced', data: { email_id: receipt.providerId } };
    expect(await takeResendReport(house, SECRET, resendReport(report))).toBe('noted');
    const accepted = await house.db.prisma.message.findFirstOrThrow({ where: { template: 'accepted' } });
    taken(await resendMessage(house, cast.triage, { messageId: accepted.id }));
    expect(await house.db.prisma.bouncedAddress.count()).toBe(1);
    taken(await resendMessage(house, cast.triage, { messageId: receipt.id }));
    expect(await house.db.prisma.bouncedAddress.count()).toBe(0);
    const again = { ...told, title: '另一件事也没有办成', phone: '' };
    const second = await anAcceptedComplaint(house, cast, again);
    await drainMessages(house, carriers);
    expect(await statusOf(complaintId)).toContain('receipt email sent');
    expect(await statusOf(second)).toContain('receipt email sent');
  });

  it('is believed only with the right signature, and only where it is final and ours', async () => {
    await anAcceptedComplaint(house, cast, told);
    await drainMessages(house, carriers);
    const { providerId: email_id } = await house.db.prisma.message.findFirstOrThrow({
      where: { channel: 'email' },
    });
    const bounced = { type: 'email.bounced', data: { email_id } };
    const forged = `whsec_${Buffer.from('another secret entirely 012345').toString('base64')}`;
    expect(await takeResendReport(house, SECRET, resendReport(bounced, { secret: forged }))).toBe('refused');
    expect(await takeResendReport(house, SECRET, { text: '{}', header: () => null })).toBe('refused');
    const passing = { ...bounced, data: { email_id, bounce: { type: 'Transient' } } };
    expect(await takeResendReport(house, SECRET, resendReport(passing))).toBe('ignored');
    const delivered = { ...bounced, type: 'email.delivered' };
    expect(await takeResendReport(house, SECRET, resendReport(delivered))).toBe('ignored');
    const foreign = { ...bounced, data: { email_id: 'nobody' } };
    expect(await takeResendReport(house, SECRET, resendReport(foreign))).toBe('ignored');
    expect(await takeResendReport(house, SECRET, resendReport({ type: 7 }))).toBe('ignored');
    expect(await house.db.prisma.bouncedAddress.count()).toBe(0);
  });

  it('is read from what a mail server sends back', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, told);
    await drainMessages(house, carriers);
    const { providerId } = await house.db.prisma.message.findFirstOrThrow({
      where: { template: 'accepted', channel: 'email' },
    });
    const report = (action: string, status: string) => `From: MAILER-DAEMON@zone.example.cn
Message-ID: <dsn.1@zone.example.cn>
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; zone.example.cn

Final-Recipient: rfc822; jia@example.com
Action: ${action}
Status: ${status}

--x
Content-Type: text/rfc822-headers

Message-ID: ${providerId}
--x--`;
    expect(await takeDeliveryStatus(house, report('delayed', '4.4.1'))).toBe('ignored');
    expect(await takeDeliveryStatus(house, report('failed', '5.1.1').replaceAll('\n', '\r\n'))).toBe('noted');
    expect(await takeDeliveryStatus(house, 'hello')).toBe('ignored');
    expect(await statusOf(complaintId)).toContain('accepted email bounced');
    const { error } = await house.db.prisma.message.findFirstOrThrow({ where: { status: 'bounced' } });
    expect(error).toBe('smtp: 5.1.1');
  });

  it('of an SMS is reported with the secret of the provider', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    await drainMessages(house, carriers);
    const { providerId: id } = await house.db.prisma.message.findFirstOrThrow({ where: { channel: 'sms' } });
    const secret = 'a secret that both sides know';
    const text = JSON.stringify({ id, status: 'undeliverable' });
    const now = at();
    const headers: Record<string, string> = {
      'webhook-id': 'r1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret, { format: 'raw' }).sign('r1', now, text),
    };
    const report = { text, header: (name: string) => headers[name] ?? null };
    expect(await takeShortReport(house, 'another secret of theirs', report)).toBe('refused');
    expect(await takeShortReport(house, secret, report)).toBe('noted');
    expect(await statusOf(complaintId)).toContain('receipt sms bounced');
  });
});

it('sends again what was given up when somebody asks, once, and never what was sent', async () => {
  await anAcceptedComplaint(house, cast, told);
  await drainMessages(house);
  const message = await house.db.prisma.message.findFirstOrThrow({ where: { channel: 'email' } });
  expect(message.status).toBe('local');
  expect(await resendMessage(house, cast.officer, { messageId: message.id })).toMatchObject({ ok: false });
  for (let times = 0; times < 3; times += 1)
    taken(await resendMessage(house, cast.triage, { messageId: message.id }));
  await drainMessages(house, carriers);
  taken(await resendMessage(house, cast.triage, { messageId: message.id }));
  await drainMessages(house, carriers);
  expect(sent).toEqual([`email ${message.occasion}`]);
});
