import { chromium, type Page } from '@playwright/test';
import { openHouse } from '@bihuan/api';
import { localDateOf } from '@bihuan/api/domain';
import { loadItems } from '../load/load-items.ts';
import { DEMO_PASSWORD } from '../load/office.ts';
import { startAdmin } from '../product/app-process.ts';
import { openDemoDatabase } from '../product/demo-database.ts';
import { keep } from '../results.ts';

const ADMIN_PORT = 4528;
/** A browser that has handled an input paints within this time. */
const SETTLE_MS = 400;
/** In the page: notes the length of every task that is longer than 50 ms. */
const WATCH = `globalThis.longTasks = [];
new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map((entry) => entry.duration)))
  .observe({ type: 'longtask', buffered: true });`;

/** What a hand does at the list of items, once the list holds `items` of them: the longest task in the page for each, in milliseconds. */
export async function measureInput(rounds: number, items: number): Promise<void> {
  const database = await openDemoDatabase();
  const given = { databaseUrl: database.url, dataDir: database.dataDir, masterKey: database.masterKey };
  const house = openHouse({ databaseUrl: database.url, masterKey: database.masterKey });
  const departments = await house.db.prisma.department.findMany({ select: { id: true } });
  const today = localDateOf(house.now());
  await loadItems(
    database.url,
    departments.map(({ id }) => id),
    { from: 0, count: items, today },
  );
  await house.close();
  const admin = await startAdmin({ ...given, port: ADMIN_PORT });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
    await page.addInitScript(WATCH);
    await page.goto(`${admin.url}/sign-in`);
    await page.locator('input[name="login"]').fill('triage');
    await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
    await page.locator('input[name="password"]').press('Enter');
    await page.waitForURL(/inbox$/);
    const longest = new Map<string, number[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const { what, act } of ACTS) {
        const tasks = await tasksOf(page, () => act(page, admin.url));
        longest.set(what, [...(longest.get(what) ?? []), Math.max(0, ...tasks)]);
      }
    }
    const rows = [...longest].map(([what, tasks]) => ({
      what,
      rounds,
      'over 50 ms': tasks.filter((ms) => ms > 50).length,
      // The browser tells of tasks from 50 ms on.
      'longest ms': Math.round(Math.max(...tasks)) || '< 50',
    }));
    await keep('input', rows, `no task over 50 ms in a list of ${items}`);
  } finally {
    await browser.close();
    await admin.kill();
    await database.close();
  }
}

type Act = { readonly what: string; readonly act: (page: Page, admin: string) => Promise<unknown> };

const ACTS: readonly Act[] = [
  { what: 'open the list', act: (page, admin) => page.goto(`${admin}/supervision?status=any`) },
  { what: 'down the list by key, 20 rows', act: (page) => pressed(page, 'j', 20) },
  { what: 'choose a row', act: (page) => rowBoxes(page).nth(3).check() },
  { what: 'choose 20 rows', act: (page) => checked(page, 20) },
  { what: 'next page', act: (page) => page.locator('a[href*="after="]').last().click() },
  { what: 'more conditions and columns', act: (page) => page.getByText('更多条件和列').click() },
  { what: 'type words', act: (page) => typed(page) },
  { what: 'filter by them', act: (page) => page.getByRole('button', { name: '筛选' }).click() },
];

async function pressed(page: Page, key: string, times: number): Promise<void> {
  await page.locator('body').press('Escape');
  for (let nth = 0; nth < times; nth += 1) await page.keyboard.press(key);
}

async function checked(page: Page, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) await rowBoxes(page).nth(nth).check();
}

async function typed(page: Page): Promise<void> {
  await page.locator('input[name="text"]').first().pressSequentially('施工许可 现场核查');
}

function rowBoxes(page: Page) {
  return page.getByRole('checkbox', { name: /^选中 DB/ });
}

/** The lengths of the long tasks in the page from the beginning of `act` until it has come to rest. */
async function tasksOf(page: Page, act: () => Promise<unknown>): Promise<readonly number[]> {
  await page.evaluate('globalThis.longTasks.splice(0)');
  await act();
  await page.waitForLoadState('load');
  // Nothing tells that no further task comes; what comes later than this is not the input's.
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate<readonly number[]>('globalThis.longTasks');
}
