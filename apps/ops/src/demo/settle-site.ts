import { createWebhook, publishSiteMessage, saveQuestionEntry, type House } from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import { taken } from './refused-step.ts';
import { QUESTION_ENTRIES } from './texts/question-entries.ts';

/** What a system admin keeps: a message of the site, questions often asked, and a webhook that sends nothing. */
export async function settleSite(house: House): Promise<void> {
  const { id: staffId, departmentId } = await house.db.prisma.staff.findFirstOrThrow({
    where: { roles: { has: 'system_admin' } },
    orderBy: { login: 'asc' },
  });
  const admin: StaffActor = { kind: 'staff', staffId, departmentId, roles: ['system_admin'] };
  for (const entry of QUESTION_ENTRIES) taken(await saveQuestionEntry(house, admin, entry));
  const hours = { tone: 'notice', hours: 'out_of_hours', fromAt: '', untilAt: '' };
  taken(
    await publishSiteMessage(house, admin, {
      ...hours,
      text: '现在是非工作时间，网上提交照常受理，时限从下一个工作日起算；窗口工作日9:00—17:00开放。',
      textEn:
        'The window is closed now. Filing online goes on; terms begin with the next working day. The window is open 9:00–17:00 on working days.',
    }),
  );
  const events = ['complaint.answered', 'item.struck_off', 'bulletin.published'];
  const webhook = { name: '政务服务大厅大屏', address: 'http://127.0.0.1:9/hook', events, isActive: false };
  taken(await createWebhook(house, admin, webhook));
}
