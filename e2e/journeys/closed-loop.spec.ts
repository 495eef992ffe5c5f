import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { fileThroughPages, type Receipt } from '../filing.ts';
import { expect, test } from '../journey.ts';
import * as byForms from '../lead-up.ts';
import { acceptComplaint, fillRoute, sendToDepartment } from '../routing.ts';
import { openByNumber, signIn, step } from '../staff.ts';
import { publishAnswer, strikeOff, verify, workOff } from '../work-off.ts';

const TITLE = '经营范围变更跑了四趟没办成';
const BODY =
  '我公司申请变更经营范围，材料交了四次，每次要求补的都不一样：第一次说章程要重做，第二次说要房东到场，第三次说系统里没有这一项，第四次又退回到第一次的说法，窗口始终不出具一次性告知书。';
const DEPARTMENT = '行政审批局';
const MEASURE = '一次性告知全部材料，并当场受理变更申请';

type Check = (page: Page) => Promise<void>;

for (const javaScriptEnabled of [true, false]) {
  test(`the whole loop with six roles, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' });
    const portal = await context.newPage();
    // axe itself is a script. Pages of the office are asked about where each journey is about them.
    const check = javaScriptEnabled ? expectAccessible : () => Promise.resolve();

    const { number, code } = await file(portal, check);
    const itemNumber = javaScriptEnabled
      ? await workedInBrowser(browser, number)
      : await workedByForms(number);
    await answerAsComplainant(portal, { number, code }, check);
    await explainScore(browser, itemNumber);
  });
}

async function workedInBrowser(browser: Browser, number: string): Promise<string> {
  await triage(browser, number);
  const itemNumber = await workOff(browser, number);
  await verify(browser, itemNumber, number);
  await strikeOff(browser, itemNumber);
  await publishAnswer(browser, number);
  return itemNumber;
}

/** The same in the office, its forms sent as they are. */
async function workedByForms(number: string): Promise<string> {
  await byForms.acceptAndRoute(number, { lead: DEPARTMENT, measure: MEASURE });
  const itemNumber = await byForms.workOff(number);
  await byForms.verify(itemNumber, number);
  await byForms.strikeOffAndAnswer(itemNumber, number);
  return itemNumber;
}

async function file(page: Page, check: Check): Promise<Receipt> {
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
  await openByNumber(page, number);
  await acceptComplaint(page);
  const route = await step(page, 'place_under_supervision');
  await fillRoute(route, { lead: DEPARTMENT, measure: MEASURE });
  await sendToDepartment(route);
  await expect(page.getByRole('link', { name: /^DB-/ })).toBeVisible();
  await page.close();
}

async function answerAsComplainant(page: Page, { number, code }: Receipt, check: Check): Promise<void> {
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
  await page.getByRole('link', { name: DEPARTMENT }).first().click();
  const line = page.getByRole('main').getByText(itemNumber).first();
  await expect(line).toBeAttached();
  await page.close();
}

async function unfold(page: Page, title: string): Promise<void> {
  const details = page.locator('details').filter({ hasText: title }).first();
  if ((await details.count()) === 1 && (await details.getAttribute('open')) === null)
    await details.locator('summary').first().click();
}
