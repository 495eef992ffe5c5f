import {
  expect,
  type Browser,
  type BrowserContext,
  type Cookie,
  type Locator,
  type Page,
} from '@playwright/test';
import { ADMIN_URL } from './addresses.ts';
import { FormWindow } from './form-window.ts';

export const PASSWORD = 'bihuan-demo-2026';

/** Sessions that were begun, by account: who is signed in already need not be again. */
const sessions = new Map<string, Cookie[]>();

/** Windows of an account share a context as long as the browser runs: a new one fetches and compiles everything anew. */
const contexts = new Map<string, BrowserContext>();

/** A window signed in as one of the demo accounts, with no page in it yet. */
export async function signIn(browser: Browser, login: string): Promise<Page> {
  const kept = contexts.get(login);
  if (kept === undefined) {
    const page = await signInAfresh(browser, login);
    contexts.set(login, page.context());
    page.context().on('close', () => contexts.delete(login));
    return page;
  }
  if (kept.pages().length === 0) {
    await kept.clearCookies();
    await kept.addCookies(await cookiesOf(login));
  }
  return kept.newPage();
}

/** The same in a window that has fetched nothing yet. */
export async function signInAfresh(browser: Browser, login: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await context.addCookies(await cookiesOf(login));
  return context.newPage();
}

/** Closes whatever windows are open, and empties what they kept on the device. */
export async function closeWindows(browser: Browser): Promise<void> {
  const kept = new Set(contexts.values());
  const closed = browser.contexts().map((context) => (kept.has(context) ? empty(context) : context.close()));
  await Promise.all(closed);
}

async function empty(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const storageTypes = 'indexeddb,local_storage,cache_storage,service_workers';
  await session.send('Storage.clearDataForOrigin', { origin: ADMIN_URL, storageTypes });
  await Promise.all(context.pages().map((one) => one.close()));
}

/** The cookies of somebody who is signed in as one of the demo accounts. */
export async function cookiesOf(login: string): Promise<Cookie[]> {
  const known = sessions.get(login);
  if (known !== undefined) return known;
  const window = await FormWindow.open(`${ADMIN_URL}/sign-in`);
  await window.send('登录', { 账号: login, 密码: PASSWORD });
  expect(window.heading()).not.toBe('登录');
  const cookies = await window.cookies();
  sessions.set(login, cookies);
  return cookies;
}

/** Opens the complaint or item that a number names, through the search of the office. */
export async function openByNumber(page: Page, number: string): Promise<void> {
  await page.goto(`${ADMIN_URL}/search?q=${encodeURIComponent(number)}`);
  const found = page.getByRole('link').filter({ hasText: number }).first();
  if (await found.isVisible()) {
    await found.click();
    await page.waitForURL((url) => url.pathname !== '/search');
  }
  await expect(page.getByText(number).first()).toBeVisible();
}

/** A window of the system admin, on the page of the person with this account. */
export async function openPerson(browser: Browser, login: string): Promise<Page> {
  const admin = await signIn(browser, 'admin');
  await admin.goto(`${ADMIN_URL}/people?department=`);
  await admin
    .getByRole('row')
    .filter({ has: admin.getByRole('cell', { name: login, exact: true }) })
    .getByRole('link')
    .click();
  return admin;
}

/** Unfolds one of the next steps and returns it. */
export async function step(page: Page, id: string): Promise<Locator> {
  const details = page.locator(`details[id="${id}"]`);
  await expect(details).toBeVisible();
  await expect(async () => {
    if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
    expect(await details.getAttribute('open')).not.toBeNull();
  }).toPass({ timeout: 10_000 });
  return details;
}

/** Presses the key of a step until it unfolds, and returns it. */
export async function stepByKey(page: Page, key: string, id: string): Promise<Locator> {
  const details = page.locator(`details[id="${id}"]`);
  await expect(details).toBeVisible();
  // A key pressed before the page has come to life is lost.
  await expect(async () => {
    if ((await details.getAttribute('open')) === null) await page.keyboard.press(key);
    expect(await details.getAttribute('open')).not.toBeNull();
  }).toPass({ timeout: 10_000 });
  return details;
}

/** Sends the form of an unfolded step and waits until the page has become what it is after that. */
export async function send(details: Locator, button: string): Promise<void> {
  const page = details.page();
  const answered = page.waitForResponse((response) => {
    return response.request().method() === 'POST' && new URL(response.url()).search.startsWith('?/');
  });
  const isElsewhere = page.waitForEvent('domcontentloaded').catch(() => null);
  await details.getByRole('button', { name: button, exact: true }).click();
  const answer = await answered;
  expect(answer.status()).toBeLessThan(400);
  // The answer is there before the page shows it: a refusal would go unseen.
  if (answer.request().isNavigationRequest()) await isElsewhere;
  await expect(page.locator('form[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveText([]);
}
