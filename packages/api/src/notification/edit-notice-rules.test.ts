import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import {
  dropNoticeRulesDraft,
  publishNoticeRules,
  restoreNoticeRules,
  saveNoticeHours,
  saveNoticeMatrix,
  saveNoticeTemplate,
} from './edit-notice-rules.ts';
import { openMessage } from './open-message.ts';
import { readNoticeRules, readNoticeTemplate } from './read-notice-rules.ts';
import { previewNotice, sendTestNotice } from './test-notice.ts';
import { drainMessages } from './testing/drain-notices.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

const key = { event: 'accepted', to: 'complainant', kind: 'email', category: '' };
const words = {
  ...key,
  subject: '受理通知（{number}）',
  body: '您反映的事项（{number}）已受理。退订：{opt_out_url}',
  subjectEn: 'Accepted ({number})',
  bodyEn: 'Complaint {number} is accepted. Stop: {opt_out_url}',
};
const seen = async () => taken(await readNoticeRules(house, cast.triage)).seen;

describe('the rules of notification', () => {
  it('are drafted, published, and then in force', async () => {
    taken(await saveNoticeTemplate(house, cast.triage, { ...words, seen: await seen() }));
    const cells = ['complainant email', 'lead_head in_app', 'triage in_app'];
    expect(
      await saveNoticeMatrix(house, cast.triage, { event: 'accepted', cells, seen: await seen() }),
    ).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { cells: 'not_a_choice' },
    });
    const allowed = { event: 'accepted', cells: ['complainant email', 'clerk in_app'], seen: await seen() };
    taken(await saveNoticeMatrix(house, cast.triage, allowed));
    await anAcceptedComplaint(house, cast, { email: 'jia@example.com' });
    await drainMessages(house);
    const subjects = async () =>
      (
        await house.db.prisma.message.findMany({
          where: { template: 'accepted' },
          orderBy: { createdAt: 'asc' },
        })
      ).map(({ subject, rulesVersion }) => `${rulesVersion} ${subject.slice(0, 4)}`);
    expect(await subjects()).toEqual(['1 您的诉求']);
    house.at('2026-10-12T02:00:00.000Z');
    const published = taken(
      await publishNoticeRules(house, cast.triage, { seen: await seen(), note: '改受理通知的措辞' }),
    );
    expect(published).toEqual({ number: 2 });
    await anAcceptedComplaint(house, cast, { email: 'yi@example.com', title: '另一件也没有办成', phone: '' });
    await drainMessages(house);
    expect(await subjects()).toEqual(['1 您的诉求', '2 受理通知']);
    expect(
      await house.db.prisma.notice.count({ where: { staffId: cast.clerk.staffId, event: 'accepted' } }),
    ).toBe(1);
    const page = taken(await readNoticeRules(house, cast.triage));
    expect(page.versions.map(({ number, note, by }) => [number, note, by])).toEqual([
      [2, '改受理通知的措辞', 'triage'],
      [1, '', ''],
    ]);
  });

  it('refuses what somebody else changed meanwhile', async () => {
    const first = await seen();
    taken(await saveNoticeTemplate(house, cast.triage, { ...words, seen: first }));
    const late = await saveNoticeTemplate(house, cast.secondTriage, { ...words, seen: first });
    expect(refusalOf(late)).toBe('stale');
    expect(refusalOf(await publishNoticeRules(house, cast.triage, { seen: first, note: '发布' }))).toBe(
      'stale',
    );
    taken(await dropNoticeRulesDraft(house, cast.triage));
    expect(await seen()).toBe(first);
  });

  it('lets two begin a draft at once, and one of them win', async () => {
    const at = await seen();
    const tries = await Promise.all(
      [cast.triage, cast.secondTriage].map((who) => saveNoticeTemplate(house, who, { ...words, seen: at })),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await house.db.prisma.noticeVersion.count({ where: { status: 'draft' } })).toBe(1);
  });

  it.each([
    [{ body: '{number}{opt_out_url}{phone}' }, { body: 'unknown_variable' }],
    [{ subject: '{number}{title}' }, { subject: 'private_variable' }],
    [{ bodyEn: '{number}' }, { bodyEn: 'opt_out_missing' }],
    [{ subjectEn: '' }, { subjectEn: 'required' }],
    [{ category: 'nowhere' }, { category: 'unknown_category' }],
    [{ event: 'spam' }, { event: 'not_a_choice' }],
  ])('keeps no template with %o', async (change, fields) => {
    const result = await saveNoticeTemplate(house, cast.triage, { ...words, ...change, seen: await seen() });
    expect(result).toEqual({ ok: false, kind: 'bad_input', fields });
    expect(await house.db.prisma.noticeVersion.count()).toBe(1);
  });

  it('has words of its own for a category, and an earlier version comes back as a draft', async () => {
    const { code } = await house.db.prisma.category.findFirstOrThrow();
    taken(await saveNoticeTemplate(house, cast.triage, { ...words, category: code, seen: await seen() }));
    const own = taken(await readNoticeTemplate(house, cast.triage, { ...key, category: code }));
    expect(own.words['zh-CN'].subject).toBe('受理通知（{number}）');
    expect(own.ownCategories).toEqual([code]);
    const all = taken(await readNoticeTemplate(house, cast.triage, key));
    expect(all.words['zh-CN'].subject).toBe('您的诉求已受理（{number}）');
    house.at('2026-10-12T02:00:00.000Z');
    taken(await restoreNoticeRules(house, cast.triage, { number: 1, seen: await seen() }));
    expect(taken(await readNoticeTemplate(house, cast.triage, key)).ownCategories).toEqual([]);
  });

  it('holds the hours of quiet and of reminders', async () => {
    const hours = { quietFrom: '22:00', quietTo: '07:30', officeFrom: '09:00', officeTo: '08:00' };
    expect(await saveNoticeHours(house, cast.triage, { ...hours, seen: await seen() })).toMatchObject({
      fields: { officeTo: 'out_of_range' },
    });
    taken(await saveNoticeHours(house, cast.triage, { ...hours, officeTo: '17:00', seen: await seen() }));
    expect(taken(await readNoticeRules(house, cast.triage)).quiet).toEqual({ from: '22:00', to: '07:30' });
  });

  it('is for triage and system admins', async () => {
    for (const actor of [cast.clerk, cast.officer, cast.leader, cast.auditor]) {
      expect(refusalOf(await readNoticeRules(house, actor))).toBe('not_found');
      expect(refusalOf(await saveNoticeTemplate(house, actor, { ...words, seen: await seen() }))).toBe(
        'not_found',
      );
      expect(refusalOf(await sendTestNotice(house, actor, words))).toBe('not_found');
    }
  });
});

describe('a test', () => {
  it('is shown with an invented case', async () => {
    const preview = taken(await previewNotice(house, cast.triage, words));
    expect(preview['zh-CN']).toEqual({
      subject: '受理通知（BH-261012-7K3M9Q-4）',
      body: '您反映的事项（BH-261012-7K3M9Q-4）已受理。退订：https://window.example.cn/notices/…\n',
    });
    expect(await previewNotice(house, cast.triage, { ...words, body: '{x}' })).toMatchObject({ ok: false });
  });

  it('goes to the address that was typed, and is seen in the outbox', async () => {
    const test = { ...words, locale: 'en', channel: 'email', recipient: 'me@example.com' };
    const { messageId } = taken(await sendTestNotice(house, cast.triage, test));
    await drainMessages(house);
    const opened = taken(
      await openMessage(house, { ...cast.auditor, roles: ['system_admin'] }, { messageId }),
    );
    expect(opened).toMatchObject({ audience: 'test', status: 'local', recipient: 'm***@example.com' });
    expect(opened.body).toContain('Complaint BH-261012-7K3M9Q-4 is accepted.');
    expect(await sendTestNotice(house, cast.triage, { ...test, recipient: 'me at home' })).toMatchObject({
      fields: { recipient: 'email_malformed' },
    });
    expect(
      await sendTestNotice(house, cast.triage, { ...test, channel: 'sms', recipient: '13800138000' }),
    ).toMatchObject({ fields: { channel: 'not_a_choice' } });
  });
});
