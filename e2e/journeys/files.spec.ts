import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { acceptAndRoute, fileComplaint } from '../lead-up.ts';
import { openByNumber, signIn } from '../staff.ts';

const PHOTO = join(import.meta.dirname, '..', 'files', 'photo-with-place.jpg');
const NAME = '张三家门口的照片.jpg';
const DEPARTMENT = '行政审批局';

test('a photo with its place is sent while following, covered by triage, and seen covered by the department', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const portal = await context.newPage();
  const matter = {
    title: '楼道漏水三个月没有人来修',
    body: '三月起四号楼二单元楼道一直漏水，先后报修三次，每次都说登记了，没有人来看过。',
    ...{ cause: '反复要求补材料', name: '反映人乙', phone: '199 0000 0009' },
  };
  const { number, code } = await fileComplaint(matter);
  await portal.goto(`${PORTAL_URL}/track`);
  await portal.getByLabel('受理编号').fill(number);
  await portal.getByLabel('查询码').fill(code);
  await portal.getByRole('main').getByRole('button').first().click();
  await portal.getByRole('link', { name: '添加照片或文件' }).click();
  await portal.getByLabel('选择文件').setInputFiles([
    { name: NAME, mimeType: 'image/jpeg', buffer: readFileSync(PHOTO) },
    { name: '假照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') },
  ]);
  await portal.getByRole('button', { name: '上传' }).click();
  await expect(portal.getByText('已收到1个文件。')).toBeVisible();
  await expect(portal.getByRole('alert')).toContainText('“假照片.jpg”不是可以接收的文件');
  const href = (await portal.getByRole('link', { name: NAME }).getAttribute('href')) ?? '';
  const own = await portal.request.get(`${PORTAL_URL}${href}`);
  expect(own.headers()['content-type']).toBe('image/webp');
  expect((await own.body()).includes('PLANTED-DEVICE')).toBe(false);

  const triage = await signIn(browser, 'triage');
  await acceptAndRoute(number, { lead: DEPARTMENT, measure: '到现场查看并修好' });
  await openByNumber(triage, number);
  await expect(triage.getByRole('link', { name: NAME }).first()).toBeVisible();
  await expectAccessible(triage);
  await cover(triage);
  await expect(triage.getByText('已遮盖').first()).toBeVisible();
  const answered = triage.waitForResponse((response) => response.request().method() === 'POST');
  await triage.getByRole('button', { name: '交承办部门查看' }).click();
  expect((await answered).status()).toBeLessThan(400);
  await expect(triage.getByRole('button', { name: '收回' })).toBeVisible();
  await seenByDepartment(browser, number);
});

/** Draws over the number plate with the pointer. */
async function cover(page: Page): Promise<void> {
  await page.getByRole('link', { name: '遮盖', exact: true }).click();
  const picture = page.getByRole('img', { name: NAME });
  await expect(picture).toBeVisible();
  await expectAccessible(page);
  // Before the page has come to life the pointer draws nothing.
  await expect(async () => {
    const box = await picture.boundingBox();
    if (box === null) throw new Error('the image has no place');
    await page.mouse.move(box.x + box.width * 0.08, box.y + box.height * 0.1);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.35, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByLabel('宽 ‰')).toHaveValue(/^4[12]\d$/, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.getByRole('button', { name: '保存遮盖' }).click();
  await expect(page).toHaveURL(/\/complaints\//);
}

async function seenByDepartment(browser: Browser, number: string): Promise<void> {
  const page = await signIn(browser, 'officer');
  await openByNumber(page, number);
  const link = page.getByRole('link', { name: '照片 1' }).last();
  await expect(link).toBeVisible();
  await expect(page.getByText('张三')).toHaveCount(0);
  const served = await page.request.get(new URL((await link.getAttribute('href')) ?? '', ADMIN_URL).href);
  expect(served.headers()['content-disposition']).toContain('image-1.webp');
  expect(served.headers()['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect((await served.body()).includes('PLANTED-DEVICE')).toBe(false);
  await expect(page.getByRole('link', { name: '遮盖', exact: true })).toHaveCount(0);
  await page.close();
}
