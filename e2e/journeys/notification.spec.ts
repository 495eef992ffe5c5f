import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';

const DEPARTMENT = '行政审批局';

test('a template is edited, previewed and tested; the test is in the outbox', async ({ browser }) => {
  const page = await signIn(browser, 'triage');
  await page.goto(`${ADMIN_URL}/notice-rules`);
  await expectAccessible(page);
  await page.getByRole('link', { name: '合并办理', exact: true }).click();
  await expect(page.getByRole('heading', { name: '通知对象与通道' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '反映人：短信和应用消息模板' }).click();
  const text = page.getByLabel('正文（中文）');
  await text.fill('您反映的事项（{number}）已合并，标题{title}');
  await page.getByRole('button', { name: '存为草稿' }).click();
  await expect(page.getByRole('alert')).toContainText('不能用涉及隐私的变量');
  await expectAccessible(page);
  await text.fill('您反映的事项（{number}）已并案办理，请查看：{track_url}');
  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.getByText('您反映的事项（BH-261012-7K3M9Q-4）已并案办理')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('测试收件地址').fill('13900001111');
  await page.getByRole('button', { name: '发送测试' }).click();
  await expect(page.getByText('测试已提交发送')).toBeVisible();
  await expect(page.getByText('139****1111')).toBeVisible();
  await expect(page.getByText('您反映的事项（BH-261012-7K3M9Q-4）已并案办理')).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

test('an officer is told of an assignment and opens it; the complainant stops the messages', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const portal = await context.newPage();
  const { number, code } = await file(portal);
  const itemNumber = await assign(browser, number);

  const page = await signIn(browser, 'officer');
  await expect(async () => {
    await page.goto(`${ADMIN_URL}/notices`);
    await expect(page.getByRole('button', { name: new RegExp(`${itemNumber}.*派到贵单位`) })).toBeVisible({
      timeout: 500,
    });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByRole('link', { name: /通知，\d+条未读/ })).toBeVisible();
  await expect(page.getByText('199')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: new RegExp(`${itemNumber}.*派到贵单位`) }).click();
  await expect(page).toHaveURL(/\/supervision\//);
  await expect(page.getByText(itemNumber).first()).toBeVisible();
  await page.goto(`${ADMIN_URL}/notices/settings`);
  await expectAccessible(page);
  await page.context().close();

  await portal.goto(`${PORTAL_URL}/track`);
  await portal.getByLabel('受理编号').fill(number);
  await portal.getByLabel('查询码').fill(code);
  await portal.getByRole('button', { name: '查询', exact: true }).click();
  await portal.getByRole('link', { name: '查看通知记录、退订进度通知' }).click();
  await expect(portal.getByText('收到诉求')).toBeVisible();
  await expect(portal.getByText('199****0014')).toBeVisible();
  await portal.getByRole('button', { name: '退订进度通知' }).click();
  await expect(portal.getByRole('status').filter({ hasText: '已退订进度通知' })).toBeVisible();
  await expect(portal.getByRole('button', { name: '恢复接收进度通知' })).toBeVisible();
  await context.close();
});

async function file(page: Page): Promise<{ readonly number: string; readonly code: string }> {
  await page.goto(`${PORTAL_URL}/complaints/new`);
  await page.getByRole('radio', { name: '个人' }).check();
  await page.getByLabel('一句话概括').fill('不动产登记窗口反复要求补材料');
  await page
    .getByLabel('详细经过')
    .fill('办理不动产转移登记，窗口三次要求补材料，每次说法都不一样，始终没有出具一次性告知书。');
  await page.getByRole('radio', { name: '反复要求补材料' }).check();
  await page.getByRole('radio', { name: '保密' }).check();
  await page.getByLabel('称呼').fill('反映人丁');
  await page.getByLabel('电话').fill('199 0000 0014');
  await page.getByRole('button', { name: '提交诉求' }).click();
  await expect(page.getByRole('heading', { name: '诉求已提交' })).toBeVisible();
  const text = await page.getByRole('main').innerText();
  const number = /BH-\d{6}-[0-9A-Z]{6}-[0-9A-Z]/.exec(text)?.[0] ?? '';
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text.replace(number, ''))?.[0] ?? '';
  return { number, code };
}

/** Triage accepts and assigns; returns the number of the item. */
async function assign(browser: Browser, number: string): Promise<string> {
  const page = await signIn(browser, 'triage');
  await openByNumber(page, number);
  const accept = await step(page, 'accept');
  await accept.getByLabel('类别').selectOption({ index: 1 });
  await accept.getByRole('radio', { name: /一般事项/ }).check();
  await send(accept, '受理');
  const route = await step(page, 'place_under_supervision');
  await route.getByLabel('牵头部门').selectOption({ label: DEPARTMENT });
  await route.getByLabel('举措1').fill('一次性告知全部材料');
  await route.getByLabel('责任部门').selectOption({ label: DEPARTMENT });
  const tomorrow = new Date(Date.now() + 86_400_000);
  await route
    .getByLabel('截止日期')
    .fill(tomorrow.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }));
  await send(route, '列入督办并派单');
  const item = page.getByRole('link', { name: /^DB-/ });
  await expect(item).toBeVisible();
  const itemNumber = (await item.innerText()).trim();
  await expectAccessible(page);
  await page.context().close();
  return itemNumber;
}
