import { expect, type Browser, type Page } from '@playwright/test';
import { ADMIN_URL } from './addresses.ts';
import { openByNumber, send, signIn, step } from './staff.ts';

/** The department signs, reports, completes its measure and asks for the strike-off. */
export async function workOff(browser: Browser, number: string): Promise<string> {
  const triage = await signIn(browser, 'triage');
  await openByNumber(triage, number);
  const itemNumber = (await triage.getByRole('link', { name: /^DB-/ }).innerText()).trim();
  await triage.close();
  const page = await signIn(browser, 'officer');
  await page.goto(ADMIN_URL);
  await openByNumber(page, itemNumber);
  await expect(page.getByText('199')).toHaveCount(0);
  await expect(page.getByText('反映人甲')).toHaveCount(0);
  await send(await step(page, 'do-sign'), '签收');
  const report = await step(page, 'do-report_progress');
  await report
    .getByLabel('进展情况')
    .fill('已梳理变更所需全部材料，形成一次性告知单，并联系申请人到窗口办理。');
  await report.getByLabel('完成进度').fill('80');
  await send(report, '提交推进反馈');
  const measure = await step(page, 'do-complete_measure');
  await measure.getByLabel('佐证').fill('一次性告知书（编号2026-118）、受理通知书');
  await send(measure, '完成举措');
  const request = await step(page, 'do-request_strike_off');
  await request.getByLabel('办结说明').fill('变更申请已受理并核准，新执照已发放。');
  await send(request, '申请销号');
  await page.close();
  return itemNumber;
}

/** An inspector verifies, the window calls back; neither sees the other's finding first. */
export async function verify(browser: Browser, itemNumber: string, number: string): Promise<void> {
  const triage = await signIn(browser, 'triage');
  await openByNumber(triage, itemNumber);
  const open = await step(triage, 'do-open_verification');
  const inspector = open.getByLabel('督查员');
  const first = await inspector.locator('option').filter({ hasText: '督查员甲' }).getAttribute('value');
  await inspector.selectOption(first ?? '');
  await send(open, '指派督查员');
  await expect(triage.getByText('两方印证均为已解决', { exact: false })).toHaveCount(0);
  await triage.close();

  const page = await signIn(browser, 'inspector');
  await openByNumber(page, itemNumber);
  const finding = await step(page, 'do-file_verification');
  await finding.getByRole('radio', { name: '已解决' }).check();
  await finding
    .getByLabel('核查情况')
    .fill('查阅窗口系统记录并到现场核对，执照已经发放，一次性告知单已上墙。');
  await send(finding, '提交督查核实结论');
  await page.close();

  const clerk = await signIn(browser, 'clerk');
  await clerk.goto(`${ADMIN_URL}/callbacks`);
  await clerk.getByRole('link').filter({ hasText: number }).click();
  await expect(clerk.getByText('执照已经发放')).toHaveCount(0);
  await clerk.getByRole('radio', { name: '有效回访' }).check();
  await group(clerk, '联系过您').getByRole('radio', { name: '是' }).check();
  await group(clerk, '问题解决了').getByRole('radio', { name: '是' }).check();
  await group(clerk, '满意吗').getByRole('radio', { name: '非常满意' }).check();
  await clerk.getByRole('button', { name: '保存回访' }).click();
  await expect(clerk.getByText('回访已登记')).toBeVisible();
  await clerk.close();
}

/** Two independent findings agree: off the list. */
export async function strikeOff(browser: Browser, itemNumber: string): Promise<void> {
  const page = await signIn(browser, 'triage');
  await openByNumber(page, itemNumber);
  await send(await step(page, 'do-strike_off'), '销号');
  await expect(page.getByText('已销号').first()).toBeVisible();
  await page.close();
}

/** The answer that the complainant sees. */
export async function publishAnswer(browser: Browser, number: string): Promise<void> {
  const page = await signIn(browser, 'triage');
  await openByNumber(page, number);
  const answer = await step(page, 'publish_answer');
  await answer.getByRole('radio', { name: '已解决' }).check();
  await answer
    .getByLabel('答复内容')
    .fill('经督查核实和窗口回访，您申请的变更已核准，新执照已发放；窗口已改为一次性告知全部材料。');
  await send(answer, '公布答复');
  await page.close();
}

function group(page: Page, question: string) {
  return page.getByRole('group').filter({ hasText: question }).last();
}
