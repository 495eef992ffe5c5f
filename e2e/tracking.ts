import { expect, type Page } from '@playwright/test';
import { PORTAL_URL } from './addresses.ts';
import type { Receipt } from './filing.ts';

/** Opens the promise page with number and query code. */
export async function openCase(page: Page, { number, code }: Receipt): Promise<void> {
  await page.goto(`${PORTAL_URL}/track`);
  await page.getByLabel('受理编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page).toHaveURL(/\/track\/case/);
}

/** Unfolds what the complainant may do, and returns it. */
export async function unfoldMove(page: Page, title: string) {
  const details = page.locator('details.action').filter({ has: page.getByText(title, { exact: true }) });
  await details.locator('> summary').click();
  return details;
}
