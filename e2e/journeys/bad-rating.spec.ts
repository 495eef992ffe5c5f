import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { logWalkIn } from '../lead-up.ts';
import { mailInOutbox } from '../outbox.ts';
import { ratingLink } from '../rating-link.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';
import { openCase } from '../tracking.ts';

const REPLY = '已重新核对，当场补发了书面告知单，并对窗口人员作了提醒。';

test('a bad rating through the link of a mail is worked off, up to the public reply', async ({ browser }) => {
  const portal = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  const receipt = await logWalkIn({
    ...{ title: '施工许可变更材料被退回两次', name: '反映人戊', phone: '199 0000 0401' },
    body: '两次退回都没有书面说明，问窗口只说按系统提示办，等了三周。',
  });
  const { number } = receipt;
  const office = await signIn(browser, 'triage');

  // The mailbox that the link goes to is added on the promise page, and counts once its code came back.
  await openCase(portal, receipt);
  await portal.getByRole('link', { name: '更正电话或邮箱' }).click();
  await portal.getByLabel('新的邮箱').fill('complainant@example.com');
  await portal.getByRole('button', { name: '发送邮件验证码' }).click();
  await expect(portal.getByText('验证码已发往c***@example.com')).toBeVisible();
  await expectAccessible(portal);
  const mail = await mailInOutbox(office, '更正联系方式的验证码', number);
  await portal.getByLabel('6位验证码').fill(/\d{6}/.exec(mail)?.[0] ?? '');
  await portal.getByRole('button', { name: '确认更正' }).click();
  await expect(portal.getByRole('status')).toContainText('邮箱已更正');

  await openByNumber(office, number);
  const settle = await step(office, 'settle_on_the_spot');
  await settle.getByLabel('类别').selectOption({ index: 1 });
  await settle.getByRole('radio', { name: '已解释说明' }).check();
  await settle.getByLabel('答复内容').fill('已向您说明退回的理由，请按告知单补齐材料。');
  await send(settle, '当场办结');

  const complaintId = new URL(office.url()).pathname.split('/').at(-1) ?? '';
  const answer = await mailInOutbox(office, '当场办结', number);
  expect(answer).toMatch(/\/rate\?t=…/);
  const link = await ratingLink(complaintId, 1);
  const stranger = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await stranger.goto(link);
  await expectAccessible(stranger);
  await stranger.getByRole('radio', { name: '非常不满意' }).check();
  await stranger.getByLabel('说明').fill('说明了等于没说。');
  await stranger.getByRole('button', { name: '提交评价' }).click();
  await expect(stranger.getByRole('status')).toContainText('评价已提交');
  await stranger.close();

  await office.goto(`${ADMIN_URL}/rating-reviews`);
  await office.getByRole('region', { name: '差评整改' }).getByRole('link', { name: number }).click();
  await expectAccessible(office);
  const contact = stepOf(office, 'make_contact');
  await contact.getByRole('radio', { name: '是', exact: true }).check();
  await contact.getByLabel('联系情况').fill('电话联系，反映人认为没有书面说明。');
  await take(office, 'make_contact', '登记联系');
  const verify = stepOf(office, 'verify');
  await verify.getByRole('radio', { name: '属实', exact: true }).check();
  await verify.getByLabel('核实情况').fill('调取窗口记录，确实没有出具书面告知单。');
  await take(office, 'verify', '提交核实');
  await stepOf(office, 'rectify').getByLabel('整改措施').fill('补发书面告知单，提醒窗口人员。');
  await take(office, 'rectify', '提交整改');
  await stepOf(office, 'reply').getByLabel('公开答复').fill(REPLY);
  await take(office, 'reply', '公布答复');
  await expectAccessible(office);
  await office.close();

  await openCase(portal, receipt);
  await expect(portal.getByRole('region', { name: '差评整改与答复' })).toContainText(REPLY);
  await expectAccessible(portal);
  await portal.close();
});

function stepOf(page: Page, name: string) {
  return page.locator(`section[id="do-${name}"]`);
}

/** Sends a step and waits until it is no more to be taken. */
async function take(page: Page, name: string, button: string): Promise<void> {
  await stepOf(page, name).getByRole('button', { name: button, exact: true }).click();
  await expect(stepOf(page, name)).toHaveCount(0);
}
