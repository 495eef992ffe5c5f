import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser, Page } from '@playwright/test';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import type { Receipt } from '../filing.ts';
import { expect, test } from '../journey.ts';
import { acceptAndRoute, logWalkIn } from '../lead-up.ts';
import { openByNumber, PASSWORD, send, signIn, step } from '../staff.ts';
import { openCase } from '../tracking.ts';

const NAME = '栗栽种';
const PHONE = '199 8765 9753';
const MARKERS = [NAME, '19987659753', '199****9753', '9753'];
const DEPARTMENT = '行政审批局';
const MOST_PAGES = 40;

/** Markers in what was said, however the digits are grouped. */
function leaksIn(text: string): readonly string[] {
  const plain = text.replaceAll(/[\s()（）-]/g, '');
  // The last four digits alone stand in random ids too; as a number of their own they do not.
  return MARKERS.filter((one) => (one === '9753' ? /(?<!\w)9753(?!\w)/.test(text) : plain.includes(one)));
}

test('nothing that tells who complained reaches a department, its mails, the exports or a log', async ({
  browser,
}) => {
  const receipt = await logWalkIn({
    ...{ title: '消防备案被要求重做两次', name: NAME, phone: PHONE },
    body: `备案材料被要求重做两次。我叫${NAME}，请打${PHONE}，或者19987659753。`,
  });
  const officer = await signIn(browser, 'officer');
  const host = `zone-${Date.now()}.example.cn`;
  await beMailedTo(officer, `officer@${host}`);
  const itemNumber = await acceptAndRoute(receipt.number, {
    lead: DEPARTMENT,
    measure: '核对备案要求，一次性告知',
  });
  await sayMore(browser, receipt);

  const heard = listen(officer);
  await openByNumber(officer, itemNumber);
  await send(await step(officer, 'do-sign'), '签收');
  for (const words of [NAME, '19987659753', PHONE]) await search(officer, words);
  await openByNumber(officer, receipt.number);
  const crawled = await crawl(officer);
  expect(crawled.length).toBeGreaterThan(12);
  const said = [...(await heard()), ...crawled];
  expect(said.some(({ text }) => text.includes(itemNumber))).toBe(true);
  // What was typed into the search stands in its own field and address; nothing may be found by it.
  const echoed = said.filter(({ where }) => !where.includes('/search?q='));
  expect(echoed.flatMap(({ where, text }) => leaksIn(text).map((leak) => `${where}: ${leak}`))).toEqual([]);
  await officer.close();

  await expectMailsClean(browser, host, itemNumber);
  await expectExportsClean(browser);
  await expectLogsClean();
  await expectWindowToBeShown(browser, receipt.number);
});

async function beMailedTo(page: Page, address: string): Promise<void> {
  await page.goto(`${ADMIN_URL}/notices/settings`);
  await page.getByLabel('工作邮箱').fill(address);
  await page.getByLabel('现在的密码').fill(PASSWORD);
  await page.getByRole('radio', { name: '随时发送' }).check();
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByRole('status').first()).toBeVisible();
}

/** The complainant writes their number once more, and urges, so that the department is told. */
async function sayMore(browser: Browser, receipt: Receipt): Promise<void> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await openCase(page, receipt);
  const more = page.locator('details[id="do-supplement"]');
  await more.locator('> summary').click();
  await more.getByRole('textbox').fill(`我是${NAME}，改打${PHONE}。`);
  await more.getByRole('button').click();
  await expect(page.getByRole('status')).toContainText('补充的情况已提交');
  await page.close();
}

async function search(page: Page, words: string): Promise<void> {
  await page.goto(`${ADMIN_URL}/search?q=${encodeURIComponent(words)}`);
  await expect(page.getByRole('main')).not.toContainText('消防备案被要求重做两次');
}

type Said = { readonly where: string; readonly text: string };

/** Every response the page gets from now on, with its headers. */
function listen(page: Page): () => Promise<readonly Said[]> {
  const pending: Promise<Said>[] = [];
  page.on('response', (response) => {
    const status = response.status();
    const body = status >= 300 && status < 400 ? Promise.resolve('') : response.text();
    pending.push(
      body
        .catch(() => '')
        .then((text) => ({
          where: response.url(),
          text: `${JSON.stringify(response.headers())}\n${text}`,
        })),
    );
  });
  return () => Promise.all(pending);
}

/** Whatever can be reached by links from the inbox of this person, as pages and as the data behind them. */
async function crawl(page: Page): Promise<readonly Said[]> {
  const { request } = page.context();
  const queue = [new URL('/inbox', ADMIN_URL).href, page.url()];
  const said: Said[] = [];
  const seen = new Set(queue);
  for (let url = queue.shift(); url !== undefined && said.length < MOST_PAGES; url = queue.shift()) {
    const response = await request.get(url);
    const text = await response.text();
    said.push({ where: url, text });
    for (const [, href = ''] of text.matchAll(/href="([^"#]+)"/g)) {
      const next = new URL(href.replaceAll('&amp;', '&'), url);
      const isOurs =
        next.origin === new URL(ADMIN_URL).origin && !/sign-out|_app|favicon/.test(next.pathname);
      if (!isOurs || seen.has(next.href)) continue;
      seen.add(next.href);
      queue.push(next.href);
    }
  }
  return said;
}

/** The mail of the assignment, and all the others of the last hour. */
async function expectMailsClean(browser: Browser, host: string, itemNumber: string): Promise<void> {
  const page = await signIn(browser, 'triage');
  const { request } = page.context();
  // Other journeys give work to the same department at the same time.
  await expect(async () => {
    const list = await (await request.get(`${ADMIN_URL}/outbox?status=local`)).text();
    const mails = await Promise.all(
      mailsIn(list).map(async (path) => (await request.get(new URL(path, ADMIN_URL).href)).text()),
    );
    expect(mails.some((mail) => mail.includes(`o***@${host}`) && mail.includes(itemNumber))).toBe(true);
  }).toPass({ timeout: 30_000 });
  const list = await (await request.get(`${ADMIN_URL}/outbox`)).text();
  const paths = mailsIn(list);
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths.slice(0, 20)) {
    const text = await (await request.get(new URL(path, ADMIN_URL).href)).text();
    expect(leaksIn(text).filter((leak) => leak === NAME || leak === '19987659753')).toEqual([]);
  }
  await page.close();
}

function mailsIn(list: string): readonly string[] {
  return [...new Set([...list.matchAll(/href="(\/outbox\/[0-9a-f-]{36})"/g)].map(([, path = '']) => path))];
}

/** What anybody may take away: scoreboard and requests of Open311. */
async function expectExportsClean(browser: Browser): Promise<void> {
  const { request, close } = await anonymous(browser);
  for (const path of [
    '/',
    '/scores',
    '/open311/v2/services.json',
    '/open311/v2/requests.json',
    '/developers',
  ])
    expect(leaksIn(await (await request.get(new URL(path, PORTAL_URL).href)).text())).toEqual([]);
  await close();
}

async function anonymous(browser: Browser) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  return { request: context.request, close: () => context.close() };
}

async function expectLogsClean(): Promise<void> {
  const folder = join(process.env['DATA_DIR'] ?? '', 'logs');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const logs = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  // They are the logs of this very run, and they do log.
  expect(logs.join('\n')).toContain('"path":"/track/case"');
  for (const log of logs) expect(leaksIn(log).filter((leak) => leak !== '9753')).toEqual([]);
}

/** The same search finds what the window is shown with a reason: it can find what is there. */
async function expectWindowToBeShown(browser: Browser, number: string): Promise<void> {
  const page = await signIn(browser, 'clerk');
  await openByNumber(page, number);
  await page.getByLabel('查看事由').fill('核对材料');
  await page.getByRole('button', { name: '查看联系方式' }).click();
  await expect(page.getByText('199 8765 9753').first()).toBeVisible();
  expect(leaksIn(await page.content())).toEqual(expect.arrayContaining([NAME, '19987659753']));
  await page.close();
}

/** The date in Shanghai, tomorrow. */
