import { expectAccessible } from '../accessible.ts';
import { PORTAL_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';

test('a strike-off shown beforehand is objected to on a phone without JavaScript, and ruled on', async ({
  browser,
}) => {
  const phone = await browser.newContext({
    ...{ javaScriptEnabled: false, viewport: { width: 375, height: 760 }, locale: 'zh-CN' },
  });
  const page = await phone.newPage();
  await page.goto(`${PORTAL_URL}/bulletins`);
  await page.getByRole('link', { name: '督办事项销号前的公示' }).click();
  const shown = page.getByRole('listitem').filter({ hasText: '科创路沿线货车占道卸货' });
  await shown.getByText('提出异议').first().click();
  await shown.getByLabel('哪里与公示不符').fill('太短');
  await shown.getByRole('button', { name: '提交异议' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(shown.getByLabel('哪里与公示不符')).toHaveValue('太短');
  const words = `科创路东站台旁昨晚六点还有两辆货车停着卸货（${Date.now()}），可以打13800138000问我。`;
  await shown.getByLabel('哪里与公示不符').fill(words);
  await shown.getByRole('button', { name: '提交异议' }).click();
  await expect(page.getByRole('status')).toContainText('异议已收到');
  const number = (await shown.innerText()).match(/DB-\S+/)?.[0] ?? '';
  await phone.close();

  const triage = await signIn(browser, 'triage');
  await openByNumber(triage, number);
  const notice = triage.getByRole('region', { name: '销号公示' });
  await expect(notice.getByText('昨晚六点还有两辆货车').first()).toBeVisible();
  await expect(triage.getByText('13800138000')).toHaveCount(0);
  await expectAccessible(triage);
  const ruling = await step(triage, 'do-rule_on_notice_objection');
  const objection = ruling.getByLabel('异议', { exact: true });
  const own = await objection.locator('option').filter({ hasText: '昨晚六点' }).last().getAttribute('value');
  await objection.selectOption(own ?? '');
  await ruling.getByRole('radio', { name: '异议不成立' }).check();
  await ruling.getByLabel('认定理由').fill('昨晚六点为限时卸货时段，车辆停在公告泊位内。');
  await send(ruling, '认定公示异议');
  await expect(triage.getByText('异议不成立').first()).toBeVisible();
  await triage.close();
});
