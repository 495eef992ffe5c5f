import type { Browser } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import type { Receipt } from '../filing.ts';
import { expect, test } from '../journey.ts';
import { acceptAndRoute, logWalkIn, strikeOffAndAnswer, verify, workOff } from '../lead-up.ts';
import { mailInOutbox } from '../outbox.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';
import { openCase, unfoldMove } from '../tracking.ts';

const GROUNDS = '首次答复和复查都已说明退件依据，本次没有新的事实和理由。';
const FINAL = '本件事实清楚、依据明确，办理和复查均已到位，予以终结。';
const CONFIRMED = '经复查，窗口退件有据，原答复予以维持。';

test('a final answer is proposed, signed by a second person, told by mail and shown', async ({ browser }) => {
  const receipt = await logWalkIn({
    ...{ title: '门头招牌备案反复要求重做图纸', name: '反映人癸', phone: '199 0000 0611' },
    ...{ email: 'final-answer@example.com' },
    body: '图纸改了三版，每次都说尺寸标注方式不对，窗口答复说按技术导则办，我认为导则没有这一条。',
  });
  await answered(receipt.number);
  const office = await signIn(browser, 'triage');
  await openByNumber(office, receipt.number);
  await expect(office.locator('details[id="propose_final"]')).toHaveCount(0);

  const portal = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await openCase(portal, receipt);
  await portal.getByRole('button', { name: '确认答复' }).click();
  await expect(portal.getByRole('status')).toContainText('已确认答复');
  const review = await unfoldMove(portal, '申请复查');
  await review.getByLabel('对结果有什么意见').fill('导则第七条说的是字号，不是标注方式。');
  await review.getByRole('button', { name: '提交复查申请' }).click();
  await expect(portal.getByRole('status')).toBeVisible();
  await confirmOnReview(browser, receipt);

  await office.reload();
  const propose = await step(office, 'propose_final');
  await propose.getByLabel('终结理由').fill(GROUNDS);
  await propose.getByLabel('依据').fill('信访工作条例第三十六条');
  await send(propose, '提出终结');
  await expect(office.getByRole('region', { name: '终结卷宗' })).toContainText('待审定');
  // Whoever proposes it does not sign it.
  await expect(office.locator('details[id="decide_final"]')).toHaveCount(0);

  const leader = await signIn(browser, 'leader');
  await openByNumber(leader, receipt.number);
  const decide = await step(leader, 'decide_final');
  await decide.getByRole('radio', { name: '同意终结' }).check();
  await decide.getByLabel('审定意见').fill(FINAL);
  await send(decide, '审定终结');
  await expectAccessible(leader);
  await leader.close();

  await portal.reload();
  const final = portal.getByRole('region', { name: '终结答复' });
  await expect(final).toContainText(FINAL);
  await expect(final).toContainText(GROUNDS);
  // Asking for another round is answered with the reason why there is none.
  const reopen = await unfoldMove(portal, '申请重新办理');
  await expect(reopen).toContainText('终结答复');
  await expect(reopen.getByRole('button')).toHaveCount(0);
  await expectAccessible(portal);
  const paper = portal.waitForEvent('download');
  await final.getByRole('link', { name: '下载终结答复' }).click();
  expect((await paper).suggestedFilename()).toContain(receipt.number);
  await portal.close();

  const mail = await mailInOutbox(office, '终结答复', receipt.number);
  expect(mail).toContain('请作为新的诉求提交');
  expect(mail).toContain('申请行政复议、提起诉讼的权利不受影响');
  expect(mail).not.toContain(receipt.code);
  await office.close();
});

/** Routed, worked off, verified by two, struck off and answered. */
async function answered(number: string): Promise<void> {
  await acceptAndRoute(number, { lead: '行政审批局', measure: '提供技术导则全文并逐条说明' });
  const item = await workOff(number);
  await verify(item, number);
  await strikeOffAndAnswer(item, number);
}

/** An assessor, who had no part in it, lets the answer stand. */
async function confirmOnReview(browser: Browser, { number }: Receipt): Promise<void> {
  const assessor = await signIn(browser, 'assessor');
  await openByNumber(assessor, number);
  const ruling = await step(assessor, 'decide_review');
  await ruling.getByRole('radio', { name: '维持原结果' }).check();
  await ruling.getByLabel('复查意见').fill(CONFIRMED);
  await send(ruling, '作出复查意见');
  await assessor.close();
}
