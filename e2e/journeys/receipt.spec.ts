import { copyFile, readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { PORTAL_URL } from '../addresses.ts';
import { fileThroughPages } from '../filing.ts';
import { expect, test } from '../journey.ts';

const TITLE = '个体户变更经营场所跑了四趟没办成';

test('a receipt is genuine, a changed one is not, with and without network', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const { number, code } = await fileThroughPages(
    page,
    {
      ...{ title: TITLE, cause: '反复要求补材料', name: '反映人丙', phone: '199 0000 0201' },
      body: '材料交了四次，每次要求补的都不一样，窗口始终不出具一次性告知书。',
    },
    () => Promise.resolve(),
  );
  await expectAccessible(page);
  const signed = await page.getByText(/^BHR1\./).innerText();
  expect(signed).toContain(number);
  expect(signed).not.toContain(code);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载回执PDF（A4）' }).click();
  const pdf = await readFile(await (await download).path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  await check(page, signed);
  await expect(page.getByRole('heading', { name: '这张回执是真的' })).toBeVisible();
  await expect(page.getByText('与登记的记录一致')).toBeVisible();
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await expectAccessible(page);

  const forged = signed.replace(/\.\d{8}(am|pm)(~?)\./, '.20301231pm.');
  expect(forged).not.toBe(signed);
  await check(page, forged);
  await expect(page.getByRole('heading', { name: '这张回执没有通过核验' })).toBeVisible();
  await expect(page.getByText('内容被改动过')).toBeVisible();
  await expectAccessible(page);

  await check(page, signed.slice(0, -20));
  await expect(page.getByText('回执签名不完整')).toBeVisible();

  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载离线核验页' }).click();
  const file = await (await saved).path();
  const offline = await (await browser.newContext({ locale: 'zh-CN', offline: true })).newPage();
  // WebCrypto needs a secure context; a file on the disk is one.
  const kept = `${file}.html`;
  await copyFile(file, kept);
  await offline.goto(pathToFileURL(kept).href);
  await offline.getByLabel('回执上的签名文字或链接').fill(signed);
  await offline.getByRole('button', { name: '核验' }).click();
  await expect(offline.getByRole('status')).toHaveText('这张回执是真的：签名有效。');
  await offline.getByLabel('回执上的签名文字或链接').fill(forged);
  await offline.getByRole('button', { name: '核验' }).click();
  await expect(offline.getByRole('status')).toContainText('签名无效');
  await offline.close();
  await context.close();
});

async function check(page: Page, text: string): Promise<void> {
  await page.goto(`${PORTAL_URL}/verify`);
  await page.getByLabel('回执上的签名文字或链接').fill(text);
  await page.getByRole('button', { name: '核验' }).click();
}
