import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nameSubstitute } from '../people/substitution/name-substitute.ts';
import { routeComplaint } from '../supervision/route-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { aRoute, anAcceptedComplaint, anItemBeingVerified, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { announceEvent } from './announce-event.ts';
import { countNotices, listNotices, openNotice, readAllNotices } from './list-notices.ts';
import { drainMessages, drainNotices, PLAIN_ANNOUNCER } from './testing/drain-notices.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

const bell = async (person: Cast['officer']) =>
  taken(await listNotices(house, person, {})).notices.map(({ event }) => event);

describe('an assignment', () => {
  it('rings for handlers and heads of the departments concerned, not for strangers', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const { itemId } = taken(await routeComplaint(house, cast.triage, aRoute(cast, complaintId)));
    await drainNotices(house);
    for (const person of [cast.officer, cast.head, cast.cooperatingOfficer])
      expect(await bell(person)).toEqual(['item_assigned']);
    for (const person of [cast.strangerOfficer, cast.inspector, cast.auditor, cast.clerk])
      expect(await bell(person)).toEqual([]);
    const { notices, unread } = taken(await listNotices(house, cast.officer, {}));
    expect(unread).toBe(1);
    expect(notices[0]).toMatchObject({ about: 'item', aboutId: itemId, readAt: null });
    expect(notices[0]?.text).toMatch(/^督办事项 DB-\S+ 已派到贵单位，请2026-10-13签收$/);
    expect(notices[0]?.textEn).toMatch(/^Item DB-\S+ was assigned to you; sign for it 2026-10-13$/);
  });

  it('follows to whoever acts for the absent, to the end of the chain, and to nobody else', async () => {
    const week = { from: '2026-10-12', to: '2026-10-16' };
    taken(await nameSubstitute(house, cast.officer, { substituteId: cast.head.staffId, ...week }));
    const first = { substituteId: cast.thirdInspector.staffId, ...week };
    const second = { substituteId: cast.fourthInspector.staffId, ...week };
    taken(await nameSubstitute(house, cast.inspector, first));
    taken(await nameSubstitute(house, cast.thirdInspector, second));
    await anItemBeingVerified(house, cast);
    await drainNotices(house);
    expect(await bell(cast.inspector)).toEqual(['verification_opened']);
    expect(await bell(cast.thirdInspector)).toEqual([]);
    expect(await bell(cast.fourthInspector)).toEqual(['verification_opened']);
    // Head and substitute of the officer at once, but told once.
    expect((await bell(cast.head)).filter((one) => one === 'item_assigned')).toHaveLength(1);
  });

  it('rings once however often the job runs, and is quiet once it was read', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const { itemId } = taken(await routeComplaint(house, cast.triage, aRoute(cast, complaintId)));
    const assigned = await house.db.prisma.event.findFirstOrThrow({
      where: { streamId: itemId, type: 'ItemAssigned' },
    });
    const job = { about: 'item', occasion: `${itemId}:${assigned.version}` };
    await Promise.all([1, 2, 3].map(() => announceEvent(house, PLAIN_ANNOUNCER, job)));
    expect(await countNotices(house, cast.officer)).toEqual({ ok: true, value: 1 });
    const { notices } = taken(await listNotices(house, cast.officer, {}));
    const noticeId = notices[0]?.id;
    expect(await openNotice(house, cast.head, { noticeId })).toMatchObject({ ok: false });
    expect(taken(await openNotice(house, cast.officer, { noticeId }))).toEqual({
      about: 'item',
      aboutId: itemId,
    });
    expect(await countNotices(house, cast.officer)).toEqual({ ok: true, value: 0 });
    expect(await countNotices(house, cast.head)).toEqual({ ok: true, value: 1 });
    await readAllNotices(house, cast.head);
    expect(await countNotices(house, cast.head)).toEqual({ ok: true, value: 0 });
  });
});

describe('what staff is told of', () => {
  it('names the inspector, tells triage of the request, and nobody of what they did themselves', async () => {
    await anItemBeingVerified(house, cast);
    await drainNotices(house);
    expect(await bell(cast.inspector)).toEqual(['verification_opened']);
    expect(await bell(cast.thirdInspector)).toEqual([]);
    expect(await bell(cast.assessor)).toEqual(['verification_opened']);
    expect(await bell(cast.triage)).toEqual(['strike_off_requested']);
  });

  it('holds no contact data, whatever the complainant left', async () => {
    const marked = { name: '标记甲乙丙', phone: '13912345678', email: 'marker@example.com' };
    await anItemBeingVerified(house, cast, marked);
    await drainMessages(house);
    const { rows } = await house.db.pool.query<{ row: string }>('SELECT notice::text AS row FROM notice');
    expect(rows.length).toBeGreaterThan(4);
    const everything = rows.map(({ row }) => row).join('\n');
    for (const mark of ['标记甲乙丙', '13912345678', 'marker@example.com', '5678'])
      expect(everything).not.toContain(mark);
  });
});

describe('what complainants are told', () => {
  it('goes by mail and SMS, and nothing private is in the SMS or in a subject', async () => {
    await anAcceptedComplaint(house, cast, { email: 'jia@example.com', title: '私密标题不外传' });
    await drainMessages(house);
    const messages = await house.db.prisma.message.findMany({ orderBy: { occasion: 'asc' } });
    expect(messages.map(({ template, channel, status }) => [template, channel, status])).toEqual(
      expect.arrayContaining([
        ['receipt', 'email', 'local'],
        ['receipt', 'sms', 'local'],
        ['accepted', 'email', 'local'],
      ]),
    );
    expect(messages).toHaveLength(3);
    for (const { subject } of messages) expect(subject).not.toContain('私密');
  });

  it('takes a job of the version before', async () => {
    const complaintId = await anAcceptedComplaint(house, cast, { email: 'jia@example.com' });
    const old = { complaintId, template: 'receipt', occasion: `${complaintId}:1` };
    expect(await announceEvent(house, PLAIN_ANNOUNCER, old)).toEqual({ ok: true, value: 2 });
    expect(await announceEvent(house, PLAIN_ANNOUNCER, { about: 'x' })).toMatchObject({ kind: 'bad_input' });
  });
});
