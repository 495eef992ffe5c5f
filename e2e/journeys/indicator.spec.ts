import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { ADMIN_URL } from '../addresses.ts';
import { expect, test } from '../journey.ts';
import { send, signIn, step } from '../staff.ts';

const NOW = Date.now();
const NAME = `涉企检查一次办结率${NOW}`;
/** A year that is over and a department, so that the weights of the year that runs stay as they are. */
const YEAR = String(2020 + (NOW % 5));
const DEPARTMENTS = ['税务局', '科技创新局', '社会事业局', '不动产登记中心', '市场监督管理局', '财政金融局'];
const DEPARTMENT = DEPARTMENTS[Math.floor(NOW / 5) % DEPARTMENTS.length] ?? '';

test('an indicator is published once its weights are right, shows red, and becomes a supervision item', async ({
  browser,
}) => {
  const admin = await signIn(browser, 'appraisal');
  await admin.goto(`${ADMIN_URL}/indicators/new?year=${YEAR}`);
  await admin.getByLabel('指标名称').fill(NAME);
  await admin.getByRole('radio', { name: '综合服务' }).check();
  await admin.getByLabel('数据来源').fill('执法监督平台');
  await admin.getByLabel('责任部门1').selectOption({ label: DEPARTMENT });
  await admin.getByLabel('权重1').fill('60');
  await admin.getByLabel('计量单位').fill('%');
  await admin.getByLabel('底线值').fill('80');
  await admin.getByLabel('目标值').fill('95');
  await expectAccessible(admin);
  await admin.getByRole('button', { name: '保存草稿' }).click();
  await expect(admin.getByRole('heading', { name: NAME })).toBeVisible();
  const page = admin.url();

  await publish(admin);
  await expect(admin.getByRole('alert')).toContainText(`${DEPARTMENT}${YEAR}年指标权重合计为60%，应当为100%`);
  await admin.goto(`${page}/edit`);
  await admin.getByLabel('权重1').fill('100');
  await admin.getByRole('button', { name: '保存草稿' }).click();
  await expect(admin.getByRole('heading', { name: NAME })).toBeVisible();
  await publish(admin);
  await expect(admin.getByText('指标已发布。')).toBeVisible();

  await admin.goto(page);
  const entry = await step(admin, 'do-enter');
  await entry.getByLabel('月份').selectOption(`${YEAR}-12`);
  await entry.getByLabel('结果（%）').fill('78.5');
  await entry.getByLabel('佐证依据').fill('执法监督平台12月统计表');
  await send(entry, '填报结果');
  await expect(admin.getByText('待确认').first()).toBeVisible();
  await expect(admin.getByRole('button', { name: '确认', exact: true })).toHaveCount(0);

  const leader = await signIn(browser, 'leader');
  await leader.goto(page);
  await leader.getByRole('button', { name: '确认', exact: true }).click();
  await expect(leader.getByText('红灯').first()).toBeVisible();
  await expect(leader.getByText('82.63%').first()).toBeVisible();
  await expect(leader.getByText('红灯预警')).toBeVisible();

  const triage = await signIn(browser, 'triage');
  await triage.goto(page);
  await expectAccessible(triage);
  const item = await step(triage, 'open-item');
  await expect(item.getByLabel('督办问题')).toHaveValue(/完成78\.5%，应达到95%，只有应有进度的82\.63%/);
  await expect(item.getByLabel('建议牵头部门')).toContainText(DEPARTMENT);
  await send(item, '转入督办');
  await triage.getByRole('link', { name: /^由指标红灯转入/ }).click();
  await expect(triage.getByRole('link', { name: /^DB-/ }).first()).toBeVisible();
  await expect(triage.locator('#open-item')).toHaveCount(0);

  await triage.goto(`${ADMIN_URL}/indicators?year=${YEAR}&light=red`);
  await expect(triage.getByRole('link', { name: NAME })).toBeVisible();
  await expectAccessible(triage);
});

test('a file of results is told by the names of the page what it lacks, and row by row what is wrong', async ({
  browser,
}) => {
  const admin = await signIn(browser, 'appraisal');
  await admin.goto(`${ADMIN_URL}/indicators/import`);
  const tryOut = async (text: string) => {
    const file = { name: '结果.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await admin.getByLabel('结果文件').setInputFiles(file);
    await admin.getByRole('button', { name: '试导入' }).click();
  };
  await tryOut('指标编号,月份\nZB-1,2026-08\n');
  await expect(admin.getByRole('alert')).toHaveText(/^缺少必需的列：结果.佐证依据。文件的表头是：/);
  await tryOut('指标编号,月份,结果,佐证依据\n没有这个编号,2026-08,5,统计表\n');
  await expect(admin.getByText('有问题1条')).toBeVisible();
  await expect(admin.getByRole('row').filter({ hasText: '没有这个编号' })).toContainText(/指标编号：\S+/);
  await expect(admin.getByRole('alert')).toHaveCount(0);
  await expectAccessible(admin);
});

async function publish(admin: Page): Promise<void> {
  await admin.goto(`${ADMIN_URL}/indicators?year=${YEAR}`);
  const form = await step(admin, 'do-publish');
  const option = form.getByRole('option', { name: DEPARTMENT });
  await form.getByLabel('只发布这个部门的').selectOption((await option.getAttribute('value')) ?? '');
  await form.getByRole('button', { name: '发布', exact: true }).click();
}
