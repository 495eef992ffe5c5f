import { expect, type Page } from '@playwright/test';
import { PORTAL_URL } from './addresses.ts';

export type Receipt = { readonly number: string; readonly code: string };

export type Matter = {
  readonly title: string;
  readonly body: string;
  readonly cause: string;
  readonly name: string;
  readonly phone: string;
  /** Open, and to be published: others may join it. */
  readonly isForOthers?: boolean;
};

type Check = (page: Page) => Promise<void>;

/** Saves the page of the filing that is shown, and waits for the one of that name. */
export async function saveAndGoOn(page: Page, next: string): Promise<void> {
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByRole('heading', { level: 1, name: next })).toBeVisible();
}

/** Opens the filing from the start page, and says that the matter belongs here. */
export async function beginFiling(page: Page): Promise<void> {
  await page.goto(PORTAL_URL);
  await page.getByRole('main').getByRole('link', { name: '我要反映' }).first().click();
  await page.getByRole('radio', { name: '在本园区办事没办成' }).check();
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '谁来反映' })).toBeVisible();
}

/** Leaves the last page of the filing for the page of answers, past what others reported alike where there is something. */
export async function goOnToCheck(page: Page): Promise<void> {
  const [alike, check] = [{ name: '看看有没有现成的答复' }, { name: '核对后提交' }];
  await page.getByRole('button', { name: '保存并继续' }).click();
  const next = page
    .getByRole('heading', { level: 1, ...alike })
    .or(page.getByRole('heading', { level: 1, ...check }));
  await expect(next).toBeVisible();
  if ((await next.innerText()) === alike.name)
    await page.getByRole('link', { name: '和这些不一样，继续提交' }).click();
  await expect(page.getByRole('heading', { level: 1, ...check })).toBeVisible();
}

/** Files a complaint of a citizen, page by page, confidential where nothing else is said, and returns what the receipt says. */
export async function fileThroughPages(page: Page, matter: Matter, check: Check): Promise<Receipt> {
  await beginFiling(page);
  await check(page);
  await page.getByRole('radio', { name: '个人' }).check();
  await saveAndGoOn(page, '属于哪一类');
  await page.getByRole('radio', { name: '企业开办与变更' }).check();
  await saveAndGoOn(page, '卡在哪个事项');
  await saveAndGoOn(page, '这一类要多问几句');
  await page.getByRole('radio', { name: '只有口头答复' }).check();
  await saveAndGoOn(page, '什么事没办成');
  await page.getByLabel('一句话概括').fill(matter.title);
  await page.getByLabel('详细经过').fill(matter.body);
  await saveAndGoOn(page, '主要是哪种情况');
  await page.getByRole('radio', { name: matter.cause }).check();
  await saveAndGoOn(page, '之前怎么办的');
  await saveAndGoOn(page, '希望怎样解决');
  await saveAndGoOn(page, '在哪里发生的');
  await saveAndGoOn(page, '照片或文件');
  await saveAndGoOn(page, '让谁看到您是谁');
  await page.getByRole('radio', { name: matter.isForOthers ? '公开' : '保密', exact: true }).check();
  await saveAndGoOn(page, '怎样联系您');
  await page.getByLabel('称呼').fill(matter.name);
  await page.getByLabel('电话').fill(matter.phone);
  await saveAndGoOn(page, '看一眼别人会看到什么');
  await page.getByRole('radio', { name: matter.isForOthers ? '可以公开' : '不公开' }).check();
  await goOnToCheck(page);
  await check(page);
  await page.getByRole('button', { name: '提交诉求' }).click();
  await expect(page.getByRole('heading', { name: '诉求已提交' })).toBeVisible();
  await check(page);
  return readReceipt(page);
}

/** Tracking number and query code as the receipt shows them. */
export async function readReceipt(page: Page): Promise<Receipt> {
  return receiptIn(await page.getByRole('main').innerText());
}

/** The same, of the words of a page. */
export function receiptIn(text: string): Receipt {
  const number = /BH-\d{6}-[0-9A-Z]{6}-[0-9A-Z]/.exec(text)?.[0] ?? '';
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text.replace(number, ''))?.[0] ?? '';
  expect(number).not.toBe('');
  expect(code).not.toBe('');
  return { number, code };
}
