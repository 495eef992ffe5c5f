import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { PORTAL_URL } from '../addresses.ts';
import { beginFiling, goOnToCheck, readReceipt, saveAndGoOn } from '../filing.ts';
import { expect, test } from '../journey.ts';
import { openByNumber, signIn } from '../staff.ts';

const PHONE = { viewport: { width: 375, height: 740 }, locale: 'zh-CN' } as const;
const PHOTO = join(import.meta.dirname, '..', 'files', 'photo-with-place.jpg');
const NOTICE = '退件通知单.jpg';
const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
const BODY =
  '高企奖补申报交了四次材料，每次要求补的都不一样，经办人说打13800138000找他，打过去又说要重新排队。';

test('an enterprise files on a phone without JavaScript, with errors on the way, and goes on elsewhere', async ({
  browser,
}) => {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await lookElsewhere(page);
  await beginFiling(page);
  await sayWho(page);
  await sayWhat(page);
  const resumeCode = await keepForLater(page);

  const other = await goOnElsewhere(browser, resumeCode);
  await sayTheRest(other);
  await checkAndChange(other);
  await other.getByRole('button', { name: '提交诉求' }).click();
  await expect(other.getByRole('heading', { name: '诉求已提交' })).toBeVisible();
  const { number } = await readReceipt(other);

  await page.goto(`${PORTAL_URL}/complaints/new/matter`);
  await expect(page.getByText('没有找到正在填写的诉求')).toBeVisible();
  await seenByStaff(browser, number);
});

/** Each page of the filing as axe sees it, which is itself a script; the standard look is asked about on the whole loop. */
test('every page of a filing is accessible in elder mode', async ({ browser }) => {
  const context = await browser.newContext(PHONE);
  await context.addCookies([{ name: 'look', value: 'elder', url: PORTAL_URL }]);
  const page = await context.newPage();
  await beginFiling(page);
  const pages =
    'scope who category service questions matter cause tried wish place files openness contact preview';
  for (const one of pages.split(' ')) {
    await page.goto(`${PORTAL_URL}/complaints/new/${one}`);
    await expectAccessible(page);
  }
  for (const path of ['new', 'later', 'resume', 'new/elsewhere?as=court']) {
    await page.goto(`${PORTAL_URL}/complaints/${path}`);
    await expectAccessible(page);
  }
  await context.close();
});

async function lookElsewhere(page: Page): Promise<void> {
  await page.goto(`${PORTAL_URL}/complaints/new`);
  await page.getByRole('radio', { name: '信访事项' }).check();
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByRole('heading', { name: '这件事请走下面的渠道' })).toBeVisible();
  await expect(page.getByText('国家信访局网上信访平台')).toBeVisible();
}

async function sayWho(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '企业' }).check();
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y44');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByText('有2处需要修改')).toBeVisible();
  await expect(page.getByLabel('统一社会信用代码')).toHaveValue('91350100M000100Y44');
  await page.getByLabel('企业名称').fill('某某智能制造有限公司');
  await page.getByLabel('统一社会信用代码').fill('91350100m000100y43');
  await saveAndGoOn(page, '属于哪一类');
}

async function sayWhat(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '惠企政策兑现' }).check();
  await saveAndGoOn(page, '卡在哪个事项');
  await page.getByRole('radio', { name: '高新技术企业奖补兑现' }).check();
  await saveAndGoOn(page, '这一类要多问几句');
  await page.getByLabel('申请金额').fill('二十');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByText('有2处需要修改')).toBeVisible();
  await page.getByLabel('哪一项政策').fill('高企奖补办法');
  await page.getByLabel('申请金额').fill('20');
  await saveAndGoOn(page, '什么事没办成');
  await page.getByLabel('一句话概括').fill('高企奖补申报四次没办成');
  await page.getByLabel('详细经过').fill(BODY);
  await saveAndGoOn(page, '主要是哪种情况');
  await page.getByRole('link', { name: '上一步' }).click();
  await expect(page.getByLabel('详细经过')).toHaveValue(BODY);
}

async function keepForLater(page: Page): Promise<string> {
  await page.getByRole('link', { name: '先存起来' }).click();
  await page.getByRole('button', { name: '领取续填码' }).click();
  const text = await page.getByRole('main').innerText();
  return /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';
}

async function goOnElsewhere(browser: Browser, resumeCode: string): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${PORTAL_URL}/complaints/resume`);
  await page.getByLabel('续填码').fill('0000-0000-0000');
  await page.getByRole('button', { name: '接着填写' }).click();
  await expect(page.getByText('没有这个续填码').first()).toBeVisible();
  await page.getByLabel('续填码').fill(resumeCode.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '接着填写' }).click();
  await expect(page.getByText('还有4项必填')).toBeVisible();
  return page;
}

async function sayTheRest(page: Page): Promise<void> {
  await page.getByRole('link', { name: '接着填写' }).click();
  await page.getByRole('radio', { name: '反复要求补材料' }).check();
  await saveAndGoOn(page, '之前怎么办的');
  await page.getByLabel('去过哪个窗口').fill('企业服务中心3号窗口');
  await page.getByLabel('卡在哪一步').fill('审核审批');
  await page.getByLabel('跑了几趟').fill('4');
  await saveAndGoOn(page, '希望怎样解决');
  await saveAndGoOn(page, '在哪里发生的');
  await page.getByRole('radio', { name: '企业服务中心' }).check();
  await saveAndGoOn(page, '照片或文件');
  await sendFiles(page);
  await saveAndGoOn(page, '让谁看到您是谁');
  await page.getByRole('radio', { name: '保密' }).check();
  await saveAndGoOn(page, '怎样联系您');
  await page.getByLabel('联系人').fill('王经理');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByText('电话和邮箱至少填一项').first()).toBeVisible();
  await page.getByLabel('电话').fill('139 0000 0000');
  await saveAndGoOn(page, '看一眼别人会看到什么');
  await expect(page.getByText('文字里好像有手机号码')).toBeVisible();
  await page.getByRole('button', { name: '替我遮住' }).click();
  await expect(page.getByText('13800138000')).toHaveCount(0);
  await page.getByRole('radio', { name: '可以公开' }).check();
  await goOnToCheck(page);
}

/** Sent without JavaScript: one that is taken, one that is not, one taken out again. */
async function sendFiles(page: Page): Promise<void> {
  const photo = { mimeType: 'image/jpeg', buffer: readFileSync(PHOTO) };
  const fake = { name: '假照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>') };
  await page.getByLabel('选择文件').setInputFiles([{ ...photo, name: NOTICE }, fake]);
  await page.getByRole('button', { name: '上传' }).click();
  await expect(page.getByRole('alert')).toContainText('“假照片.jpg”不是可以接收的文件');
  await page
    .getByLabel('选择文件')
    .setInputFiles([{ name: '便条.pdf', mimeType: 'application/pdf', buffer: PDF }]);
  await page.getByRole('button', { name: '上传' }).click();
  await page.getByRole('button', { name: '删除 便条.pdf' }).click();
  await expect(page.getByRole('link', { name: '便条.pdf' })).toHaveCount(0);
  const href = (await page.getByRole('link', { name: NOTICE }).getAttribute('href')) ?? '';
  const own = await page.request.get(`${PORTAL_URL}${href}`);
  expect(own.headers()['content-type']).toBe('image/webp');
}

async function checkAndChange(page: Page): Promise<void> {
  await expect(page.getByText('某某智能制造有限公司')).toBeVisible();
  await expect(page.getByText(NOTICE)).toBeVisible();
  await page.getByRole('link', { name: '修改 希望怎样解决' }).click();
  await page.getByLabel('希望怎样解决').fill('一次说清要什么材料');
  await saveAndGoOn(page, '核对后提交');
  await expect(page.getByText('一次说清要什么材料')).toBeVisible();
}

async function seenByStaff(browser: Browser, number: string): Promise<void> {
  const staff = await signIn(browser, 'triage');
  await openByNumber(staff, number);
  await expect(staff.getByText('高新技术企业奖补兑现')).toBeVisible();
  await expect(staff.getByText('高企奖补办法')).toBeVisible();
  await expect(staff.getByRole('link', { name: NOTICE }).first()).toBeVisible();
  await staff.close();
}
