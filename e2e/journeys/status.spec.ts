import { expectAccessible } from '../accessible.ts';
import { PORTAL_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';

test('anybody sees whether complaints can be filed and messages go out, in both languages', async ({
  page,
}) => {
  await page.goto(PORTAL_URL);
  await page.getByRole('link', { name: '运行状态' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '系统运行状态' })).toBeVisible();
  await expect(page.getByText('可以提交')).toBeVisible();
  await expect(page.getByText('正常发出')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Service status' })).toBeVisible();
  await expect(page.getByText('Going out')).toBeVisible();
});
