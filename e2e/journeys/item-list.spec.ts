import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { signIn } from '../staff.ts';

test('the list is filtered, kept as a view, acted on item by item, taken out, and the export is on record', async ({
  browser,
}) => {
  const name = `重点事项 ${Date.now() % 1_000_000}`;
  const leader = await signIn(browser, 'leader');
  await leader.goto(`${ADMIN_URL}/supervision?status=`);
  await leader.getByText('更多条件和列').click();
  await leader.getByRole('checkbox', { name: '督查员' }).check();
  await leader.getByRole('checkbox', { name: '红黄牌' }).check();
  await leader.getByRole('combobox', { name: '状态' }).selectOption({ label: '推进中' });
  await leader.getByRole('button', { name: '筛选' }).click();
  await expect(leader.getByRole('columnheader', { name: '督查员' })).toBeVisible();
  await expectAccessible(leader);

  const save = leader.locator('details[id="save-view"]');
  await save.locator('> summary').click();
  await save.getByLabel('视图名称').fill(name);
  await save.getByLabel('共享给').selectOption({ label: '所有人' });
  await save.getByRole('button', { name: '保存当前视图' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '视图已保存' })).toBeVisible();

  const rows = leader.getByRole('checkbox', { name: /^选中 DB-/ });
  const label = (await rows.nth(0).getAttribute('aria-label')) ?? '';
  const number = label.replace('选中 ', '');
  await rows.nth(0).check();
  const bulk = leader.locator('details[id="bulk"]');
  await bulk.locator('> summary').click();
  await bulk.getByLabel('办理', { exact: true }).selectOption({ label: '暂缓' });
  await bulk.getByRole('button', { name: '逐件办理' }).click();
  await expect(bulk.getByRole('alert')).toContainText('理由');
  await bulk.getByLabel('理由').fill('等待上级规划批复后再行推进');
  await bulk.getByLabel('复查日期').fill(inDays(10));
  await bulk.getByRole('button', { name: '逐件办理' }).click();
  await expect(leader.getByText('暂缓：办成 1 件，没有办成 0 件')).toBeVisible();
  await expectAccessible(leader);
  await leader.close();

  const officer = await signIn(browser, 'officer');
  await officer.goto(`${ADMIN_URL}/supervision?status=`);
  await officer.getByRole('navigation', { name: '视图' }).getByRole('link', { name }).click();
  await expect(officer.getByRole('columnheader', { name: '红黄牌' })).toBeVisible();
  await expect(officer.getByRole('columnheader', { name: '督查员' })).toHaveCount(0);
  await officer.close();

  const triage = await signIn(browser, 'triage');
  await triage.goto(`${ADMIN_URL}/supervision?waiting=suspended&text=${number}`);
  await triage.getByRole('checkbox', { name: `选中 ${number}` }).check();
  await triage.locator('details[id="bulk"] > summary').click();
  const file = triage.waitForEvent('download');
  await triage.getByRole('button', { name: '导出选中的（CSV）' }).click();
  expect((await file).suggestedFilename()).toBe('督办清单.csv');
  await triage.close();

  const auditor = await signIn(browser, 'auditor');
  await auditor.goto(`${ADMIN_URL}/exports`);
  const line = auditor.getByRole('row').filter({ hasText: '督办专员甲' }).filter({ hasText: '选中的 1 件' });
  await expect(line.first()).toBeVisible();
  await expectAccessible(auditor);
  await auditor.close();
});

function inDays(days: number): string {
  const moment = new Date(Date.now() + days * 86_400_000);
  return moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
