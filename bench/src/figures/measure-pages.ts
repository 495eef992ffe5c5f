import { Agent } from 'node:http';
import { openHouse, submitComplaint } from '@bihuan/api';
import { signIn } from '../load/office.ts';
import { request } from '../load/request.ts';
import { weigh } from '../load/weigh.ts';
import { startAdmin, startPortal } from '../product/app-process.ts';
import { openDemoDatabase } from '../product/demo-database.ts';
import { keep } from '../results.ts';

const PORTAL_PORT = 4527;
const ADMIN_PORT = 4528;

const PORTAL_PAGES = [
  ...['/', '/complaints/new', '/complaints/resume'],
  ...['/complaints/together', '/track', '/track/case', '/track/messages', '/track/contact', '/track/files'],
  ...['/scores', '/bulletins', '/strike-offs', '/open-data', '/verify', '/help', '/status', '/developers'],
];
const OFFICE_PAGES: readonly (readonly [login: string, path: string])[] = [
  ...(['/inbox', '/triage', '/complaints', '/supervision', '/supervision/new', '/search'] as const).map(
    (path) => ['triage', path] as const,
  ),
  ...(['/no-answers', '/recurring', '/import', '/outbox', '/notices', '/burden', '/teams'] as const).map(
    (path) => ['triage', path] as const,
  ),
  ...(
    [
      '/appraisal',
      '/appraisal/periods',
      '/appraisal/adjustments',
      '/bulletins',
      '/cards',
      '/gaming',
      '/indicators',
    ] as const
  ).map((path) => ['appraisal', path] as const),
  ...(['/policies', '/policies/deadlines', '/policies/scoring'] as const).map(
    (path) => ['appraisal', path] as const,
  ),
  ...(['/overview', '/trends', '/trends/backlog', '/trends/annual'] as const).map(
    (path) => ['leader', path] as const,
  ),
  ...(['/people', '/calendar', '/categories', '/jobs', '/webhooks'] as const).map(
    (path) => ['admin', path] as const,
  ),
];

/** What pages weigh on the wire: of the portal the page with its styles, of the office the scripts of a first visit. */
export async function measurePages(folder: string | undefined): Promise<void> {
  const database = await openDemoDatabase(folder);
  const given = { databaseUrl: database.url, dataDir: database.dataDir, masterKey: database.masterKey };
  const fields = await fileOne(database.url, database.masterKey);
  const portal = await startPortal({ ...given, port: PORTAL_PORT });
  const admin = await startAdmin({ ...given, port: ADMIN_PORT });
  const agent = new Agent({ keepAlive: true });
  try {
    const opened = await request(agent, `${portal.url}/track`, {}, fields);
    const cookie = opened.cookies.map((one) => one.split(';')[0]).join('; ');
    const pages = [];
    for (const path of PORTAL_PAGES) pages.push(await portalPage(agent, portal.url, path, cookie));
    await keep('pages', pages, 'page and styles ≤ 25 kB, scripts ≤ 10 kB');
    const office = [];
    const cookies = new Map<string, string>();
    for (const [login, path] of [...OFFICE_PAGES, ...(await casePages(database.url, database.masterKey))]) {
      const session = cookies.get(login) ?? (await signIn(admin.url, agent, login));
      cookies.set(login, session);
      office.push(await officePage(agent, admin.url, path, session));
    }
    await keep(
      'office-pages',
      office.toSorted((a, b) => b['scripts kB'] - a['scripts kB']),
      'scripts ≤ 150 kB',
    );
  } finally {
    agent.destroy();
    await Promise.all([portal.kill(), admin.kill()]);
    await database.close();
  }
}

async function portalPage(agent: Agent, portal: string, path: string, cookie: string) {
  const page = await weigh(agent, portal + path, cookie);
  const styles = await weightOf(
    agent,
    portal,
    path,
    [...page.text.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
      ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '',
    ),
  );
  const scripts = await weightOf(
    agent,
    portal,
    path,
    [...page.text.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src),
  );
  return {
    ...{ page: path, status: page.status, 'page kB': kilobytes(page.bytes), 'styles kB': kilobytes(styles) },
    ...{ 'both kB': kilobytes(page.bytes + styles), 'scripts kB': kilobytes(scripts) },
  };
}

async function officePage(agent: Agent, admin: string, path: string, cookie: string) {
  const page = await weigh(agent, admin + path, cookie);
  const named = [...page.text.matchAll(/(?:href|src)="([^"]+\.js)"|import\("([^"]+\.js)"\)/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  const scripts = await closureOf(agent, admin + path, named);
  return {
    page: path.replaceAll(/[0-9a-f-]{36}/g, '…'),
    status: page.status,
    'page kB': kilobytes(page.bytes),
    'scripts kB': kilobytes(scripts),
  };
}

/** The weight of scripts with all that they import at once. */
async function closureOf(agent: Agent, page: string, named: readonly string[]): Promise<number> {
  const weights = new Map<string, number>();
  const visit = async (url: string): Promise<void> => {
    if (weights.has(url)) return;
    weights.set(url, 0);
    const { bytes, text } = await weigh(agent, url);
    weights.set(url, bytes);
    const imports = [...text.matchAll(/(?:from|import)\s*["']([^"']+\.js)["']/g)].map(
      ([, path = '']) => path,
    );
    for (const path of imports) await visit(new URL(path, url).href);
  };
  for (const path of named) await visit(new URL(path, page).href);
  return [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
}

async function weightOf(
  agent: Agent,
  origin: string,
  path: string,
  named: readonly string[],
): Promise<number> {
  let sum = 0;
  for (const url of new Set(named.map((one) => new URL(one, origin + path).href)))
    sum += (await weigh(agent, url)).bytes;
  return sum;
}

async function casePages(
  databaseUrl: string,
  masterKey: string,
): Promise<readonly (readonly [string, string])[]> {
  const house = openHouse({ databaseUrl, masterKey });
  const { rows } = await house.db.pool.query<{ path: string }>(
    `(SELECT '/complaints/' || id AS path FROM complaint WHERE item_id IS NOT NULL LIMIT 1)
UNION ALL (SELECT '/supervision/' || id FROM supervision_item WHERE status = 'advancing' LIMIT 1)`,
  );
  await house.close();
  return rows.map(({ path }) => ['triage', path] as const);
}

async function fileOne(databaseUrl: string, masterKey: string): Promise<{ number: string; code: string }> {
  const house = openHouse({ databaseUrl, masterKey });
  const filed = await submitComplaint(
    house,
    { kind: 'complainant', complaintId: '' },
    {
      ...{ channel: 'portal', complainantKind: 'citizen', openness: 'anonymous' },
      title: '经营范围变更跑了四趟没办成',
      body: '材料交了四次，每次要求补的都不一样，窗口也不出具一次性告知书。',
    },
  );
  await house.close();
  if (!filed.ok) throw new Error('filing was refused');
  return { number: filed.value.trackingNumber, code: filed.value.queryCode };
}

function kilobytes(bytes: number): number {
  return Number((bytes / 1000).toFixed(1));
}
