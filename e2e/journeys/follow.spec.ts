import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from '../journey.ts';
import { acceptAndRoute, logWalkIn } from '../lead-up.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';
import { openCase, unfoldMove } from '../tracking.ts';

const DEPARTMENT = '行政审批局';
const QUESTION = '请补充：第二次退回时窗口写的是什么理由，有没有书面材料？';
const ENTRY = {
  ...{ name: '反映人丁', phone: '199 0000 0301' },
  body: '材料交了三次，每次退回的理由都不一样，窗口始终不出具书面的告知单，已经耽误了两个月。',
};
const ANSWER = '没有书面材料，只在退件单背面手写了“章程不规范”五个字。';

test('a question stops the clock until the answer, and the case goes along as a paper', async ({
  browser,
}) => {
  const portal = await newPage(browser);
  const receipt = await logWalkIn({ ...ENTRY, title: '食品经营许可延续卡在补正' });

  const office = await signIn(browser, 'triage');
  await acceptAndRoute(receipt.number, { lead: DEPARTMENT, measure: '核对补正要求，一次性告知' });
  await openByNumber(office, receipt.number);
  const ask = await step(office, 'ask_complainant');
  await ask.getByLabel('要问的问题').fill(QUESTION);
  await send(ask, '请反映人补充');
  await office.close();

  await openCase(portal, receipt);
  await expect(portal.getByRole('region', { name: '请您补充' })).toContainText(QUESTION);
  await expect(portal.getByText(/起暂停计时，您补充后继续计算/)).toBeVisible();
  const proof = portal.locator('details.proof').filter({ hasText: '已经算了哪些天' });
  await proof.locator('> summary').click();
  await expect(proof.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(portal);
  await portal.getByLabel('您的回答').fill(ANSWER);
  await portal.getByRole('button', { name: '提交回答' }).click();
  await expect(portal.getByRole('status')).toContainText('回答已提交，办理继续');
  await expect(portal.getByText(/起暂停计时/)).toHaveCount(0);
  await expect(portal.locator('details.proof').filter({ hasText: '为什么是这一天' })).toBeVisible();
  await expect(portal.getByRole('region', { name: '办理经过' })).toContainText(ANSWER);

  const paper = portal.waitForEvent('download');
  await portal.getByRole('link', { name: /办理情况和答复/ }).click();
  expect((await paper).suggestedFilename()).toBe(`${receipt.number}.pdf`);
  const own = portal.waitForEvent('download');
  await portal.getByRole('link', { name: /数据文件/ }).click();
  const data = await readJson(await own);
  expect(data).toMatchObject({ trackingNumber: receipt.number, contact: { phone: '199 0000 0301' } });
  await portal.close();
});

test('a decline is objected to, once, and somebody else decides', async ({ browser }) => {
  const portal = await newPage(browser);
  const receipt = await logWalkIn({
    ...ENTRY,
    title: '房产过户被要求先缴别人的物业费',
  });

  const office = await signIn(browser, 'triage');
  await openByNumber(office, receipt.number);
  const decline = await step(office, 'decline');
  await decline.getByRole('radio', { name: '属于信访事项' }).check();
  await decline.getByLabel('主管单位').fill('开发区信访办');
  await decline.getByLabel('告知内容').fill('您反映的事项属于信访事项，请到开发区信访办提出。');
  await send(decline, '不予受理');
  await openByNumber(office, receipt.number);
  await expect(office.locator('details[id="decide_objection"]')).toHaveCount(0);

  await openCase(portal, receipt);
  await expect(portal.getByRole('region', { name: '不予受理告知' })).toContainText('开发区信访办');
  await expectAccessible(portal);
  const object = await unfoldMove(portal, '对不予受理提出异议');
  await object.getByLabel('为什么应当受理').fill('是窗口不给办过户，不是信访，我有退件单。');
  await object.getByRole('button', { name: '提交异议' }).click();
  await expect(portal.getByRole('status')).toContainText('异议已提交');
  await expect(portal.getByText('对不予受理提出异议', { exact: true })).toHaveCount(0);

  // Whoever declined does not judge the objection.
  await openByNumber(office, receipt.number);
  await expect(office.getByRole('button', { name: '审查异议', exact: true })).toHaveCount(0);
  await office.close();
  const second = await signIn(browser, 'triage-2');
  await openByNumber(second, receipt.number);
  const ruling = await step(second, 'decide_objection');
  await ruling.getByRole('radio', { name: '成立，重新甄别' }).check();
  await ruling.getByLabel('决定的理由').fill('窗口拒绝过户属于办事受阻，应当受理。');
  await send(ruling, '审查异议');
  await expect(second.locator('details[id="accept"]')).toBeVisible();
  await second.close();

  await portal.reload();
  await expect(portal.getByRole('region', { name: '对不予受理的异议' })).toContainText('异议成立');
  await expect(portal.getByText('窗口拒绝过户属于办事受阻').first()).toBeVisible();
  await expectAccessible(portal);
  await portal.close();
});

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'zh-CN' })).newPage();
}

async function readJson(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
  return JSON.parse(Buffer.concat(parts).toString()) as unknown;
}

/** The date in Shanghai, tomorrow. */
