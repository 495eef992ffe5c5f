import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { callBack } from '../lead-up.ts';
import { inDaysInShanghai } from '../routing.ts';
import { send, signIn, step } from '../staff.ts';

const SEEN_BY_A = '窗口系统中仍显示待补正，办件没有办结。';

test('two findings disagree, neither was written after the other, and a third person decides', async ({
  browser,
}) => {
  const triage = await signIn(browser, 'triage');
  await openFirst(triage, { status: 'strike_off_requested' });
  const item = triage.url();
  const complaint = await triage.getByRole('link', { name: /^BH-/ }).first().innerText();
  const open = await step(triage, 'do-open_verification');
  await choose(open.getByLabel('督查员'), '督查员甲');
  await send(open, '指派督查员');

  const first = await signIn(browser, 'inspector');
  await first.goto(item);
  await fileFinding(first, 'do-file_verification', '未解决', SEEN_BY_A);
  // The window calls back without having read what the inspector found, and is told that it was solved.
  expect(await callBack(complaint.trim(), '满意')).not.toContain(SEEN_BY_A);

  await first.reload();
  await expect(first.getByText('两方结论不一致', { exact: false }).first()).toBeVisible();
  await expect(first.locator('details[id="do-file_third_check"]')).toHaveCount(0);
  await triage.reload();
  await expect(triage.locator('details[id="do-strike_off"]')).toHaveCount(0);

  const third = await signIn(browser, 'inspector-2');
  await third.goto(item);
  const check = await step(third, 'do-file_third_check');
  await check.getByRole('radio', { name: '未解决' }).check();
  await check.getByLabel('核查情况').fill('到现场重走流程，补正通知仍未一次列全。');
  await check.getByLabel('现场核查日期').fill(inDaysInShanghai(0));
  await check.getByLabel('核查地点').fill('政务服务中心二楼');
  await check.getByRole('checkbox', { name: /^督查员丙/ }).check();
  await expectAccessible(third);
  await send(check, '提交第三人复核结论');

  await triage.reload();
  await expect(triage.locator('details[id="do-strike_off"]')).toHaveCount(0);
  const watch = await step(triage, 'do-watch');
  await watch.getByLabel('关注重点').fill('补正通知是否一次列全');
  await watch.getByLabel('复核日期').fill(inDaysInShanghai(30));
  await send(watch, '持续关注');
  await expect(triage.getByText('持续关注').first()).toBeVisible();
  await expectAccessible(triage);
});

test('referred up, the answer of the leader comes back as a directive, and the work goes on', async ({
  browser,
}) => {
  const triage = await signIn(browser, 'triage');
  await openFirst(triage, { status: 'referred_up', department: '自然资源和规划局' });
  const item = triage.url();
  const leader = await signIn(browser, 'leader');
  await leader.goto(item);
  const directive = await step(leader, 'do-give_directive');
  await directive.getByLabel('批示内容').fill('请自然资源和规划局牵头，一周内拿出历史地块处置意见。');
  await directive.getByLabel('回复期限').fill(inDaysInShanghai(7));
  await send(directive, '批示');
  await leader.close();

  const head = await signIn(browser, 'planning-head');
  await head.goto(item);
  const answer = await step(head, 'do-answer_directive');
  await answer.getByLabel('回复', { exact: true }).fill('处置意见已报分管领导，拟按原批准条件办理。');
  await send(answer, '回复批示');
  await expect(head.getByText('已回复').first()).toBeVisible();
  await head.close();

  await triage.reload();
  const again = await step(triage, 'do-take_up_again');
  await again.getByLabel('理由').fill('上级意见已明确，恢复办理。');
  await send(again, '重新办理');
  await expect(triage.getByText('推进中').first()).toBeVisible();
  await expectAccessible(triage);
});

test('what takes long is asked about every thirty days', async ({ browser }) => {
  const page = await signIn(browser, 'triage');
  await openFirst(page, { status: 'long_running' });
  const inquire = await step(page, 'do-inquire');
  await inquire.getByLabel('目前情况').fill('管线迁改已完成招标，预计下月进场。');
  await send(inquire, '询问进展');
  await expect(page.getByText('管线迁改已完成招标，预计下月进场。').first()).toBeVisible();
});

async function openFirst(
  page: Page,
  { status, department }: { status: string; department?: string },
): Promise<void> {
  await page.goto(`${ADMIN_URL}/supervision?status=${status}`);
  if (department !== undefined) {
    await page.getByLabel('牵头部门').selectOption({ label: department });
    await page.getByRole('button', { name: '筛选' }).click();
    await expect(page).toHaveURL(/leadDepartmentId=[0-9a-f-]{36}/);
  }
  await page.getByRole('link', { name: /^DB-/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^督办事项/ })).toBeVisible();
}

async function fileFinding(page: Page, id: string, conclusion: string, text: string): Promise<void> {
  const finding = await step(page, id);
  await finding.getByRole('radio', { name: conclusion }).check();
  await finding.getByLabel('核查情况').fill(text);
  await send(finding, '提交督查核实结论');
}

async function choose(select: ReturnType<Page['getByLabel']>, who: string): Promise<void> {
  const value = await select.locator('option').filter({ hasText: who }).getAttribute('value');
  await select.selectOption(value ?? '');
}
