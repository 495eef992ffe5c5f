import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import type { Receipt } from '../filing.ts';
import { expect, test } from '../journey.ts';
import { fileComplaint } from '../lead-up.ts';
import { fillRoute, sendToDepartment } from '../routing.ts';
import { openByNumber, send, signIn, step, stepByKey } from '../staff.ts';

const DEPARTMENT = '行政审批局';

test('a file is imported, two cases are merged and parted, a suggestion is taken over and routed', async ({
  browser,
}) => {
  const page = await signIn(browser, 'triage');
  const [first, second] = await importTwo(page);

  await openByNumber(page, first);
  const merge = await stepByKey(page, 'm', 'merge');
  await expect(merge.getByLabel('并入的受理编号')).toBeVisible();
  await merge.getByLabel('并入的受理编号').fill(second);
  await merge.getByRole('button', { name: '并案', exact: true }).click();
  await expect(page.getByText('已并案。')).toBeVisible();
  const part = await stepByKey(page, 'u', 'unmerge');
  await part.getByRole('textbox').fill('两件事不是同一处');
  await part.getByRole('button').click();
  await expect(page.getByText('已撤销并案。')).toBeVisible();

  await page.getByRole('heading', { level: 1 }).click();
  const accept = await stepByKey(page, '1', 'accept');
  await expect(accept.getByLabel('类别')).not.toHaveValue('');
  await accept.getByRole('radio', { name: /一般事项/ }).check();
  await send(accept, '受理');

  await page.getByRole('heading', { level: 1 }).click();
  const route = await stepByKey(page, 'r', 'place_under_supervision');
  await fillRoute(route, { lead: DEPARTMENT, measure: '当场受理变更申请' });
  await sendToDepartment(route);
  await expect(page.getByRole('link', { name: /^DB-/ })).toBeVisible();

  const reclassify = await step(page, 'reclassify');
  await reclassify.getByRole('radio', { name: /复杂事项/ }).check();
  await reclassify.getByLabel('改分类的理由').fill('需要现场踏勘');
  await expectAccessible(page);
  await send(reclassify, '改分类');
  await expect(page.getByText(/期限由 .+ 改为/)).toBeVisible();
});

test('one complaint is split, and its complainant finds both parts on one page', async ({ browser }) => {
  const portal = await (await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })).newPage();
  const receipt = await file();
  await split(browser, receipt.number);

  await portal.goto(`${PORTAL_URL}/track?number=${receipt.number}`);
  await portal.getByLabel('查询码').fill(receipt.code);
  await portal.getByRole('button', { name: '查询' }).click();
  const parts = portal.getByRole('region', { name: '分开办理的几件事' });
  await expect(parts.getByRole('listitem')).toHaveCount(2);
  await parts
    .getByRole('listitem')
    .filter({ hasText: '停车场道闸失灵' })
    .getByRole('button', { name: '打开这一件' })
    .click();
  await expect(portal.getByRole('heading', { level: 1, name: '停车场道闸失灵' })).toBeVisible();
  await expect(portal.getByRole('button', { name: `回到原来的诉求 ${receipt.number}` })).toBeVisible();
});

/** Brings two rows in through the office and returns the numbers they became. */
async function importTwo(page: Page): Promise<[string, string]> {
  const mark = Date.now();
  const rows = [
    '工单编号,诉求标题,诉求内容,来电人,联系电话',
    `E${mark}-1,经营范围变更反复补材料,经营范围变更材料交了四次，每次要求补的都不一样。,张三,13800138000`,
    `E${mark}-2,营业执照变更材料来回跑,变更营业执照跑了三趟，窗口不出具一次性告知书。,李四,13800138001`,
    `E${mark}-3,,没有标题的一行,,`,
  ];
  await page.goto(`${ADMIN_URL}/import`);
  await expectAccessible(page);
  const csv = { name: `e${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.getByLabel('CSV 或 XLSX 文件').setInputFiles(csv);
  await page.getByRole('button', { name: '上传并识别表头' }).click();
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await page.getByRole('button', { name: '导入 2 条新诉求' }).click({ timeout: 20_000 });
  await expect(page.getByText('本文件共生成 2 条诉求。')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('诉求标题：请填写此项。')).toBeVisible();
  await page.getByRole('link', { name: '新增 2' }).click();
  const links = page.getByRole('link', { name: /^BH-/ });
  await expect(links).toHaveCount(2);
  await expectAccessible(page);
  const [first = '', second = ''] = await links.allInnerTexts();
  return [first.trim(), second.trim()];
}

function file(): Promise<Receipt> {
  const matter = {
    title: '变更材料交了四次，停车场道闸也失灵',
    body: '经营范围变更材料交了四次，每次要求补的都不一样；大厅停车场出口道闸经常抬不起来。',
    ...{ cause: '反复要求补材料', name: '反映人丁', phone: '199 0000 0004' },
  };
  return fileComplaint(matter);
}

async function split(browser: Browser, number: string): Promise<void> {
  const page = await signIn(browser, 'triage');
  await openByNumber(page, number);
  const form = await stepByKey(page, 'p', 'split');
  const [first, second] = [form.getByRole('group').nth(0), form.getByRole('group').nth(1)];
  await expect(first.getByLabel('标题')).toBeFocused();
  await first.getByLabel('标题').fill('变更材料交了四次');
  await second.getByLabel('标题').fill('停车场道闸失灵');
  await second.getByLabel('内容').fill('大厅停车场出口道闸经常抬不起来。');
  await form.getByLabel('拆分理由').fill('两件事分属两个部门');
  await expectAccessible(page);
  await send(form, '拆分');
  await expect(page.getByText('已拆分，请分别甄别。')).toBeVisible();
  await expect(page.getByText('停车场道闸失灵')).toBeVisible();
  await expectAccessible(page);
  await page.close();
}
