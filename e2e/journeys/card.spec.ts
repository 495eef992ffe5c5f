import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { send, signIn, step } from '../staff.ts';

const GROUNDS = '10月12日联席会议无故缺席，会后三次催办仍未反馈推进情况。';

test('a red card: proposed, issued, objected to, revoked, and its points given back', async ({ browser }) => {
  const triage = await signIn(browser, 'triage');
  await openFirstItem(triage);
  const item = triage.url();
  const propose = triage.locator('details', { hasText: '提出发牌' });
  await propose.locator('> summary').click();
  await propose.getByRole('radio', { name: '红牌' }).check();
  await propose.getByLabel('事由').fill(GROUNDS);
  await send(propose, '提出发牌');
  await expect(triage.getByText('已提出，待督办专员核实。')).toBeVisible();
  const link = triage.getByRole('region', { name: '红黄牌' }).getByRole('link').first();
  const number = await link.innerText();
  await link.click();
  await expectAccessible(triage);
  await send(await filled(triage, 'issue', '事实和依据', '会议签到表、催办记录三份'), '发牌');
  await expect(triage.getByText('异议截止')).toBeVisible();

  const head = await signIn(browser, 'head');
  await open(head, number);
  await send(await filled(head, 'object', '异议理由', '当日经请示已由副职参会'), '提出异议');

  const leader = await signIn(browser, 'leader');
  await open(leader, number);
  await send(await filled(leader, 'revoke', '理由', '核对签到表，异议成立'), '撤销');
  await expect(leader.getByText('复核撤销')).toBeVisible();
  await expectAccessible(leader);

  await triage.goto(item);
  const lines = triage.getByRole('region', { name: '本事项引起的记分' });
  await expect(lines.getByText(`红牌（${number}），扣2.00分`)).toBeVisible();
  await expect(lines.getByText(`红黄牌（${number}）经复核撤销，恢复2.00分`)).toBeVisible();
});

async function openFirstItem(page: Page): Promise<void> {
  await page.goto(`${ADMIN_URL}/supervision?status=advancing`);
  await page.getByLabel('牵头部门').selectOption({ label: '行政审批局' });
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page).toHaveURL(/leadDepartmentId=[0-9a-f-]{36}/);
  await page.getByRole('link', { name: /^DB-/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^督办事项/ })).toBeVisible();
}

async function open(page: Page, number: string): Promise<void> {
  await page.goto(`${ADMIN_URL}/inbox`);
  await page.getByRole('link', { name: number }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(number) })).toBeVisible();
}

async function filled(page: Page, action: string, label: string, text: string) {
  const details = await step(page, `do-${action}`);
  await details.getByLabel(label).fill(text);
  return details;
}
