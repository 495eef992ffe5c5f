import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { openPerson, PASSWORD, send } from '../staff.ts';

/** An account that no other journey signs in with. */
const LOGIN = 'construction-officer-2';

test('a device is signed out from another one, and all of them by an admin who says why', async ({
  browser,
}) => {
  const [here, there] = [await onADevice(browser), await onADevice(browser)];
  await here.goto(`${ADMIN_URL}/account`);
  await expect(here.getByRole('cell', { name: '本机' })).toBeVisible();
  await expect(here.getByRole('cell', { name: /^(Headless )?Chrom.* · Linux$/ }).first()).toBeVisible();
  await expectAccessible(here);
  for (let left = await ends(here).count(); left > 0; left = await ends(here).count()) {
    await ends(here).first().click();
    await expect(here.getByText('该设备上的登录已退出。')).toBeVisible();
    await here.goto(`${ADMIN_URL}/account`);
  }
  await there.goto(`${ADMIN_URL}/inbox`);
  await expect(there.getByText('登录已过期')).toBeVisible();

  const admin = await openPerson(browser, LOGIN);
  const panel = admin.getByRole('region', { name: '退出此人的所有登录' });
  await panel.getByLabel('办理理由').fill('平板电脑遗失，本人来电');
  await expectAccessible(admin);
  await send(panel, '全部退出');
  await expect(admin.getByText('此人在所有设备上的登录已退出。')).toBeVisible();
  await expect(panel).toHaveCount(0);
  await here.goto(`${ADMIN_URL}/inbox`);
  await expect(here.getByText('登录已过期')).toBeVisible();
});

const ends = (page: Page) =>
  page.getByRole('button', { name: '退出', exact: true }).and(page.locator('td *'));

/** Signed in anew, in a window without anything of another one. */
async function onADevice(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(`${ADMIN_URL}/sign-in`);
  await page.getByLabel('账号').fill(LOGIN);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  return page;
}
