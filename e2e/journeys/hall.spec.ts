import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { signIn } from '../staff.ts';

test('a clerk logs a walk-in by keyboard alone, with the network and without', async ({ browser }) => {
  const page = await signIn(browser, 'clerk');
  await page.addInitScript(() => (window.print = () => document.body.setAttribute('data-printed', '')));
  await page.goto(`${ADMIN_URL}/walk-in`);
  await expectAccessible(page);

  const began = Date.now();
  await typeEntry(page, '退税申请交了三次都没受理', '199 0000 0101');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '受理回执' }).first()).toBeVisible();
  console.log(`walk-in by keyboard: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  await expect(page.getByText(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/).first()).toBeVisible();
  await expect(page.locator('body[data-printed]')).toBeAttached();
  await expectAccessible(page);

  await page.goto(`${ADMIN_URL}/walk-in`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => caches.match('/walk-in')));
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/walk-in')) !== undefined))
    .toBe(true);
  await page.context().setOffline(true);
  await page.reload();
  // Chromium 150 does not tell a page that was loaded anew; a browser of people does.
  for (const isOffline of [false, true]) await page.context().setOffline(isOffline);
  await expect(page.getByText('网络已断开')).toBeVisible();
  await typeEntry(page, '断网时登记的用电报装', '199 0000 0102');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('等待发送：1件')).toBeVisible();
  await expect(page.getByLabel('电话', { exact: true })).toBeFocused();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText('断网时登记的用电报装')).toBeVisible();

  await page.context().setOffline(false);
  await page.getByRole('link', { name: '断网时登记的用电报装' }).click();
  await expect(page.getByRole('heading', { name: '受理回执' }).first()).toBeVisible();
  await expect(page.getByText('断网时登记的用电报装')).toBeVisible();

  // The visitor comes back another day and has lost the slip.
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/;
  await page.getByRole('link', { name: '查看诉求' }).click();
  await page.getByRole('link', { name: '回执与联系方式' }).click();
  await expect(page.getByText(code)).toHaveCount(0);
  await page.getByText('补打回执', { exact: true }).click();
  await page.getByLabel('补打原因').fill('来访人遗失原回执，已核对身份证件');
  await page.getByLabel('更换查询码').check();
  await page.getByRole('button', { name: '补打', exact: true }).click();
  await expect(page.getByText(code).first()).toBeVisible();
  await page.close();
});

test('a draft that is being kept while its entry is filed does not greet the next visitor', async ({
  browser,
}) => {
  const page = await signIn(browser, 'clerk');
  await page.addInitScript(() => {
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    // One for all: who types slowly has been kept more than once, one after the other.
    const goneOn = new Promise((resolve) => addEventListener('go-on', resolve, { once: true }));
    crypto.subtle.encrypt = async (...given) => {
      const { dataset } = document.documentElement;
      dataset['sealing'] = '';
      await goneOn;
      const sealed = await encrypt(...given);
      dataset['sealed'] = '';
      return sealed;
    };
  });
  await page.goto(`${ADMIN_URL}/walk-in`, { waitUntil: 'networkidle' });
  await typeEntry(page, '登记还在保存时就提交的事', '199 0000 0104');
  await expect(page.locator('html[data-sealing]')).toBeAttached();
  const filed = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.keyboard.press('Control+Enter');
  await (await filed).finished();
  await page.evaluate(() => dispatchEvent(new Event('go-on')));
  await expect(page.locator('html[data-sealed]')).toBeAttached();
  await expect(page.getByRole('heading', { name: '受理回执' }).first()).toBeVisible();
  await page.goto(`${ADMIN_URL}/walk-in`, { waitUntil: 'networkidle' });
  await expect(page.getByLabel('电话', { exact: true })).toBeFocused();
  await expect(page.locator('[name="title"]')).toHaveValue('');
  await page.close();
});

/** Tab, Enter and letters only; the pointer is not used. */
async function typeEntry(page: Page, title: string, phone: string): Promise<void> {
  const { keyboard } = page;
  await expect(page.getByLabel('电话', { exact: true })).toBeFocused();
  await keyboard.insertText(phone);
  await keyboard.press('Enter');
  await keyboard.insertText('反映人乙');
  await focusByTab(page, 'title');
  await keyboard.insertText(title);
  await keyboard.press('Enter');
  await keyboard.insertText('每次到窗口都说材料还差一项。');
  await keyboard.type('/bc ');
  await expect(page.getByLabel('事情经过')).toHaveValue(/未出具一次性告知书。$/);
  await focusByTab(page, 'tried.desk');
  await keyboard.insertText('3号综合窗口');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: '取号排队' })).toBeChecked();
}

async function focusByTab(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 30; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === name) return;
  }
  throw new Error(`no field named ${name}`);
}
