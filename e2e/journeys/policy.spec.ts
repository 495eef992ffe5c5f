import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { signIn } from '../staff.ts';

/** Far enough ahead that no other journey comes under it. */
const EFFECTIVE = '2028-03-01';
const SOURCE = '管委会会议纪要〔2026〕第 44 号';

test('a policy is drafted, corrected at the field that was wrong, tried out, and published by a second person', async ({
  browser,
}) => {
  const page = await signIn(browser, 'appraisal');
  await page.goto(`${ADMIN_URL}/policies`);
  await expectAccessible(page);
  await page.getByRole('link', { name: '黄牌红牌', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '黄牌红牌' })).toBeVisible();
  // What a run that was broken off left behind is worked on further.
  const begin = page.getByRole('button', { name: '起草新一版' });
  if (await begin.isVisible()) await begin.click();
  const form = page.getByRole('region', { name: /^草稿 cards-/ });
  await expect(form).toBeVisible();

  const red = form.getByRole('textbox', { name: '红牌', exact: true });
  const other = `-${(3 + Math.floor(Math.random() * 500) / 100).toFixed(2)}`;
  await form.getByLabel('异议期').fill('45');
  await red.fill('3');
  await form.getByRole('button', { name: '保存草稿' }).click();
  await expect(form.getByRole('alert')).toContainText('红牌');
  await expect(red).toHaveAccessibleDescription(/只能扣/);
  await expect(form.getByLabel('异议期')).toHaveValue('45');
  await expect(red).toHaveValue('3');
  await red.fill(other);
  await form.getByRole('button', { name: '保存草稿' }).click();
  const changes = page.getByRole('region', { name: '这一稿改了什么' });
  await expect(changes.getByText(/^红牌由.+改为.+$/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: '开始试算' }).click();
  const tryOut = page.locator('#try-out');
  await expect(tryOut.getByText(/张牌：换颜色/)).toBeVisible({ timeout: 20_000 });

  const sign = page.locator('#sign');
  await sign.getByLabel('生效日期').fill('2026-01-01');
  await sign.getByLabel('依据').fill(SOURCE);
  await sign.getByLabel('修改理由').fill('红牌扣分偏轻，提高以后看能否减少长期超期。');
  await sign.getByRole('button', { name: '签字，提请第二人' }).click();
  await expect(sign.getByLabel('生效日期')).toHaveAccessibleDescription(/超出/);
  await expect(sign.getByLabel('依据')).toHaveValue(SOURCE);
  await sign.getByLabel('生效日期').fill(EFFECTIVE);
  await sign.getByRole('button', { name: '签字，提请第二人' }).click();
  await expect(sign.getByText('第一个签字的是你，需要另一个人来签。')).toBeVisible();
  await page.close();

  const leader = await signIn(browser, 'leader');
  await leader.goto(`${ADMIN_URL}/policies`);
  await expect(leader.getByText(/待第二人签字/).first()).toBeVisible();
  await leader.goto(`${ADMIN_URL}/policies/cards`);
  await leader.getByRole('button', { name: '签字并发布' }).click();
  const versions = leader.getByRole('region', { name: '历次版本' });
  await expect(versions.getByRole('row').filter({ hasText: SOURCE }).first()).toContainText('2028');
  await leader.getByRole('button', { name: '对比', exact: true }).click();
  await expect(leader.getByRole('heading', { name: /的差别$/ })).toBeVisible();
  await expectAccessible(leader);
  await leader.close();
});
