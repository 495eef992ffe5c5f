import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { send, signIn, step } from '../staff.ts';

const REASON = '复核发现一条记分对应的事项责任不在该部门，予以冲回。';

test('a frozen sheet: a line given back, restated by two with the difference, read on the portal', async ({
  browser,
}) => {
  const admin = await signIn(browser, 'appraisal');
  await admin.goto(`${ADMIN_URL}/appraisal/periods`);
  await admin.getByRole('row').filter({ hasText: '已重述' }).getByRole('link').first().click();
  await admin.waitForURL(/\/appraisal\/periods\/\d{4}-Q\d$/);
  const path = new URL(admin.url()).pathname;
  const period = path.split('/').at(-1) ?? '';
  await expect(admin.getByText('核对一致')).toBeVisible();
  const propose = await step(admin, 'do-propose_restatement');
  await expect(propose).toContainText('没有需要重述的内容');

  await (await step(admin, 'do-correct_line')).getByRole('link', { name: '冲回一条记分' }).click();
  const department = admin.getByLabel('部门', { exact: true });
  const line = admin.getByLabel('记分', { exact: true });
  await expect(department).toBeVisible();
  const ids = await department
    .locator('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
  for (const id of ids.slice(1)) {
    await department.selectOption(id);
    await admin.getByRole('button', { name: '列出记分' }).click();
    await admin.waitForURL(new RegExp(id));
    await expect(department).toHaveValue(id);
    await expect(line).toBeVisible();
    if ((await line.locator('option').count()) > 1) break;
  }
  await expectAccessible(admin);
  await line.selectOption({ index: 1 });
  await admin.getByLabel('原因').fill(REASON);
  await admin.getByRole('button', { name: '冲回一条记分' }).click();
  await expect(admin.getByText('尚未计入成绩单')).toBeVisible();

  const again = await step(admin, 'do-propose_restatement');
  await again.getByLabel('原因（对外公开）').fill(REASON);
  await send(again, '提出重述');
  await expect(admin.getByText('重述待核签').first()).toBeVisible();
  const own = await step(admin, 'do-sign_restatement');
  await expect(own).toContainText('提出重述的人不能自己核签');

  const leader = await signIn(browser, 'leader');
  await leader.goto(`${ADMIN_URL}${path}/diff`);
  await expect(leader.getByText('新增记分：更正冲回')).toBeVisible();
  await expectAccessible(leader);
  await leader.goto(`${ADMIN_URL}${path}`);
  await send(await step(leader, 'do-sign_restatement'), '核签重述');
  await expect(leader.getByText('第3版').first()).toBeVisible();
  await expectAccessible(leader);

  const portal = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await portal.goto(`${PORTAL_URL}/scores?period=${period}`);
  await expect(portal.getByText('正式成绩单，第3版')).toBeVisible();
  await expect(portal.getByText(REASON)).toBeVisible();
  await expectAccessible(portal);
});
