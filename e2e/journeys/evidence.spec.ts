import { join } from 'node:path';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from '../journey.ts';
import { acceptAndRoute, logWalkIn } from '../lead-up.ts';
import { openByNumber, send, signIn, step } from '../staff.ts';

const PHOTO = join(import.meta.dirname, '..', 'files', 'photo-with-place.jpg');
const MATTER = {
  ...{ title: '窗口材料清单与指南不一致', name: '反映人丙', phone: '13900000085' },
  body: '网上指南写四样材料，窗口公示写六样，按网上的带来又让回去补，前后跑了三趟，窗口说等通知更正，一直没有更正。',
};

test('a department puts a photo to a measure it has done; the office sees it with its hash', async ({
  browser,
}) => {
  const triage = await signIn(browser, 'triage');
  const { number } = await logWalkIn(MATTER);
  const route = { lead: '行政审批局', measure: '更正窗口公示的材料清单' };
  await openByNumber(triage, await acceptAndRoute(number, route));
  await expect(triage.getByRole('heading', { level: 1, name: /DB-/ })).toBeVisible();
  const item = triage.url();

  const officer = await signIn(browser, 'officer');
  await officer.goto(item);
  await send(await step(officer, 'do-sign'), '签收');
  await expect(officer.getByText('添加佐证材料')).toHaveCount(0);
  const done = await step(officer, 'do-complete_measure');
  await done.getByLabel('佐证').fill('公示牌已更换');
  await done.getByRole('button', { name: '完成举措' }).click();
  await officer.getByText('添加佐证材料').click();
  await officer
    .getByLabel('选择照片或文件')
    .setInputFiles([{ name: '空白.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a photo') }]);
  await officer.getByRole('button', { name: '上传' }).click();
  await expect(officer.getByRole('alert')).toContainText('空白.jpg');
  await officer.getByLabel('选择照片或文件').setInputFiles(PHOTO);
  await officer.getByRole('button', { name: '上传' }).click();
  await expect(officer.getByText(/^原件指纹 SHA-256：[0-9a-f]{64}$/)).toBeVisible();
  await expectAccessible(officer);

  await triage.reload();
  await expect(triage.getByRole('link', { name: 'photo-with-place.jpg' }).last()).toBeVisible();
  await expect(triage.getByText(/^原件指纹 SHA-256：[0-9a-f]{64}$/)).toBeVisible();
  await triage.getByRole('link', { name: '遮盖' }).click();
  await expect(triage.getByRole('heading', { name: '遮盖图片' })).toBeVisible();
  await triage.getByRole('link', { name: '← photo-with-place.jpg' }).click();
  await expect(triage.getByRole('heading', { level: 1, name: /DB-/ })).toBeVisible();
});
