import { expect, type Browser, type Cookie, type Locator, type Page } from '@playwright/test';
import { ADMIN_URL } from './addresses.ts';

export const PASSWORD = 'bihuan-demo-2026';

/** Sessions that were begun, by account: who is signed in already need not be again. */
const sessions = new Map<string, Cookie[]>();

/** A browser of its own, signed in as one of the demo accounts. */
export async function signIn(browser: Browser, login: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const session = sessions.get(login);
  if (session === undefined) {
    await page.goto(`${ADMIN_URL}/sign-in`);
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  } else {
    await context.addCookies(session);
    await page.goto(ADMIN_URL);
  }
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  if (session === undefined) sessions.set(login, await context.cookies());
  return page;
}

/** Something to be done on each page that is come to, such as asking axe. */
export type Look = (page: Page) => Promise<void>;
export const passBy: Look = () => Promise.resolve();

/** Opens the complaint or item that a number names, through the search of the office. */
export async function openByNumber(page: Page, number: string, look: Look = passBy): Promise<void> {
  await page.goto(`${ADMIN_URL}/search?q=${encodeURIComponent(number)}`);
  const found = page.getByRole('link').filter({ hasText: number }).first();
  if (await found.isVisible()) await found.click();
  await expect(page.getByText(number).first()).toBeVisible();
  await look(page);
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
