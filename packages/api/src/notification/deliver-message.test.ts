import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readMessage } from '@bihuan/db';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import type { Carriers } from './carrier.ts';
import { deliverMessage } from './deliver-message.ts';
import { openCarriers } from './open-carriers.ts';
import { drainNotices, NO_CARRIERS } from './testing/drain-notices.ts';

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const FROM = '反映窗口 <window@zone.example.cn>';
let house: TestHouse;
let closing: (() => Promise<unknown>)[] = [];
// Each test files a complaint of its own and delivers what was written for that. An address that is found not to work
// is not written to again, so that it is another one than the rest use.
beforeAll(async () => {
  house = { ...(await openTestHouse()), portalUrl: 'https://window.example.cn' };
});
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});
afterAll(() => house.drop());

/** Longer than any answer takes on a machine that is busy. */
const AMPLE_MS = 20_000;
/** Waited for in full where no answer comes. */
const SHORT_MS = 1000;

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
  await drainNotices(house);
  const occasion = `${complaintId}:1`;
  const { id: messageId } = await house.db.prisma.message.findUniqueOrThrow({ where: { occasion } });
  return { job: { messageId }, occasion, complaintId, trackingNumber };
}

const deliver = (email: Carriers['email'], job: unknown, isLastTry = false) =>
  deliverMessage(house, { ...NO_CARRIERS, email }, job, isLastTry);
const kept = (occasion: string) => readMessage(house.db, { occasion }, house.keyring);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const SILENCE: Answer = () => undefined;
type Received = { key: string; body: { to: string; subject: string; text: string } };

/** A server that speaks as Resend does: what it took, each key once, and the answers it gives in turn before it takes any. */
async function resendPeer(...answers: Answer[]) {
  const took: Received[] = [];
  const keys: string[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const key = String(request.headers['idempotency-key']);
      keys.push(key);
      const answer = answers.shift();
      if (answer) return answer(request, response);
      if (!took.some((one) => one.key === key))
        took.push({ key, body: JSON.parse(text) as Received['body'] });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"49a3999c"}');
    });
  });
  const baseUrl = `http://127.0.0.1:${await listen(server)}`;
  const settings = { resendApiKey: 're_test', resendBaseUrl: baseUrl, from: FROM };
  const { email: carrier } = openCarriers(settings, AMPLE_MS);
  const { email: hasty } = openCarriers(settings, SHORT_MS);
  return { carrier, hasty, took, keys };
}

/** A real SMTP server; `refuse` answers RCPT TO. */
async function smtpPeer(refuse?: { code: number; times: number }) {
  const took: { to: string; subject: string; text: string; messageId: string; optOut: string }[] = [];
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
          optOut:
            mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.replace(/^[^:]*:\s*/, '') ??
            '',
        });
        done();
      });
    },
  });
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
  });
  return { carrier: openCarriers({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM }, AMPLE_MS).email, took };
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
    const { job, occasion, trackingNumber } = await file('jia@example.com', 'en');
    expect(await deliver(null, job)).toEqual({ ok: true, value: 'local' });
    expect(await deliver(null, job)).toEqual({ ok: true, value: 'local' });
    const message = await kept(occasion);
    expect(message).toMatchObject({ status: 'local', recipient: 'jia@example.com', attempts: 0 });
    expect(message?.subject).toBe(`We have received your complaint (${trackingNumber})`);
    expect(message?.body).toContain(`https://window.example.cn/track?number=${trackingNumber}`);
    expect(message?.body).toContain('2026-10-13');
    const { rows } = await house.db.pool.query<{ row: string }>('SELECT message::text AS row FROM message');
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toMatch(/jia@example\.com|13800138000/);
    expect(rows[0]?.row).not.toContain(Buffer.from('jia@example.com').toString('hex'));
  });

  it('has nothing to send of a message that is gone', async () => {
    const gone = { messageId: house.newId() };
    expect(await deliver(null, gone)).toEqual({ ok: true, value: 'nothing_to_send' });
  });

  it('sends a job of nonsense back', async () => {
    expect(await deliver(null, { messageId: 'x' })).toMatchObject({ kind: 'bad_input' });
  });
});

describe('deliverMessage through Resend', () => {
  it('sends once, under the occasion as key, however often the job runs', async () => {
    const { carrier, took, keys } = await resendPeer();
    const { job, occasion, trackingNumber } = await file('jia@example.com');
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(keys).toEqual([occasion]);
    expect(took[0]?.body).toMatchObject({
      to: 'jia@example.com',
      subject: `已收到您的诉求（${trackingNumber}）`,
    });
    expect(await kept(occasion)).toMatchObject({
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
    ['nothing at all', SILENCE, 'resend: no answer'],
    ['a connection cut off', (request) => request.socket.destroy(), 'resend: no answer'],
  ])('tries again after %s, and then sends once', async (_, answer, error) => {
    const { carrier, hasty, took, keys } = await resendPeer(answer);
    const { job, occasion } = await file('jia@example.com');
    await expect(deliver(answer === SILENCE ? hasty : carrier, job)).rejects.toThrow(error);
    expect(await kept(occasion)).toMatchObject({ status: 'queued', attempts: 1, error });
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(keys).toEqual([occasion, occasion]);
    expect(took).toHaveLength(1);
    expect(await kept(occasion)).toMatchObject({ status: 'sent', attempts: 2, error: '' });
  });

  it('is not sent twice where Resend took it and only its answer was lost', async () => {
    const { carrier, took } = await resendPeer();
    const { job } = await file('jia@example.com');
    let isFirst = true;
    const lossy: Carriers['email'] = {
      send: async (mail) => {
        await carrier?.send(mail);
        if (isFirst) {
          isFirst = false;
          throw new Error('killed here');
        }
        return { providerId: 'x' };
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
    expect(await kept(first.occasion)).toMatchObject({
      status: 'failed',
      error: 'resend: 500 application_error',
    });
    expect(await deliver(carrier, second.job)).toEqual({ ok: true, value: 'failed' });
    expect(await kept(second.occasion)).toMatchObject({
      status: 'failed',
      error: 'resend: 422 validation_error',
    });
  });
});

describe('deliverMessage through SMTP', () => {
  it('sends with a Message-ID made of the occasion, and ends with one click', async () => {
    const { carrier, took } = await smtpPeer();
    const { job, complaintId, trackingNumber } = await file('jia@example.com');
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'sent' });
    expect(took).toMatchObject([
      {
        to: 'jia@example.com',
        subject: `已收到您的诉求（${trackingNumber}）`,
        messageId: `<${complaintId}.1@zone.example.cn>`,
      },
    ]);
    const [mail] = took;
    expect(mail?.text).toContain(`https://window.example.cn/track?number=${trackingNumber}`);
    const link = /https:\/\/window\.example\.cn\/notices\/[\w-]{43}/.exec(mail?.text ?? '')?.[0];
    expect(mail?.optOut).toBe(`<${link}>`);
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
    const { job, occasion } = await file('gone@example.com');
    expect(await deliver(carrier, job)).toEqual({ ok: true, value: 'failed' });
    expect(await kept(occasion)).toMatchObject({ status: 'failed', error: 'smtp: EENVELOPE 550' });
  });

  it('tells a server that is not there, and one that says nothing', async () => {
    const silent = createServer();
    const port = await listen(silent);
    const { job } = await file('jia@example.com');
    const { email: mute } = openCarriers({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM }, 200);
    await expect(deliver(mute, job)).rejects.toThrow(/^smtp: E[A-Z]+$/);
    const { email: absent } = openCarriers({ smtpUrl: 'smtp://127.0.0.1:1', from: FROM }, 200);
    await expect(deliver(absent, job)).rejects.toThrow(/^smtp: E[A-Z]+$/);
  });
});
