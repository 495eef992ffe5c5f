import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { signIn } from '../staff.ts';

const TO_SIGN = /有一笔人工记分待第二人核签/;
const SIGNED = /^您提出的.+人工记分已核签入账/;

/** How many lines of the bell say so, read or not. */
async function countNotices(page: Page, text: RegExp): Promise<number> {
  await page.goto(`${ADMIN_URL}/notices`);
  await expect(page.getByRole('heading', { name: '通知', level: 1 })).toBeVisible();
  return page.getByRole('button', { name: text }).count();
}

/** Waits until one more line says so, opens it, and comes to the lines by hand. */
async function openNewNotice(page: Page, text: RegExp, before: number): Promise<void> {
  await expect.poll(() => countNotices(page, text), { timeout: 30_000 }).toBe(before + 1);
  await page.getByRole('button', { name: text }).first().click();
  await expect(page.getByRole('heading', { name: '手工记分', level: 1 })).toBeVisible();
}

const DEPARTMENT = '社会事业局';
const BASIS = '“一件事一次办”做法经验收合格，联席会议予以肯定。';

test('a line by hand counts once another person signs, and the sheet explains it to the last digit', async ({
  browser,
}) => {
  const document = `园考验〔2026〕${String(Date.now()).slice(-6)}号`;
  const first = await signIn(browser, 'appraisal');
  const leader = await signIn(browser, 'leader');
  const waitingBefore = await countNotices(leader, TO_SIGN);
  const signedBefore = await countNotices(first, SIGNED);
  await first.goto(`${ADMIN_URL}/appraisal`);
  await expect(first.getByRole('heading', { name: /^A组/ })).toBeVisible();
  await expectAccessible(first);
  await first.getByRole('link', { name: '手工记分' }).click();
  await first.getByText('提出一条', { exact: true }).click();
  await first.getByLabel('类别').selectOption({ label: '加分' });
  await first.getByLabel('部门').selectOption({ label: DEPARTMENT });
  await first.getByLabel('分值').fill('0.01');
  await first.getByLabel('文号').fill(document);
  await first.getByLabel('依据').fill(BASIS);
  await first.getByLabel('理由').fill('按加分条款执行。');
  await expectAccessible(first);
  await first.getByRole('button', { name: '提交签字' }).click();
  const own = first.getByRole('listitem').filter({ hasText: document });
  await expect(own).toContainText('须由另一人签字');
  await expect(own.getByRole('button', { name: '签字入账' })).toHaveCount(0);

  await openNewNotice(leader, TO_SIGN, waitingBefore);
  const waiting = leader.getByRole('listitem').filter({ hasText: document });
  await expectAccessible(leader);
  await waiting.getByRole('button', { name: '签字入账' }).click();
  await expect(leader.getByRole('listitem').filter({ hasText: document })).toContainText('已入账');
  await openNewNotice(first, SIGNED, signedBefore);
  await expect(first.getByRole('listitem').filter({ hasText: document })).toContainText('已入账');

  await leader.getByRole('listitem').filter({ hasText: document }).getByRole('link').last().click();
  await expect(leader.getByRole('heading', { level: 1 })).toContainText(DEPARTMENT);
  await expect(leader.getByText(/^综合得分 = \(.+\) ÷ \d+ \+ [\d.]+ = [\d.]+$/)).toBeVisible();
  const line = leader.getByRole('listitem').filter({ hasText: document });
  await line.getByRole('link', { name: '加分' }).click();
  await expect(leader.getByText(BASIS)).toBeVisible();
  await expect(leader.getByText(/提出，.+签字，/)).toBeVisible();
  await expectAccessible(leader);

  await leader.goto(`${ADMIN_URL}/appraisal/year`);
  await expect(leader.getByRole('heading', { name: '年度提拔重用、表彰建议名单' })).toBeVisible();
  await expectAccessible(leader);
  await leader.goto(`${ADMIN_URL}/appraisal/last-place`);
  await expect(leader.getByText('规则未启用')).toBeVisible();
  await expectAccessible(leader);
});
