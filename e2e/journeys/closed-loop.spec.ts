import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { fileThroughPages, type Receipt } from '../filing.ts';
import { acceptComplaint, fillRoute, sendToDepartment } from '../routing.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';

const TITLE = '经营范围变更跑了四趟没办成';
const BODY =
  '我公司申请变更经营范围，材料交了四次，每次要求补的都不一样：第一次说章程要重做，第二次说要房东到场，第三次说系统里没有这一项，第四次又退回到第一次的说法，窗口始终不出具一次性告知书。';
const DEPARTMENT = '行政审批局';

for (const javaScriptEnabled of [true, false]) {
  test(`the whole loop with six roles, portal ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' });
    const portal = await context.newPage();
    // axe itself is a script: where the portal runs without, its pages are checked in a second context.
    const check = javaScriptEnabled ? expectAccessible : () => Promise.resolve();

    const { number, code } = await file(portal, check);
    await triage(browser, number);
    const itemNumber = await workOff(browser, number);
    await verify(browser, itemNumber, number);
    await strikeOff(browser, itemNumber);
    await publishAnswer(browser, number);
    await answerAsComplainant(portal, { number, code }, check);
    await explainScore(browser, itemNumber);
  });
}

async function file(page: Page, check: (page: Page) => Promise<void>): Promise<Receipt> {
  await page.goto(PORTAL_URL);
  await check(page);
  const matter = {
    ...{ title: TITLE, body: BODY, cause: '反复要求补材料' },
    ...{ name: '反映人甲', phone: '199 0000 0001' },
  };
  const receipt = await fileThroughPages(page, matter, check);
  await page.reload();
  await expect(page.getByText(receipt.code)).toHaveCount(0);
  return receipt;
}

async function triage(browser: Browser, number: string): Promise<void> {
  const page = await signIn(browser, 'triage');
  await expectAccessible(page);
  await openByNumber(page, number);
  await acceptComplaint(page);
  const route = await step(page, 'place_under_supervision');
  await fillRoute(route, { lead: DEPARTMENT, measure: '一次性告知全部材料，并当场受理变更申请' });
  await expectAccessible(page);
  await sendToDepartment(route);
  await expect(page.getByRole('link', { name: /^DB-/ })).toBeVisible();
  await page.context().close();
}

/** The department signs, reports, completes its measure and asks for the strike-off. */
async function workOff(browser: Browser, number: string): Promise<string> {
  const triage = await signIn(browser, 'triage');
  await openByNumber(triage, number);
  const itemNumber = (await triage.getByRole('link', { name: /^DB-/ }).innerText()).trim();
  await triage.context().close();
  const page = await signIn(browser, 'officer');
  await expectAccessible(page);
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
  await expectAccessible(page);
  await page.context().close();
  return itemNumber;
}

/** An inspector verifies, the window calls back; neither sees the other's finding first. */
async function verify(browser: Browser, itemNumber: string, number: string): Promise<void> {
  const triage = await signIn(browser, 'triage');
  await openByNumber(triage, itemNumber);
  const open = await step(triage, 'do-open_verification');
  const inspector = open.getByLabel('督查员');
  const first = await inspector.locator('option').filter({ hasText: '督查员甲' }).getAttribute('value');
  await inspector.selectOption(first ?? '');
  await send(open, '指派督查员');
  await expect(triage.getByText('两方印证均为已解决', { exact: false })).toHaveCount(0);
  await triage.context().close();

  const page = await signIn(browser, 'inspector');
  await openByNumber(page, itemNumber);
  const finding = await step(page, 'do-file_verification');
  await finding.getByRole('radio', { name: '已解决' }).check();
  await finding
    .getByLabel('核查情况')
    .fill('查阅窗口系统记录并到现场核对，执照已经发放，一次性告知单已上墙。');
  await send(finding, '提交督查核实结论');
  await expectAccessible(page);
  await page.context().close();

  const clerk = await signIn(browser, 'clerk');
  await clerk.goto(`${ADMIN_URL}/callbacks`);
  await expectAccessible(clerk);
  await clerk.getByRole('link').filter({ hasText: number }).click();
  await expect(clerk.getByText('执照已经发放')).toHaveCount(0);
  await clerk.getByRole('radio', { name: '有效回访' }).check();
  await group(clerk, '联系过您').getByRole('radio', { name: '是' }).check();
  await group(clerk, '问题解决了').getByRole('radio', { name: '是' }).check();
  await group(clerk, '满意吗').getByRole('radio', { name: '非常满意' }).check();
  await expectAccessible(clerk);
  await clerk.getByRole('button', { name: '保存回访' }).click();
  await expect(clerk.getByText('回访已登记')).toBeVisible();
  await clerk.context().close();
}

async function strikeOff(browser: Browser, itemNumber: string): Promise<void> {
  const page = await signIn(browser, 'triage');
  await openByNumber(page, itemNumber);
  await send(await step(page, 'do-strike_off'), '销号');
  await expect(page.getByText('已销号').first()).toBeVisible();
  await page.context().close();
}

async function publishAnswer(browser: Browser, number: string): Promise<void> {
  const page = await signIn(browser, 'triage');
  await openByNumber(page, number);
  const answer = await step(page, 'publish_answer');
  await answer.getByRole('radio', { name: '已解决' }).check();
  await answer
    .getByLabel('答复内容')
    .fill('经督查核实和窗口回访，您申请的变更已核准，新执照已发放；窗口已改为一次性告知全部材料。');
  await send(answer, '公布答复');
  await page.context().close();
}

async function answerAsComplainant(
  page: Page,
  { number, code }: Receipt,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto(`${PORTAL_URL}/track`);
  await page.getByLabel('受理编号').fill(number);
  await page.getByLabel('查询码').fill('0000-0000-0000');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByText('受理编号或查询码不正确')).toBeVisible();
  await expect(page.getByLabel('受理编号')).toHaveValue(number);
  await check(page);
  await page.getByLabel('查询码').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByText('窗口已改为一次性告知全部材料').first()).toBeVisible();
  await check(page);
  await page.getByRole('button', { name: '确认答复' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已确认答复，诉求办结' })).toBeVisible();
  await unfold(page, '评价这次办理');
  await page.getByRole('radio', { name: '非常满意' }).check();
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect(page.getByRole('status').filter({ hasText: '评价已提交' })).toBeVisible();
  await check(page);
}

/** The score sheet opens into the line this item caused, and the line into its event. */
async function explainScore(browser: Browser, itemNumber: string): Promise<void> {
  const page = await signIn(browser, 'appraisal');
  await page.goto(`${ADMIN_URL}/appraisal`);
  await expectAccessible(page);
  await page.getByRole('link', { name: DEPARTMENT }).first().click();
  const line = page.getByRole('main').getByText(itemNumber).first();
  await expect(line).toBeAttached();
  await expectAccessible(page);
  await page.context().close();
}

function group(page: Page, question: string) {
  return page.getByRole('group').filter({ hasText: question }).last();
}

async function unfold(page: Page, title: string): Promise<void> {
  const details = page.locator('details').filter({ hasText: title }).first();
  if ((await details.count()) === 1 && (await details.getAttribute('open')) === null)
    await details.locator('summary').first().click();
}

/** The date in Shanghai, some days from now. */
