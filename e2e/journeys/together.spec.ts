import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { PORTAL_URL } from '../addresses.ts';
import { readReceipt } from '../filing.ts';
import { expect, test } from '../journey.ts';
import { fileComplaint } from '../lead-up.ts';
import { openByNumber, signIn, step } from '../staff.ts';
import { openCase } from '../tracking.ts';

test('somebody who meets the same matter joins the running case, and is parted from it by triage', async ({
  browser,
}) => {
  const first = await newPage(browser);
  const mark = Date.now();
  const title = `充电桩报装材料第${mark}号反复退回`;
  const receipt = await fileComplaint({
    ...{ title, body: '充电桩报装材料反复退回，窗口每次要的盖章都不一样，跑了四趟还没有受理。' },
    ...{ cause: '反复要求补材料', name: '反映人辛', phone: '199 0000 0801', isForOthers: true },
  });

  const second = await newPage(browser);
  await second.goto(`${PORTAL_URL}/complaints/together`);
  await second.getByLabel('您遇到的事').fill(title);
  await second.getByRole('button', { name: '查找' }).click();
  await expectAccessible(second);
  await second.getByRole('link', { name: title }).click();
  await expect(second.getByRole('heading', { level: 1, name: '共同反映' })).toBeVisible();
  await second.getByRole('button', { name: '共同反映', exact: true }).click();
  await expect(second.getByRole('alert')).toContainText('您遇到的情况');
  await second.getByLabel('您遇到的情况').fill('我在同一个窗口也被退回三次，说法每次都不一样。');
  await second.getByRole('radio', { name: '个人' }).check();
  await second.getByRole('radio', { name: '保密' }).check();
  await second.getByLabel('称呼').fill('反映人壬');
  await second.getByLabel('电话').fill('199 0000 0802');
  await expectAccessible(second);
  await second.getByRole('button', { name: '共同反映', exact: true }).click();
  await expect(second.getByRole('heading', { name: '诉求已提交' })).toBeVisible();
  await expect(second.getByText(`您的诉求跟随${receipt.number}`)).toBeVisible();
  const own = await readReceipt(second);

  await openCase(second, own);
  await expect(second.getByRole('region', { name: `主诉求${receipt.number}` })).toBeVisible();
  await expect(second.getByText('反映人辛')).toHaveCount(0);
  await expectAccessible(second);
  await openCase(first, receipt);
  await expect(first.getByText('另有1人反映同一件事。')).toBeVisible();

  const office = await signIn(browser, 'triage');
  await openByNumber(office, own.number);
  await expect(office.getByText('反映人共同反映')).toBeVisible();
  const part = await step(office, 'unmerge');
  await part.getByRole('textbox').fill('不是同一个窗口的事');
  await part.getByRole('button').click();
  await expect(office.getByText('已撤销并案。')).toBeVisible();
});

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'zh-CN' })).newPage();
}
