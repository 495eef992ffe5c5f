import { readContact, replayRows, verifyChains } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { aRoute, refusalOf, taken } from '../supervision/testing/stages.ts';
import { routeComplaint } from '../supervision/route-complaint.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { acceptComplaint } from './accept-complaint.ts';
import { mergeComplaint } from './merge-complaint.ts';
import { openPart } from './open-part.ts';
import { openTracking } from './open-tracking.ts';
import { readComplaint } from './read-complaint.ts';
import { reclassifyComplaint } from './reclassify-complaint.ts';
import { splitComplaint } from './split-complaint.ts';
import { submitComplaint } from './submit-complaint.ts';
import { theComplainant } from './testing/answered.ts';
import { trackComplaint } from './track-complaint.ts';

let house: TestHouse;
let cast: Cast;
let category: string;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  category = (await house.db.prisma.category.findFirstOrThrow({ where: { parent: { not: null } } })).code;
});
afterAll(() => house.drop());

const MATTER = {
  channel: 'portal',
  complainantKind: 'citizen',
  openness: 'confidential',
  title: '许可证拿不到，路灯也不亮',
  body: '施工许可材料交了四次还没有受理；工地门口的路灯坏了一个月。',
  name: '反映人丙',
  phone: '13700137000',
};
const PARTS = [
  { title: '施工许可材料交了四次', body: '施工许可材料交了四次还没有受理。' },
  { title: '工地门口路灯不亮', body: '工地门口的路灯坏了一个月。' },
];

async function filed() {
  const anyone = { kind: 'complainant', complaintId: '' } as const;
  return taken(await submitComplaint(house, anyone, MATTER));
}

async function aSplit() {
  const whole = await filed();
  const given = { complaintId: whole.complaintId, parts: PARTS, reason: '两件事分属两个部门' };
  const { partIds } = taken(await splitComplaint(house, cast.triage, given));
  return { ...whole, partIds: partIds as [string, string] };
}

const track = async (id: string) =>
  taken(await trackComplaint(house, theComplainant(id), { complaintId: id }));

describe('splitComplaint', () => {
  it('makes each part a complaint of the same person with a clock of its own', async () => {
    const { complaintId, partIds } = await aSplit();
    const rows = await house.db.prisma.complaint.findMany({
      where: { splitFromId: complaintId },
      orderBy: { trackingNumber: 'asc' },
    });
    expect(rows.map(({ id, title, status }) => [id, title, status])).toEqual([
      [partIds[0], '施工许可材料交了四次', 'submitted'],
      [partIds[1], '工地门口路灯不亮', 'submitted'],
    ]);
    expect(await readContact(house.db, partIds[1], house.keyring)).toMatchObject({
      name: '反映人丙',
      phone: '13700137000',
    });
    taken(
      await acceptComplaint(house, cast.triage, { complaintId: partIds[0], category, complexity: 'complex' }),
    );
    const [first, second] = [await track(partIds[0]), await track(partIds[1])];
    expect([first.clock?.kind, first.clock?.due?.date]).toEqual(['resolution', '2026-11-02']);
    expect([second.clock?.kind, second.clock?.due?.date]).toEqual(['triage', '2026-10-13']);
  });

  it('shows all parts on the page of the whole, and opens each from there with the same code', async () => {
    const { complaintId, partIds, queryCode } = await aSplit();
    taken(
      await acceptComplaint(house, cast.triage, { complaintId: partIds[0], category, complexity: 'simple' }),
    );
    taken(await routeComplaint(house, cast.triage, aRoute(cast, partIds[0])));
    const whole = await track(complaintId);
    expect(whole).toMatchObject({ status: 'split', clock: null, whole: null });
    expect(
      whole.parts.map(({ title, status, holder, isThis }) => [title, status, holder?.kind, isThis]),
    ).toEqual([
      ['施工许可材料交了四次', 'under_supervision', 'department', false],
      ['工地门口路灯不亮', 'submitted', 'triage', false],
    ]);
    const [one, other] = partIds;
    expect(await openPart(house, theComplainant(complaintId), { complaintId: one })).toMatchObject({
      ok: true,
    });
    expect(await openPart(house, theComplainant(one), { complaintId: other })).toMatchObject({ ok: true });
    expect(await openPart(house, theComplainant(one), { complaintId })).toMatchObject({ ok: true });
    const part = await track(one);
    expect(part.whole?.complaintId).toBe(complaintId);
    expect(part.parts.map(({ isThis }) => isThis)).toEqual([true, false]);
    const typed = { number: part.trackingNumber, code: queryCode };
    expect(await openTracking(house, '127.0.0.1', typed)).toMatchObject({ value: { complaintId: one } });
  });

  it('opens nothing of anybody else', async () => {
    const { partIds } = await aSplit();
    const stranger = await filed();
    for (const [own, asked] of [
      [stranger.complaintId, partIds[0]],
      [partIds[0], stranger.complaintId],
    ] as const)
      expect(refusalOf(await openPart(house, theComplainant(own), { complaintId: asked }))).toBe('not_found');
    expect(refusalOf(await openPart(house, cast.triage, { complaintId: partIds[0] }))).toBe('not_found');
  });

  it('keeps the lineage for the office, both ways', async () => {
    const { complaintId, partIds, trackingNumber } = await aSplit();
    const whole = taken(await readComplaint(house, cast.triage, { complaintId }));
    expect(whole.parts.map(({ id }) => id)).toEqual(partIds);
    const part = taken(await readComplaint(house, cast.triage, { complaintId: partIds[1] }));
    expect(part.whole).toMatchObject({ id: complaintId, trackingNumber, status: 'split' });
  });

  it('is refused twice, to whoever may not, and while others follow the case', async () => {
    const { complaintId } = await aSplit();
    const again = { complaintId, parts: PARTS, reason: '再拆一次' };
    expect(refusalOf(await splitComplaint(house, cast.triage, again))).toBe('illegal_move');
    const one = await filed();
    const given = { ...again, complaintId: one.complaintId };
    expect(refusalOf(await splitComplaint(house, cast.leader, given))).toBe('not_authorised');
    expect(refusalOf(await splitComplaint(house, cast.officer, given))).toBe('not_found');
    const follower = await filed();
    taken(
      await mergeComplaint(house, cast.triage, {
        complaintId: follower.complaintId,
        survivorNumber: one.trackingNumber,
      }),
    );
    expect(refusalOf(await splitComplaint(house, cast.triage, given))).toBe('others_follow');
    expect(await house.db.prisma.complaint.count({ where: { splitFromId: one.complaintId } })).toBe(0);
    expect(await splitComplaint(house, cast.triage, { ...given, parts: PARTS.slice(0, 1) })).toMatchObject({
      fields: { parts: 'required' },
    });
  });
});

describe('reclassifyComplaint', () => {
  it('counts the date again and tells the old and the new one to office, department and complainant', async () => {
    const { complaintId } = await filed();
    taken(await acceptComplaint(house, cast.triage, { complaintId, category, complexity: 'ordinary' }));
    taken(await routeComplaint(house, cast.triage, aRoute(cast, complaintId)));
    const preview = taken(await readComplaint(house, cast.triage, { complaintId })).reclassified;
    expect(preview).toMatchObject({
      now: { date: '2026-10-19' },
      by: { simple: { date: '2026-10-15' }, complex: { date: '2026-11-02' } },
    });
    const changed = { complaintId, category, complexity: 'complex', reason: '需要现场踏勘' };
    taken(await reclassifyComplaint(house, cast.triage, changed));
    const told = { kind: 'reclassified', before: { date: '2026-10-19' }, due: { date: '2026-11-02' } };
    const { timeline, clock } = await track(complaintId);
    expect(timeline.at(-1)).toMatchObject({ ...told, text: '需要现场踏勘' });
    expect(clock?.due?.date).toBe('2026-11-02');
    for (const actor of [cast.triage, cast.officer]) {
      const page = taken(await readComplaint(house, actor, { complaintId }));
      expect(page.timeline.at(-1)?.event).toMatchObject({
        type: 'ComplaintReclassified',
        before: { date: '2026-10-19' },
        clock: { due: { date: '2026-11-02' } },
      });
    }
    expect(taken(await readComplaint(house, cast.officer, { complaintId })).reclassified).toBeNull();
    expect(refusalOf(await reclassifyComplaint(house, cast.triage, changed))).toBe(
      'classification_unchanged',
    );
    expect(await reclassifyComplaint(house, cast.triage, { ...changed, category: 'nowhere' })).toMatchObject({
      fields: { category: 'unknown_category' },
    });
  });
});

it('replays to the rows there are, and the chains hold', async () => {
  const { faults } = await verifyChains(house.db);
  const { differences } = await replayRows(house.db);
  expect([faults, differences]).toEqual([[], []]);
});
