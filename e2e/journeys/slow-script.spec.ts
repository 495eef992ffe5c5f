import type { Page } from '@playwright/test';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { signInAfresh } from '../staff.ts';

const BODY = '脚本还没到，字已经打好了。';

test('what is typed and chosen before the script has come is kept', async ({ browser }) => {
  const page = await signInAfresh(browser, 'clerk');
  const release = await holdScripts(page);
  await page.goto(`${ADMIN_URL}/walk-in`, { waitUntil: 'commit' });
  await page.getByLabel('电话', { exact: true }).fill('199 0000 0103');
  await page.getByRole('radio', { name: '企业' }).check();
  await page.getByLabel('事情经过').fill(BODY);
  await expect(page.getByText(`${[...BODY].length}/`)).toHaveCount(0);
  release();
  // The count goes along once the page has come to life.
  await expect(page.getByText(`${[...BODY].length}/`)).toBeVisible();
  await expect(page.getByLabel('事情经过')).toHaveValue(BODY);
  await expect(page.getByLabel('电话', { exact: true })).toHaveValue('199 0000 0103');
  await expect(page.getByRole('radio', { name: '企业' })).toBeChecked();
  await page.close();
});

test('columns ticked before the script has come stay ticked', async ({ browser }) => {
  const page = await signInAfresh(browser, 'leader');
  const release = await holdScripts(page);
  await page.goto(`${ADMIN_URL}/supervision?status=`, { waitUntil: 'commit' });
  await page.getByText('更多条件和列').click();
  const column = page.getByRole('checkbox', { name: '督查员' });
  await column.check();
  // The list listens for changes once it has come to life.
  const listening = page.waitForRequest(/\/supervision\/changes$/);
  release();
  await listening;
  await expect(column).toBeChecked();
  await page.close();
});

/** Keeps every script of the page waiting until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(/\/_app\/.*\.js$/, async (route) => {
    await promise;
    await route.continue();
  });
  return () => resolve(undefined);
}
