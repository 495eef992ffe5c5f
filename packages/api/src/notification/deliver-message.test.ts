import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readMessage } from '@bihuan/db';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import type { Carrier } from './carrier.ts';
import { deliverMessage, type Compose } from './deliver-message.ts';
import { openCarrier } from './open-carrier.ts';

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const FROM = '反映窗口 <window@zone.example.cn>';
const compose: Compose = (template, locale, facts) => ({
  subject: `${template} ${facts.trackingNumber}`,
  text: `${locale} ${facts.due?.date ?? ''} ${facts.trackingUrl}`,
});

let house: TestHouse;
let closing: (() => Promise<unknown>)[];
beforeEach(async () => {
  house = { ...(await openTestHouse()), portalUrl: 'https://window.example.cn' };
  closing = [];
});
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  await house.drop();
});

async function file(email: string, locale = 'zh-CN') {
  const matter = {
    channel: 'portal',
    complainantKind: 'citizen',
    openness: 'confidential',
    title: '工商变更跑了四趟没办成',
    body: '经营范围变更材料交了四次，每次要求补的都不一样。',
    name: '反映人甲',
    phone: '13800138000',
    email,
    locale,
  };
  const { complaintId, trackingNumber } = taken(await submitComplaint(house, ANYONE, matter));
  return { job: { complaintId, template: 'receipt', occasion: `${complaintId}:1` }, trackingNumber };
}

const deliver = (carrier: Carrier | null, job: unknown, isLastTry = false) =>
  deliverMessage(house, { carrier, compose }, job, isLastTry);
const kept = (occasion: string) => readMessage(house.db, { occasion }, house.keyring);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Taken = { key: string; body: { to: string; subject: string; text: string } };

/** A server that speaks as Resend does: what it took, each key once, and the answers it gives in turn before it takes any. */
async function resendPeer(...answers: Answer[]) {
  const took: Taken[] = [];
  const keys: string[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const key = String(request.headers['idempotency-key']);
      keys.push(key);
      const answer = answers.shift();
      if (answer) return answer(request, response);
      if (!took.some((one) => one.key === key)) took.push({ key, body: JSON.parse(text) as Taken['body'] });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"49a3999c"}');
    });
  });
  const baseUrl = `http://127.0.0.1:${await listen(server)}`;
  const carrier = openCarrier({ resendApiKey: 're_test', resendBaseUrl: baseUrl, from: FROM }, 300);
  return { carrier, took, keys };
}

/** A real SMTP server; `refuse` answers RCPT TO. */
async function smtpPeer(refuse?: { code: number; times: number }) {
  const took: { to: string; subject: string; text: string; messageId: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (address, _session, done) => {
      if (!refuse || refuse.times <= 0) return done();
      refuse.times -= 1;
      done(Object.assign(new Error(`no mailbox ${address.address} here`), { responseCode: refuse.code }));
    },
    onData: (stream, session, done) => {
      void simpleParser(stream).then((mail) => {
        const [to] = session.envelope.rcptTo;
        took.push({
          to: to?.address ?? '',
          subject: mail.subject ?? '',
          text: mail.text?.trim() ?? '',
          messageId: mail.messageId ?? '',
        });
        done();
      });
    },
  });
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
  });
  return { carrier: openCarrier({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM }, 500), took };
}

async function listen(server: Server): Promise<number> {
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}

describe('deliverMessage without a provider', () => {
  it('keeps the message in the outbox, recipient and text sealed, subject without anything private', async () => {
    const { job, trackingNumber } = await file('jia@example.com', 'en');
    expect(await deliver(null, job)).toEqual({ ok: true, value: 'local' });
    expect(await deliver(null, job)).toEqual({ ok: true, value: 'local' });
    expect(await kept(job.occasion)).toMatchObject({
      status: 'local',
      recipient: 'jia@example.com',
      subject: `receipt ${trackingNumber}`,
      body: `en 2026-10-13 https://window.example.cn/track?number=${trackingNumber}`,
      attempts: 0,
    });
    const { rows } = await house.db.pool.query<{ row: string }>('SELECT message::text AS row FROM message');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain('jia@example.com');
    expect(rows[0]?.row).not.toContain(Buffer.from('jia@example.com').toString('hex'));
  });

  it('writes nothing to somebody who left no e-mail address, nor of a case that is gone', async () => {
    const { job } = await file('');
    expect(await deliver(null, job)).toEqual({ ok: true, value: 'nothing_to_send' });
    const gone = house.newId();
    const other = { complaintId: gone, template: 'receipt', occasion: `${gone}:1` };
    expect(await deliver(null, other)).toEqual({ ok: true, value: 'nothing_to_send' });
    expect(await house.db.prisma.message.count()).toBe(0);
  });

  it('sends a job of nonsense back', async () => {
    expect(await deliver(null, { complaintId: 'x', template: 'spam' })).toMatchObject({ kind: 'bad_input' });
  });
});

describe('deliverMessage through Resend', () => {
  it('sends once, under the occasion as key, however often the job runs', async () => {
    const { carrier, took, keys } = await resendPeer();
    const { job, trackingNumber } = await file('jia@example.com');
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(keys).toEqual([job.occasion]);
    expect(took[0]?.body).toMatchObject({ to: 'jia@example.com', subject: `receipt ${trackingNumber}` });
    expect(await kept(job.occasion)).toMatchObject({
      status: 'sent',
      attempts: 1,
      sentAt: '2026-10-12T01:00:00.000Z',
    });
  });

  it('sends once when two workers hold the same job', async () => {
    const { carrier, keys } = await resendPeer();
    const { job } = await file('jia@example.com');
    const tries = await Promise.allSettled([deliver(carrier, job), deliver(carrier, job)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(keys).toHaveLength(1);
  });

  it.each<[string, Answer, string]>([
    [
      'an error of its own',
      (_, response) => response.writeHead(500).end('{"name":"application_error","statusCode":500}'),
      'resend: 500 application_error',
    ],
    [
      'too many requests',
      (_, response) => response.writeHead(429).end('{"name":"rate_limit_exceeded","statusCode":429}'),
      'resend: 429 rate_limit_exceeded',
    ],
    [
      'a page of HTML with status 200',
      (_, response) => response.writeHead(200).end('<html>welcome jia@example.com</html>'),
      'resend: no answer',
    ],
    ['null', (_, response) => response.writeHead(502).end('null'), 'resend: no answer'],
    [
      'an error of nonsense',
      (_, response) => response.writeHead(400).end('{"name":"jia@example.com","statusCode":"x"}'),
      'resend: no answer',
    ],
    ['nothing at all', () => undefined, 'resend: no answer'],
    ['a connection cut off', (request) => request.socket.destroy(), 'resend: no answer'],
  ])('tries again after %s, and then sends once', async (_, answer, error) => {
    const { carrier, took, keys } = await resendPeer(answer);
    const { job } = await file('jia@example.com');
    await expect(deliver(carrier, job)).rejects.toThrow(error);
    expect(await kept(job.occasion)).toMatchObject({ status: 'queued', attempts: 1, error });
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(keys).toEqual([job.occasion, job.occasion]);
    expect(took).toHaveLength(1);
    expect(await kept(job.occasion)).toMatchObject({ status: 'sent', attempts: 2, error: '' });
  });

  it('is not sent twice where Resend took it and only its answer was lost', async () => {
    const { carrier, took } = await resendPeer();
    const { job } = await file('jia@example.com');
    let isFirst = true;
    const lossy: Carrier = {
      send: async (mail) => {
        await carrier?.send(mail);
        if (isFirst) {
          isFirst = false;
          throw new Error('killed here');
        }
      },
    };
    await expect(deliver(lossy, job)).rejects.toThrow('killed here');
    expect(await deliver(lossy, job)).toEqual({ ok: true, value: 'sent' });
    expect(took).toHaveLength(1);
  });

  it('gives up on the last try, or at once where the address can never work', async () => {
    const down: Answer = (_, response) => response.writeHead(500).end('down');
    const never: Answer = (_, response) =>
      response.writeHead(422).end('{"name":"validation_error","statusCode":422}');
    const { carrier } = await resendPeer(down, never);
    const [first, second] = [await file('jia@example.com'), await file('yi@example.com')];
    expect(await deliver(carrier, first.job, true)).toEqual({ ok: true, value: 'failed' });
    expect(await kept(first.job.occasion)).toMatchObject({
      status: 'failed',
      error: 'resend: 500 application_error',
    });
    expect(await deliver(carrier, second.job)).toEqual({ ok: true, value: 'failed' });
    expect(await kept(second.job.occasion)).toMatchObject({
      status: 'failed',
      error: 'resend: 422 validation_error',
    });
  });
});

describe('deliverMessage through SMTP', () => {
  it('sends with a Message-ID made of the occasion', async () => {
    const { carrier, took } = await smtpPeer();
    const { job, trackingNumber } = await file('jia@example.com');
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(took).toEqual([
      {
        to: 'jia@example.com',
        subject: `receipt ${trackingNumber}`,
        text: `zh-CN 2026-10-13 https://window.example.cn/track?number=${trackingNumber}`,
        messageId: `<${job.complaintId}.1@zone.example.cn>`,
      },
    ]);
  });

  it('tries again after a passing refusal, without keeping the address the server quotes', async () => {
    const { carrier, took } = await smtpPeer({ code: 451, times: 1 });
    const { job } = await file('jia@example.com');
    await expect(deliver(carrier, job)).rejects.toThrow(/^smtp: EENVELOPE 451$/);
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(took).toHaveLength(1);
  });

  it('gives up at once where the mailbox does not exist', async () => {
    const { carrier } = await smtpPeer({ code: 550, times: 9 });
    const { job } = await file('jia@example.com');
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'failed' });
    expect(await kept(job.occasion)).toMatchObject({ status: 'failed', error: 'smtp: EENVELOPE 550' });
  });

  it('tells a server that is not there, and one that says nothing', async () => {
    const silent = createServer();
    const port = await listen(silent);
    const { job } = await file('jia@example.com');
    const mute = openCarrier({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM }, 200);
    await expect(deliver(mute, job)).rejects.toThrow(/^smtp: E[A-Z]+$/);
    const absent = openCarrier({ smtpUrl: 'smtp://127.0.0.1:1', from: FROM }, 200);
    await expect(deliver(absent, job)).rejects.toThrow(/^smtp: E[A-Z]+$/);
  });
});
