import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { send, signIn, step } from '../staff.ts';

const TODAY = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
const THEME = `水电气报装一站办理情况${Date.now()}`;
const PHOTO = join(import.meta.dirname, '..', 'files', 'photo-with-place.jpg');
const FOUND = `报装窗口要求企业另行提供已共享的不动产权证复印件（${Date.now()}）`;

test('a special inspection goes out, finds, opens an item and reports; the department sees its own finding', async ({
  browser,
}) => {
  const triage = await signIn(browser, 'triage');
  for (const person of ['督查员甲', '督查员乙']) await nameForTeams(triage, person);

  await triage.goto(`${ADMIN_URL}/inspections/new`);
  await triage.getByLabel('督查主题').fill(THEME);
  await triage.getByLabel('督查依据').fill('管委会专题会议纪要第三期');
  await triage.getByLabel('开始日期').fill(TODAY);
  await triage.getByLabel('结束日期').fill(TODAY);
  await triage.getByRole('checkbox', { name: '公用事业服务中心' }).check();
  await expectAccessible(triage);
  await triage.getByRole('button', { name: '部署专项督查' }).click();
  await expect(triage.getByRole('heading', { name: THEME })).toBeVisible();
  const team = await step(triage, 'do-form_team');
  for (const box of await team.getByRole('checkbox').all()) await box.uncheck();
  for (const person of ['督查员甲', '督查员乙'])
    await team.getByRole('checkbox', { name: new RegExp(`^${person}`) }).check();
  await expectAccessible(triage);
  await send(team, '组建督查组');
  const page = triage.url();

  const inspector = await signIn(browser, 'inspector');
  await inspector.goto(page);
  await send(await step(inspector, 'do-begin'), '开始督查');
  const record = await step(inspector, 'do-record_finding');
  await record.getByLabel('部门', { exact: true }).selectOption({ label: '公用事业服务中心' });
  await record.getByLabel('地点').fill('公用事业大厅一号窗口');
  await record.getByLabel('发现日期').fill(TODAY);
  for (const person of ['督查员甲', '督查员乙']) await record.getByRole('checkbox', { name: person }).check();
  await record.getByRole('radio', { name: '较重' }).check();
  await record.getByLabel('所见问题').fill(FOUND);
  await expectAccessible(inspector);
  await send(record, '记录问题');
  await expect(inspector.getByText(FOUND).first()).toBeVisible();
  const ofTeam = inspector.getByRole('article').filter({ hasText: FOUND });
  await ofTeam.getByText('添加佐证材料').click();
  const program = {
    name: '现场照片.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('MZ\u0090\u0000 not a photo'),
  };
  await ofTeam.getByLabel('选择照片或文件').setInputFiles(program);
  await ofTeam.getByRole('button', { name: '上传' }).click();
  await expect(ofTeam.getByRole('alert')).toContainText('现场照片.jpg');
  await expectAccessible(inspector);
  await ofTeam.getByLabel('选择照片或文件').setInputFiles(PHOTO);
  await ofTeam.getByRole('button', { name: '上传' }).click();
  await expect(ofTeam.getByRole('img', { name: 'photo-with-place.jpg' })).toBeVisible();
  await expect(ofTeam.getByText(/^原件指纹 SHA-256：[0-9a-f]{64}$/)).toBeVisible();
  await expectAccessible(inspector);

  const head = await signIn(browser, 'utility-head');
  expect((await head.goto(page))?.status()).toBe(404);

  await triage.reload();
  const finding = triage.getByRole('article').filter({ hasText: FOUND });
  await finding.getByText('转入督办', { exact: true }).first().click();
  await expect(finding.getByLabel('督查依据')).toHaveValue(/^专项督查DC-/);
  await finding.getByRole('button', { name: '转入督办' }).click();
  await expect(triage.getByRole('heading', { name: '发现问题时的照片和材料' })).toBeVisible();
  await expect(triage.getByRole('img', { name: 'photo-with-place.jpg' })).toBeVisible();
  await triage.getByRole('link', { name: /^来自专项督查DC-/ }).click();
  await expect(triage.getByRole('link', { name: /^DB-/ }).first()).toBeVisible();

  await send(await step(triage, 'do-draft_report'), '起草报告');
  await expect(triage.getByText('督查发现问题1个，涉及公用事业服务中心。')).toBeVisible();
  await expectAccessible(triage);
  await send(await step(triage, 'do-submit_report'), '提交审定');
  const leader = await signIn(browser, 'leader');
  await leader.goto(page);
  await send(await step(leader, 'do-approve_report'), '审定报告');
  await expect(leader.getByText(/^开督查报〔\d{4}〕\d+号$/).first()).toBeVisible();
  await expect(leader.getByText('核对一致')).toBeVisible();

  await head.goto(page);
  await expect(head.getByText(FOUND)).toBeVisible();
  await expect(head.getByText('督查员甲')).toHaveCount(0);
  await expect(head.getByRole('img', { name: '照片 1' })).toBeVisible();
  await expect(head.getByText('photo-with-place.jpg')).toHaveCount(0);
  await expect(head.getByText('添加佐证材料')).toHaveCount(0);
  await expectAccessible(head);
});

async function nameForTeams(triage: Page, person: string): Promise<void> {
  await triage.goto(`${ADMIN_URL}/teams`);
  const form = await step(triage, 'name');
  const option = form.getByRole('option', { name: new RegExp(`^${person}`) });
  await form.getByLabel('人员').selectOption((await option.getAttribute('value')) ?? '');
  await form.getByLabel('起始日').fill(TODAY);
  await form.getByRole('button', { name: '登记督查人员' }).click();
  await expect(triage.getByText('已保存。')).toBeVisible();
}
