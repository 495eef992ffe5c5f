import { expect, type Page } from '@playwright/test';
import { ADMIN_URL } from './addresses.ts';

/** The text of the newest mail of a kind about a case, as the outbox keeps it; waits until it is written and kept. */
export async function mailInOutbox(page: Page, kind: string, number: string): Promise<string> {
  const mail = page.getByRole('cell', { name: '邮件', exact: true });
  const row = page
    .getByRole('row')
    .filter({ hasText: number })
    .filter({ hasText: kind })
    .filter({ has: mail });
  await expect(async () => {
    await page.goto(`${ADMIN_URL}/outbox?status=local`);
    await expect(row.first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await row.first().getByRole('link', { name: kind }).click();
  const text = page.getByRole('region', { name: '正文' });
  await expect(text).toBeVisible();
  return text.innerText();
}
