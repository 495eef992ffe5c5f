import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { signIn } from '../staff.ts';

test('a leader reads the exceptions on a phone, opens a number to its rows and a case to where it came from', async ({
  browser,
}) => {
  const leader = await signIn(browser, 'leader');
  await leader.setViewportSize({ width: 375, height: 812 });
  await leader.goto(`${ADMIN_URL}/overview`);
  await expect(leader.getByRole('heading', { name: '领导总览', level: 1 })).toBeVisible();
  await expect(leader.getByText(/^数据截至/)).toBeVisible();
  const told = leader.getByRole('region', { name: '需要关注' });
  // Other journeys leave exceptions of their own, which may come first.
  await told.getByText(/^其余 \d+ 条$/).click();
  const sentence = told.getByRole('listitem').filter({ hasText: '件督办事项超期未办结' }).first();
  await expect(sentence).toBeVisible();
  const isWide = await leader.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
  await expectAccessible(leader);

  const number = sentence.getByRole('paragraph').first().getByRole('link').first();
  const count = Number(await number.textContent());
  await number.click();
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`超期未办结：${count} 条$`));
  const rows = leader.getByRole('link', { name: /^DB-/ });
  await expect(rows).toHaveCount(count);
  await expectAccessible(leader);
  await rows.first().click();
  await leader.getByRole('link', { name: '来龙去脉' }).click();
  await expect(leader.getByRole('heading', { name: /^举措/ })).toBeVisible();
  await expectAccessible(leader);
  await leader.close();
});

test('trends are drawn without breaking the security policy, and every number opens as many rows', async ({
  browser,
}) => {
  const page = await signIn(browser, 'auditor');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${ADMIN_URL}/trends?unit=quarter`);
  await expect(page.locator('figure svg').first()).toBeVisible();
  await expectAccessible(page);
  const table = page.getByRole('table', { name: '逐期数据' });
  const number = table.getByRole('row').nth(1).getByRole('link').first();
  const count = await number.textContent();
  await number.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${count} 条`);

  await page.goto(`${ADMIN_URL}/trends/backlog`);
  await expect(page.locator('figure svg').first()).toBeVisible();
  await expectAccessible(page);
  const open = page.getByRole('table', { name: '按持有方' }).getByRole('row').nth(1).getByRole('link').last();
  const left = await open.textContent();
  await open.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${left} 件`);
  expect(complaints).toEqual([]);
  await page.close();
});

test('what looks like gaming is decided with a reason, and no department sees it', async ({ browser }) => {
  const officer = await signIn(browser, 'officer');
  const answer = await officer.goto(`${ADMIN_URL}/gaming`);
  expect(answer?.status()).toBe(404);
  await officer.close();

  const appraisal = await signIn(browser, 'appraisal');
  await appraisal.goto(`${ADMIN_URL}/gaming`);
  const signal = appraisal.getByRole('article').first();
  await expect(signal).toBeVisible();
  await signal.locator('summary').click();
  await signal.getByRole('button', { name: '保存结论' }).click();
  await expect(signal.getByRole('alert')).toContainText('理由');
  await signal.getByLabel('结论').selectOption({ label: '核查无异常' });
  const reason = `逐件核对，退回都有依据 ${Date.now() % 1_000_000}`;
  await signal.getByLabel('理由').fill(reason);
  // The next page must not be asked for before this one was answered.
  const saved = appraisal.waitForResponse((response) => response.request().method() === 'POST');
  await signal.getByRole('button', { name: '保存结论' }).click();
  await saved;
  await appraisal.goto(`${ADMIN_URL}/gaming?status=decided`);
  await expect(appraisal.getByText(reason)).toBeVisible();
  await expectAccessible(appraisal);
  await appraisal.close();
});
