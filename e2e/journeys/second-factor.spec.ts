import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { openPerson, PASSWORD, send, signIn } from '../staff.ts';

/** An account that no other journey signs in with. */
const LOGIN = 'property-officer-2';

test('an app is set up, asked for at the next sign-in, replaced by a recovery code, and reset by an admin', async ({
  browser,
}) => {
  const own = await signIn(browser, LOGIN);
  await own.goto(`${ADMIN_URL}/account/second-factor`);
  await own.getByLabel('现在的密码').fill(PASSWORD);
  await own.getByRole('button', { name: '开始设置' }).click();
  const secret = (await own.locator('code').innerText()).replaceAll(' ', '');
  await expect(own.getByRole('img', { name: '验证器应用扫描用的二维码' })).toBeVisible();
  await expectAccessible(own);
  await own.getByLabel('6位验证码').fill('000000');
  await own.getByRole('button', { name: '确认启用' }).click();
  await expect(own.getByRole('alert')).toContainText('验证码不对');
  await own.getByLabel('6位验证码').fill(codeOf(secret));
  await own.getByRole('button', { name: '确认启用' }).click();
  const making = own.getByRole('region', { name: '恢复码' });
  await making.getByLabel('现在的密码').fill(PASSWORD);
  await making.getByRole('button', { name: '生成10个恢复码' }).click();
  await expect(own.getByText('以下恢复码只显示这一次')).toBeVisible();
  const codes = await own.getByRole('listitem').locator('code').allInnerTexts();
  expect(codes).toHaveLength(10);
  await expectAccessible(own);
  await own.close();

  const page = await withPassword(browser);
  await expectAccessible(page);
  // The password alone opens nothing.
  await page.goto(`${ADMIN_URL}/supervision`);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('heading', { name: '请输入验证码' })).toBeVisible();
  await page.getByLabel('验证码或恢复码').fill(codes[0] ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await page.close();

  const again = await withPassword(browser);
  await again.getByLabel('验证码或恢复码').fill(codes[0] ?? '');
  await again.getByRole('button', { name: '登录', exact: true }).click();
  await expect(again.getByRole('alert')).toContainText('验证码不对');
  // A code of the step that comes: the present one was taken when the app was set up.
  await again.getByLabel('验证码或恢复码').fill(codeOf(secret, 30));
  await again.getByRole('button', { name: '登录', exact: true }).click();
  await expect(again.getByRole('navigation', { name: '主导航' })).toBeVisible();

  const admin = await openPerson(browser, LOGIN);
  const reset = admin.getByRole('region', { name: '重置二次验证' });
  await reset.getByLabel('办理理由').fill('手机丢失，已当面核实本人身份');
  await send(reset, '重置二次验证');
  await expect(admin.getByText('已重置此人的二次验证')).toBeVisible();
  await again.reload();
  await expect(again).toHaveURL(/\/sign-in/);
});

/** A window in which the password was given. */
async function withPassword(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${ADMIN_URL}/sign-in`);
  await page.getByLabel('账号').fill(LOGIN);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '请输入验证码' })).toBeVisible();
  return page;
}

function codeOf(secret: string, inSeconds = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + inSeconds * 1000 });
}

test('a forgotten password is set anew by the link of a mail, and by nothing else', async ({ browser }) => {
  const login = 'inspector-4';
  const own = await signIn(browser, login);
  await own.goto(`${ADMIN_URL}/notices/settings`);
  await own.getByLabel('工作邮箱').fill('inspector-4@zone.example');
  await own.getByLabel('现在的密码').fill(PASSWORD);
  await own.getByRole('button', { name: '保存设置' }).click();
  await expect(own.getByRole('status').first()).toBeVisible();

  const page = await (await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })).newPage();
  await page.goto(`${ADMIN_URL}/sign-in`);
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.getByLabel('账号').fill(login);
  await page.getByRole('button', { name: '发送链接' }).click();
  await expect(page.getByRole('status')).toContainText('如果有这个账号');

  const admin = await signIn(browser, 'admin');
  const sent = admin.getByRole('link', { name: '重设登录密码' }).first();
  await expect(async () => {
    await admin.goto(`${ADMIN_URL}/outbox?status=local`);
    await expect(sent).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await sent.click();
  const mail = await admin.getByRole('region', { name: '正文' }).innerText();
  const link = /http\S+/.exec(mail)?.[0] ?? '';
  expect(new URL(link).origin).toBe(new URL(ADMIN_URL).origin);

  await page.goto(link);
  await page.getByLabel('新密码').fill('password123');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await expect(page.getByRole('alert')).toContainText('太常见');
  await page.getByLabel('新密码').fill('督查员丁新换的一句话');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await expect(page.getByText('新密码已保存，请登录')).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('status')).toContainText('链接已失效');
  await own.goto(`${ADMIN_URL}/inbox`);
  await expect(own).toHaveURL(/\/sign-in/);
});
