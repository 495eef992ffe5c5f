import { expect } from '@playwright/test';
import { ADMIN_URL } from './addresses.ts';
import { readReceipt, type Receipt } from './filing.ts';
import { signIn, type Opener } from './staff.ts';

type Entry = {
  readonly title: string;
  readonly body: string;
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
};

/** A clerk logs a confidential matter of somebody at the desk, on one screen; what the printed receipt says. */
export async function logWalkIn(browser: Opener, entry: Entry): Promise<Receipt> {
  const page = await signIn(browser, 'clerk');
  await page.addInitScript(() => (window.print = () => undefined));
  await page.goto(`${ADMIN_URL}/walk-in`);
  await page.getByLabel('电话', { exact: true }).fill(entry.phone);
  await page.getByLabel('姓名', { exact: true }).fill(entry.name);
  if (entry.email !== undefined) {
    await page.getByText('更多情况（跑了几趟、当时答复、希望的结果等）', { exact: true }).click();
    await page.getByLabel('邮箱').fill(entry.email);
  }
  await page.getByLabel('事项名称').fill(entry.title);
  await page.getByLabel('事情经过').fill(entry.body);
  await page.getByRole('button', { name: '登记并打印回执', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: '受理回执' }).first()).toBeVisible();
  const receipt = await readReceipt(page);
  await page.context().close();
  return receipt;
}
