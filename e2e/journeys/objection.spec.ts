import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { send, signIn, step } from '../staff.ts';

const GROUNDS = '期限内已办结并告知企业，系统当日停机未能提交，有停机公告为证。';
const RULING = '停机公告与办理台账一致，异议成立。';

test('a head objects to a line, another person upholds, a new line gives it back and the sheet shows it', async ({
  browser,
}) => {
  const head = await signIn(browser, 'head');
  await head.goto(`${ADMIN_URL}/appraisal/periods`);
  await expectAccessible(head);
  await head.getByRole('row').filter({ hasText: '公示中' }).getByRole('link').first().click();
  await head.waitForURL(/\/appraisal\/periods\/\d{4}-Q\d$/);
  const period = new URL(head.url()).pathname.split('/').at(-1) ?? '';
  await head.getByRole('link', { name: '提出异议' }).click();
  await expectAccessible(head);
  const lines = head.getByLabel('对哪一条有异议').locator('optgroup[label="扣分记录"] option');
  const line = (await lines.first().getAttribute('value')) ?? '';
  await head.getByRole('button', { name: '提交异议' }).click();
  await expect(head.getByRole('alert')).toContainText('对哪一条有异议');
  await head.getByLabel('对哪一条有异议').selectOption(line);
  await head.getByLabel('事实和理由').fill(GROUNDS);
  await head.getByRole('button', { name: '提交异议' }).click();
  const own = head.getByRole('article').filter({ hasText: GROUNDS });
  await expect(own.getByText('待复核')).toBeVisible();
  await expect(own.getByText('复核这条异议')).toHaveCount(0);

  const admin = await signIn(browser, 'appraisal');
  await admin.goto(`${ADMIN_URL}/inbox`);
  await expect(admin.getByText('待复核的成绩单异议')).toBeVisible();
  await admin.goto(`${ADMIN_URL}/appraisal/periods/${period}`);
  await expectAccessible(admin);
  const objection = admin.getByRole('article').filter({ hasText: GROUNDS });
  const id = ((await objection.getAttribute('aria-labelledby')) ?? '').replace('objection-', '');
  const rule = await step(admin, `rule-${id}`);
  await rule.getByLabel('支持', { exact: true }).check();
  await rule.getByLabel('复核意见').fill(RULING);
  await send(rule, '复核这条异议');
  await expect(objection.getByText(RULING)).toBeVisible();
  await expect(objection.getByText(/冲回\d+\.\d\d分/)).toBeVisible();

  await head.goto(`${ADMIN_URL}/appraisal/periods/${period}`);
  await own.getByRole('link').first().click();
  await expect(head.locator(`#line-${line}`)).toBeVisible();
  await head.getByRole('link', { name: '异议成立，冲回' }).first().click();
  await expect(head.getByText(RULING)).toBeVisible();
  await expectAccessible(head);
});
