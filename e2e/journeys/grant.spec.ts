import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { acceptAndRoute, logWalkIn } from '../lead-up.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';
import { openCase } from '../tracking.ts';

const DEPARTMENT = '行政审批局';
const PHONE = '199 0000 0917';
const REASON = '退费要核对本人账户，窗口转达两次都没有对上。';

test('a department sees a contact for as long as the custodian lets it, and the complainant sees that it looked', async ({
  browser,
}) => {
  const receipt = await logWalkIn({
    ...{ title: '押金退还被退回三回', name: '反映人癸', phone: PHONE },
    body: '押金退还的单据交齐了，三回都被退回，说开户行对不上，也不给书面单子。',
  });
  await acceptAndRoute(receipt.number, { lead: DEPARTMENT, measure: '核对开户行信息，当场告知' });

  const officer = await signIn(browser, 'officer');
  await openByNumber(officer, receipt.number);
  await expect(officer.getByText(PHONE)).toHaveCount(0);
  const ask = await step(officer, 'request_identity');
  await ask.getByRole('checkbox', { name: '电话' }).check();
  await ask.getByLabel('理由').fill(REASON);
  await expectAccessible(officer);
  await send(ask, '提交申请');

  const custodian = await signIn(browser, 'custodian');
  await custodian.goto(`${ADMIN_URL}/identity`);
  const request = custodian.getByRole('article').filter({ hasText: receipt.number });
  await expect(request).toContainText(REASON);
  await request.getByText('授权', { exact: true }).first().click();
  await request.getByLabel('授权理由').fill('退费必须由部门直接核对，限两天。');
  await expectAccessible(custodian);
  await request.getByRole('button', { name: '授权', exact: true }).click();
  const running = custodian.getByRole('row').filter({ hasText: receipt.number });
  await expect(running).toContainText('退费必须由部门直接核对，限两天。');

  await officer.reload();
  await officer.getByLabel('这次查看的事由').fill('联系核对退费账户');
  await officer.getByRole('button', { name: '查看', exact: true }).click();
  await expect(officer.getByText(PHONE)).toBeVisible();
  await expect(officer.getByText('反映人癸')).toHaveCount(0);

  const portal = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await openCase(portal, receipt);
  const looks = portal.locator('details.filed').filter({ hasText: '谁查看过您的联系方式（1次）' });
  await looks.locator('> summary').click();
  await expect(looks).toContainText(DEPARTMENT);
  await expect(looks).toContainText('联系核对退费账户');
  await expectAccessible(portal);

  await running.getByText('收回授权').first().click();
  await running.getByLabel('收回的理由').fill('已经核对完毕');
  await running.getByRole('button', { name: '收回授权' }).click();
  await expect(running).toContainText('已经核对完毕');
  await openByNumber(officer, receipt.number);
  await expect(officer.getByText('本部门看不到反映人是谁')).toBeVisible();
  await expect(officer.getByLabel('这次查看的事由')).toHaveCount(0);
});
