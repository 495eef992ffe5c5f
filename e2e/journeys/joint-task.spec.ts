import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { tomorrowInShanghai } from '../routing.ts';
import { send, signIn, step } from '../staff.ts';

const PROBLEM = `企业投资项目备案与用地手续未实现并联办理（${Date.now()}）`;
const DEPARTMENTS = [
  { name: '行政审批局', login: 'officer', measure: '上线备案与用地并联入口' },
  { name: '不动产登记中心', login: 'property-officer', measure: '推送宗地权属状态' },
  { name: '自然资源和规划局', login: 'planning-head', measure: '共享规划条件' },
];

test('a task from above is shared by three departments, each with a measure of its own', async ({
  browser,
}) => {
  const triage = await signIn(browser, 'triage');
  await triage.goto(`${ADMIN_URL}/supervision/new`);
  await triage.getByRole('radio', { name: '上级交办' }).check();
  await triage.getByLabel('依据').fill('上级优化营商环境任务清单第6项');
  await triage.getByLabel('问题').fill(PROBLEM);
  await triage.getByRole('radio', { name: '重点' }).check();
  const create = triage.getByRole('button', { name: '立项', exact: true });
  await create.click();
  const heading = triage.getByRole('heading', { level: 1, name: /^督办事项/ });
  // What a run that was broken off left behind is on the same matter.
  const reason = triage.getByLabel('另立督办的理由');
  await expect(heading.or(reason)).toBeVisible();
  if (await reason.isVisible()) {
    await reason.fill('涉及的项目不同，分别推进');
    await create.click();
  }
  await expect(heading).toBeVisible();
  const item = triage.url();
  await expect(triage.locator('details[id="do-assign"]')).toHaveCount(0);

  const leader = await signIn(browser, 'leader');
  await leader.goto(item);
  await send(await step(leader, 'do-countersign'), '复核立项');
  await leader.close();

  await triage.reload();
  const assign = await step(triage, 'do-assign');
  const [lead, ...others] = DEPARTMENTS;
  await assign.getByLabel('牵头部门').selectOption({ label: lead?.name ?? '' });
  for (const { name } of others) await assign.getByRole('checkbox', { name }).check();
  for (const [index, { name, measure }] of DEPARTMENTS.entries()) {
    if (index > 0) await assign.getByRole('button', { name: '再加一项举措' }).click();
    await assign.getByLabel(`举措${index + 1}`).fill(measure);
    await assign.getByLabel('责任部门').nth(index).selectOption({ label: name });
    await assign.getByLabel('截止日期').nth(index).fill(tomorrowInShanghai());
  }
  await assign.getByLabel('办理时限（工作日）').fill('10');
  await expectAccessible(triage);
  await send(assign, '交办');

  for (const { login, measure } of DEPARTMENTS) {
    const page = await signIn(browser, login);
    await page.goto(item);
    await expect(page.getByText(measure).first()).toBeVisible();
    if (login === 'officer') await send(await step(page, 'do-sign'), '签收');
    const complete = await step(page, 'do-complete_measure');
    await expect(complete.getByLabel('举措').locator('option')).toHaveText([measure]);
    await page.close();
  }
});

test('a cooperating department that is late has to say why, and what was typed is kept', async ({
  browser,
}) => {
  const item = await theTaskOfTheDemo(browser);
  const page = await signIn(browser, 'property-officer');
  await page.goto(item);
  const complete = await step(page, 'do-complete_measure');
  await complete.getByLabel('佐证').fill('权属与抵押状态推送记录，共42宗');
  await complete.getByRole('button', { name: '完成举措', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('这项举措已过期限，请写明逾期原因。');
  await expect(complete.getByLabel('佐证')).toHaveValue('权属与抵押状态推送记录，共42宗');
  await complete.getByLabel('逾期说明').fill('抵押数据由银行分批移交，11月底才齐');
  await send(complete, '完成举措');
  await expect(page.getByText('逾期说明：抵押数据由银行分批移交，11月底才齐', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

/** The joint task that the demonstration tells: a listed one from above. */
async function theTaskOfTheDemo(browser: Browser): Promise<string> {
  const page: Page = await signIn(browser, 'triage');
  await page.goto(
    `${ADMIN_URL}/supervision?source=superior_task&importance=listed&text=${encodeURIComponent('拿地即开工')}`,
  );
  await page.getByRole('link', { name: /^DB-/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^督办事项/ })).toBeVisible();
  const item = page.url();
  await page.close();
  return item;
}
