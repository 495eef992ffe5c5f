import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { send, signIn, step } from '../staff.ts';

const NEXT = '各部门要逐项过堂，本周内拿出办结时间表。';

test('month close: drafted, edited, approved by another, published, read on the portal', async ({
  browser,
}) => {
  const triage = await signIn(browser, 'triage');
  await triage.goto(`${ADMIN_URL}/bulletins`);
  await expectAccessible(triage);
  const draft = await step(triage, 'draft');
  const month = (await draft.getByLabel('月份').locator('option').last().textContent()) ?? '';
  await draft.getByLabel('月份').selectOption(month);
  await send(draft, '起草通报');
  await expect(triage).toHaveURL(`${ADMIN_URL}/bulletins/${month}`);
  const [year, ordinal] = month.split('-').map(Number);
  const title = `关于${year}年${ordinal}月“办不成事”诉求办理和督查督办情况的通报`;
  await expect(triage.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectAccessible(triage);

  const edit = await step(triage, 'do-edit');
  await edit.getByLabel('黄牌、红牌情况').fill('本月发出黄牌3张。');
  await edit.getByRole('button', { name: '保存文字' }).click();
  await expect(triage.getByRole('alert')).toContainText('数字只能用变量引用');
  await edit.getByLabel('黄牌、红牌情况').fill('本月发出黄牌{yellow_cards}张、红牌{red_cards}张。');
  await edit.getByLabel('下一步要求').fill(NEXT);
  await send(edit, '保存文字');
  await expect(triage.getByText(NEXT).first()).toBeVisible();
  await expect(triage.locator('details#do-approve')).toHaveCount(0);

  const filed = triage.getByRole('link', { name: /^收到诉求：\d+$/ });
  const count = Number(await filed.innerText());
  await filed.click();
  await expect(triage.getByRole('row')).toHaveCount(count + 1);
  await expectAccessible(triage);

  const leader = await signIn(browser, 'leader');
  await leader.goto(`${ADMIN_URL}/bulletins/${month}`);
  await send(await step(leader, 'do-approve'), '签发');
  await expect(leader.getByText(/开督通〔\d{4}〕\d+号/).first()).toBeVisible();

  await triage.goto(`${ADMIN_URL}/bulletins/${month}`);
  await send(await step(triage, 'do-publish'), '发布');
  await expect(triage.getByText('核对一致')).toBeVisible();
  await send(await step(triage, 'do-recount'), '重新统计核对');
  await expect(triage.getByText('按原截止点重新统计，数据完全一致')).toBeVisible();

  const portal = await (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage();
  await portal.goto(`${PORTAL_URL}/bulletins`);
  await portal.getByRole('link', { name: `${year}年${ordinal}月`, exact: true }).click();
  await expect(portal.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(portal.getByText(NEXT)).toBeVisible();
  const paper = await portal.request.get(`${PORTAL_URL}/bulletins/${month}/paper.docx`);
  expect((await paper.body()).subarray(0, 2).toString()).toBe('PK');
  const feed = await portal.request.get(`${PORTAL_URL}/bulletins/feed.xml`);
  expect(await feed.text()).toContain(title);
});

test('what the public reads of bulletins passes axe on a phone', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${PORTAL_URL}/bulletins`);
  await expectAccessible(page);
  await page.locator('.bulletins a').first().click();
  await expect(page.getByRole('heading', { name: '防篡改信息' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
