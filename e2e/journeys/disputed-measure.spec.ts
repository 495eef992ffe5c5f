import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { acceptAndRoute, logWalkIn } from '../lead-up.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';

const MATTER = {
  ...{ title: '厂房改造的消防备案材料来回跑', name: '反映人乙', phone: '13900000083' },
  body: '我公司改造二号厂房，备案要的原始图纸审批窗口说在建设部门，建设部门说早已移交档案馆，三个地方跑了五趟，谁也不肯出具查无此件的证明。',
};
const REASON = '原始图纸已于三年前整体移交档案馆，本部门无法核对。';

test('a cooperating department disputes its measure, the coordinator rules, and the ruling is a precedent', async ({
  browser,
}) => {
  const triage = await signIn(browser, 'triage');
  const item = await assigned(browser, triage);

  const head = await signIn(browser, 'construction-head');
  await head.goto(triage.url());
  const dispute = await step(head, 'do-dispute_measure');
  await dispute.getByLabel('理由').fill(REASON);
  await dispute.getByLabel('职责或法律依据').fill('权责清单第三部分第六项');
  await expectAccessible(head);
  await send(dispute, '提出配合争议');
  await expect(head.getByText('争议待裁定', { exact: true })).toBeVisible();
  await expect(head.locator('details[id="do-complete_measure"]')).toHaveCount(0);
  await head.close();

  await triage.reload();
  await expect(triage.getByText('待裁定配合争议', { exact: false }).first()).toBeVisible();
  const rule = await step(triage, 'do-rule_on_dispute');
  await expect(rule.getByText(REASON)).toBeVisible();
  await rule.getByRole('radio', { name: '调整责任部门或时限' }).check();
  await rule.getByLabel('裁定理由').fill(`由行政审批局向档案馆调取图纸（${item}）`);
  await rule.getByLabel('调整后的责任部门').selectOption({ label: '行政审批局' });
  await expectAccessible(triage);
  await send(rule, '裁定配合争议');
  await expect(triage.getByText('争议待裁定', { exact: true })).toHaveCount(0);

  await triage.goto(`${ADMIN_URL}/precedents?text=${item}`);
  const row = triage.getByRole('row').filter({ hasText: item });
  await expect(row.getByText(REASON)).toBeVisible();
  await expect(row.getByText('调整责任部门或时限')).toBeVisible();
  await expectAccessible(triage);
});

/** An item of the department of approvals, signed for, whose one measure is the construction department's. Opens it; its number. */
async function assigned(browser: Browser, triage: Page): Promise<string> {
  const { number } = await logWalkIn(MATTER);
  const item = await acceptAndRoute(number, {
    lead: '行政审批局',
    cooperating: '住房和建设局',
    measure: '核对二号厂房原始图纸并出具证明',
    owner: '住房和建设局',
  });
  await openByNumber(triage, item);
  await expect(triage.getByRole('heading', { level: 1, name: new RegExp(item) })).toBeVisible();

  const officer = await signIn(browser, 'officer');
  await officer.goto(triage.url());
  await send(await step(officer, 'do-sign'), '签收');
  await officer.close();
  return item;
}
