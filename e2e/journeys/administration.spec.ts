import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { signIn } from '../staff.ts';

const MARK = Date.now();
const MESSAGE = `本周六系统升级，8:00至12:00暂停网上提交（${MARK}）`;

test('an admin looks at the calendar, tells the public, and brings the configuration back from its file', async ({
  browser,
}) => {
  const admin = await signIn(browser, 'admin');
  await admin.goto(`${ADMIN_URL}/calendar?year=2026`);
  const october = admin.getByRole('table', { name: '10月' });
  await expect(october.getByRole('cell', { name: /^1\s+节假日 国庆节/ })).toBeVisible();
  await expect(october.getByRole('cell', { name: /^10\s+调休上班 国庆节/ })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByText('载入年度安排').click();
  await admin.getByRole('spinbutton', { name: '年度' }).fill('2028');
  await admin.getByLabel('依据文件').fill('试填，不保存');
  await admin
    .getByLabel('通知内容')
    .fill('一、元旦：1月1日（周六）至3日（周一）放假，共3天。1月8日（周六）上班。');
  await admin.getByRole('button', { name: '比对' }).click();
  await expect(admin.getByRole('heading', { name: '2028年：与现有安排的差异' })).toBeVisible();
  await expect(admin.getByRole('row', { name: /2028年1月8日.*调休上班 元旦/ })).toBeVisible();

  await admin.goto(`${ADMIN_URL}/site-messages`);
  await admin.getByText('发布公告', { exact: true }).click();
  await admin.getByLabel('内容', { exact: true }).fill(MESSAGE);
  await admin.getByLabel('英文内容').fill(`The site is down on Saturday morning (${MARK})`);
  await admin.getByRole('button', { name: '发布', exact: true }).click();
  const row = admin.getByRole('row').filter({ hasText: MESSAGE });
  await expect(row.getByText('显示中')).toBeVisible();
  await expectAccessible(admin);
  const visitor = await (await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })).newPage();
  await expect(async () => {
    await visitor.goto(`${PORTAL_URL}/open-data`);
    await expect(visitor.getByRole('complementary', { name: '公告' })).toContainText(MESSAGE, {
      timeout: 500,
    });
  }).toPass({ timeout: 20_000, intervals: [2000] });
  await row.getByRole('button', { name: '撤下' }).click();
  await expect(row.getByText('已撤下')).toBeVisible();

  await admin.goto(`${ADMIN_URL}/configuration`);
  const loading = admin.waitForEvent('download');
  await admin.getByRole('link', { name: '下载配置文件' }).click();
  const text = await readFile(await (await loading).path(), 'utf8');
  await admin.goto(`${ADMIN_URL}/categories?category=city-1`);
  await admin.getByText('改名或移动').click();
  const name = admin.getByLabel('名称', { exact: true }).first();
  const before = await name.inputValue();
  await name.fill(`试改名${MARK}`);
  await admin.getByLabel('理由').first().fill('试改，随后由配置文件恢复');
  await admin.getByRole('button', { name: '保存', exact: true }).first().click();
  await expect(admin.getByRole('link', { name: `试改名${MARK}` })).toBeVisible();
  await expectAccessible(admin);

  await admin.goto(`${ADMIN_URL}/configuration`);
  const choose = (content: string) =>
    admin
      .getByLabel('配置文件')
      .setInputFiles({ name: 'bihuan.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await choose(text.replace('"position"', '"Position"'));
  await admin.getByRole('button', { name: '比对' }).click();
  await expect(admin.getByRole('alert')).toContainText('签名不符');
  await choose(text);
  await admin.getByRole('button', { name: '比对' }).click();
  const difference = admin.getByRole('listitem').filter({ hasText: `试改名${MARK} →` });
  await expect(difference).toContainText(before);
  await expectAccessible(admin);
  await admin.getByLabel('理由').fill('恢复');
  await admin.getByRole('button', { name: '应用这些变更' }).click();
  await expect(admin.getByText('配置已应用')).toBeVisible();
  await admin.goto(`${ADMIN_URL}/categories?category=city-1`);
  await expect(admin.getByRole('heading', { name: before })).toBeVisible();

  await admin.goto(`${ADMIN_URL}/jobs`);
  await expect(admin.getByRole('row', { name: /时限巡检/ })).toBeVisible();
  await expectAccessible(admin);
});
