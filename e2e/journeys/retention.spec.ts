import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { logWalkIn } from '../lead-up.ts';
import { openByNumber, signIn } from '../staff.ts';

const REASON = '区人民法院来函调取，诉讼期间保留全部材料。';

test('a custodian holds a case with a reason, an auditor reads it, and it is lifted with another', async ({
  browser,
}) => {
  const { number } = await logWalkIn({
    ...{ title: '场地验收的签字页找不到了', name: '反映人卯', phone: '199 0000 0933' },
    body: '场地验收交了三次材料，签字页说找不到了，让重新跑一遍流程，也不给书面说明。',
  });

  const custodian = await signIn(browser, 'custodian');
  await custodian.goto(`${ADMIN_URL}/retention`);
  await expect(custodian.getByRole('heading', { level: 1, name: '保存与删除' })).toBeVisible();
  await custodian.locator('summary').filter({ hasText: '列入法律保留' }).click();
  await custodian.getByLabel('受理编号').fill('BH-260101-NOTHERE-0');
  await custodian.getByLabel('理由', { exact: true }).fill(REASON);
  await custodian.getByRole('button', { name: '列入保留' }).click();
  await expect(custodian.getByRole('alert')).toContainText('受理编号');
  await expect(custodian.getByLabel('理由', { exact: true })).toHaveValue(REASON);
  await expectAccessible(custodian);
  await custodian.getByLabel('受理编号').fill(number.toLowerCase());
  await custodian.getByRole('button', { name: '列入保留' }).click();
  const held = custodian.getByRole('row').filter({ hasText: number });
  await expect(held).toContainText(REASON);

  const auditor = await signIn(browser, 'auditor');
  await auditor.goto(`${ADMIN_URL}/retention`);
  await expect(auditor.getByRole('row').filter({ hasText: number })).toContainText(REASON);
  await expect(auditor.getByText('解除法律保留')).toHaveCount(0);

  await custodian.locator('summary').filter({ hasText: '解除法律保留' }).click();
  await custodian.getByLabel('诉求', { exact: true }).selectOption({ label: number });
  await custodian.getByLabel('解除理由').fill('诉讼已经终结');
  await custodian.getByRole('button', { name: '解除法律保留' }).click();
  await expect(held).toHaveCount(0);

  await openByNumber(auditor, number);
  await expect(auditor.getByText('列入法律保留').first()).toBeVisible();
  await expect(auditor.getByText('诉讼已经终结').first()).toBeVisible();
});
