import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { openHouse } from '@bihuan/api';
import { fileAtPortal } from '../load/file-at-portal.ts';
import { signIn } from '../load/office.ts';
import { rawRequest } from '../load/raw-request.ts';
import { startAdmin, startPortal, type RunningProcess } from '../product/app-process.ts';
import { memoryOf } from '../product/process-use.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { settleClerks } from './settle-clerks.ts';

const PORTAL_PORT = 4700;
const ADMIN_PORT = 4701;
const MB = 1024 * 1024;
/** How much more memory an app may hold after all of them than before. */
const MOST_MORE_MB = 150;
const MOST_MS = 5000;
const ENCODED = 'application/x-www-form-urlencoded';

type Post = {
  readonly what: string;
  readonly head: string;
  readonly pieces?: Iterable<string | Buffer>;
  readonly cutAfter?: number;
  /** What may be answered; 0: nothing. */
  readonly lawful: readonly number[];
  /** Whether the answer has to be a page with a sentence for whoever sent it. */
  readonly isRead?: boolean;
};

/**
 * Requests larger, deeper, longer and more broken than any page sends, at the portal and at the office, signed in and not: each
 * is answered at once and never with a fault, memory stays bounded, and both go on answering.
 */
export async function drillBigForms(fields: number): Promise<boolean> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const house = openHouse({ databaseUrl: database.url, masterKey });
  const given = { databaseUrl: database.url, dataDir: database.dataDir, masterKey };
  const agent = new Agent({ keepAlive: true });
  const apps: RunningProcess[] = [];
  try {
    const portal = await startPortal({ ...given, port: PORTAL_PORT });
    apps.push(portal);
    const admin = await startAdmin({ ...given, port: ADMIN_PORT });
    apps.push(admin);
    const { logins, password } = await settleClerks(house, 1);
    const cookie = await signIn(admin.url, agent, logins[0] ?? '', password);
    await fileAtPortal(agent, portal.url);
    const places = [
      { place: 'portal', port: PORTAL_PORT, app: portal, path: '/complaints/new/check', cookie: '' },
      { place: 'office', port: ADMIN_PORT, app: admin, path: '/walk-in', cookie },
      { place: 'sign-in', port: ADMIN_PORT, app: admin, path: '/sign-in?/signIn', cookie: '' },
    ];
    const rows = [];
    for (const { place, port, app, path, cookie: signedIn } of places) {
      const before = (await memoryOf(app.pid)).now;
      for (const { what, head, pieces, cutAfter, lawful, isRead } of posts(port, path, signedIn, fields)) {
        const { status, text, milliseconds } = await rawRequest(port, head, pieces, {
          ...(cutAfter !== undefined && { cutAfter }),
        });
        const isClear = isRead !== true || /<h1[^>]*>[^<]*\p{Script=Han}{2}/u.test(text);
        const isTold = /\bat .*\.(?:m?js|ts):\d+/.test(text);
        const { most } = await memoryOf(app.pid);
        const isUp = app.isRunning() && (await fetch(`${app.url}/healthz`)).ok;
        const isKept =
          lawful.includes(status) &&
          isClear &&
          !isTold &&
          isUp &&
          (cutAfter !== undefined || milliseconds < MOST_MS);
        const row = { place, what, status, ms: milliseconds, 'MB more': most - before };
        rows.push({ ...row, verdict: isKept && row['MB more'] < MOST_MORE_MB ? 'kept' : 'MISSED' });
        console.log(JSON.stringify(rows.at(-1)));
      }
    }
    const isFiled = (await fileAtPortal(agent, portal.url)) !== null;
    await keep(
      'big-forms',
      rows,
      `never a fault, a sentence where a person reads it, < ${MOST_MS} ms, at most ${MOST_MORE_MB} MB more, filing afterwards (${isFiled ? 'yes' : 'no'})`,
    );
    return isFiled && rows.every(({ verdict }) => verdict === 'kept');
  } finally {
    agent.destroy();
    for (const app of apps) await app.kill();
    await house.close();
    await database.close();
  }
}

function posts(port: number, path: string, cookie: string, fields: number): readonly Post[] {
  const head = (more: string, method = 'POST', to = path) =>
    `${method} ${to} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nAccept: text/html\r\n${cookie && `Cookie: ${cookie}\r\n`}${more}\r\n`;
  const typed = (type: string, more: string) => head(`Content-Type: ${type}\r\n${more}\r\n`);
  const whole = (what: string, body: string): Post => ({
    ...{ what, head: typed(ENCODED, `Content-Length: ${Buffer.byteLength(body)}`), pieces: [body] },
    ...{ lawful: [200, 400, 413, 422], isRead: true },
  });
  const many = (name: (nth: number) => string) =>
    Array.from({ length: fields }, (_, nth) => `${name(nth)}=%E5%AD%97`).join('&');
  const huge = Math.ceil(fields / 100);
  const piece = 'a'.repeat(MB - 2);
  const large = { lawful: [413], isRead: true };
  const boundary = 'Content-Type: multipart/form-data; boundary=b';
  return [
    whole(
      `${fields} fields`,
      many((nth) => `f${nth}`),
    ),
    whole(
      `${fields} answers`,
      many((nth) => `answers.enterprise-q${nth}`),
    ),
    whole(
      `${fields} times one name`,
      many(() => 'title'),
    ),
    whole(`a list of ${fields * 5}`, 'a[]=&'.repeat(fields * 5)),
    whole(`a name ${fields * 5} deep`, `a${'.a'.repeat(fields * 5)}=1`),
    whole('a name that reaches for what all objects share', 'a.__proto__.then=1&__proto__.ok=1'),
    {
      what: `${huge} MB, said before`,
      head: typed(ENCODED, `Content-Length: ${huge * MB}`),
      pieces: repeated(piece, huge),
      ...large,
    },
    {
      what: `${huge} MB in pieces`,
      head: typed(ENCODED, 'Transfer-Encoding: chunked'),
      pieces: repeated(`${piece.length.toString(16)}\r\n${piece}\r\n`, huge),
      ...large,
    },
    {
      what: `a file of ${huge} MB`,
      head: head(`${boundary}\r\nContent-Length: ${huge * MB}\r\n`),
      pieces: repeated(
        `--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n${piece}\r\n`,
        huge,
      ),
      ...large,
    },
    {
      what: 'cut off',
      head: typed(ENCODED, 'Content-Length: 5000'),
      pieces: ['title=%E5'],
      cutAfter: 300,
      lawful: [0],
    },
    {
      what: 'a file cut off',
      head: head(`${boundary}\r\nContent-Length: 5000\r\n`),
      pieces: ['--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nabc'],
      cutAfter: 300,
      lawful: [0],
    },
    {
      what: 'a form that is none',
      head: head(`${boundary}\r\nContent-Length: 9\r\n`),
      pieces: ['nothing !'],
      lawful: [400, 413, 422],
      isRead: true,
    },
    { what: 'a header of 1 MB', head: head(`X-Long: ${'x'.repeat(MB)}\r\n`, 'GET'), lawful: [431, 0] },
    { what: 'an address of 1 MB', head: head('', 'GET', `/${'x'.repeat(MB)}`), lawful: [431, 414, 0] },
    { what: 'an address of 12 kB', head: head('', 'GET', `/${'x'.repeat(12_000)}`), lawful: [400, 404, 414] },
    { what: 'TRACE', head: head('', 'TRACE'), lawful: [400, 405, 501] },
    { what: 'a method that is none', head: head('', 'BREW'), lawful: [400, 405, 501] },
  ];
}

function* repeated(piece: string, times: number): Generator<Buffer> {
  const bytes = Buffer.from(piece);
  for (let nth = 0; nth < times; nth += 1) yield bytes;
}
