import { readStream } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAssignedItem, anItemBeingVerified, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { acceptComplaint } from './accept-complaint.ts';
import { askComplainant } from './ask-complainant.ts';
import { declineComplaint } from './decline-complaint.ts';
import { logWalkIn } from './log-walk-in.ts';
import { mergeComplaint } from './merge-complaint.ts';
import { publishAnswer } from './publish-answer.ts';
import { settleOnTheSpot } from './settle-on-the-spot.ts';
import { submitComplaint } from './submit-complaint.ts';
import { unmergeComplaint } from './unmerge-complaint.ts';

let house: TestHouse;
let cast: Cast;
let category: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  category = (await house.db.prisma.category.findFirstOrThrow({ where: { parent: { not: null } } })).code;
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const MATTER = {
  channel: 'portal',
  complainantKind: 'citizen',
  openness: 'confidential',
  title: '施工许可卡在图审环节',
  body: '图审意见改了五次，每次都有新的要求，没有一次性告知。',
  name: '反映人乙',
  phone: '13900139000',
};

async function filed(): Promise<{ id: string; number: string }> {
  const { complaintId, trackingNumber } = taken(await submitComplaint(house, ANYONE, MATTER));
  return { id: complaintId, number: trackingNumber };
}

async function eventTypes(id: string): Promise<readonly string[]> {
  return (await readStream(house.db, id)).map(({ type }) => type);
}

function row(id: string) {
  return house.db.prisma.complaint.findUniqueOrThrow({ where: { id } });
}

describe('acceptComplaint', () => {
  it('starts the clock of the handling: ordinary, five working days', async () => {
    const { id } = await filed();
    const result = await acceptComplaint(house, cast.triage, {
      complaintId: id,
      category,
      complexity: 'ordinary',
    });
    expect(result).toMatchObject({ ok: true, value: { status: 'accepted' } });
    expect(await row(id)).toMatchObject({
      ...{ status: 'accepted', category, clockKind: 'resolution', dueOn: new Date('2026-10-19') },
    });
  });

  it('takes no category that is not of the catalogue', async () => {
    const { id } = await filed();
    const typed = { complaintId: id, category: 'no-such', complexity: 'simple' };
    expect(await acceptComplaint(house, cast.triage, typed)).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { category: 'unknown_category' },
    });
  });

  it('is refused over a newer version', async () => {
    const { id } = await filed();
    taken(
      await acceptComplaint(house, cast.triage, {
        complaintId: id,
        category,
        complexity: 'simple',
        version: '1',
      }),
    );
    const late = await declineComplaint(house, cast.secondTriage, {
      ...{ complaintId: id, version: '1', reason: 'court', competentBody: '人民法院' },
      notice: '请到人民法院立案大厅办理。',
    });
    expect(refusalOf(late)).toBe('stale');
  });

  it('is not there for those who may not see the complaint, nor a right of those who may', async () => {
    const { id } = await filed();
    const typed = { complaintId: id, category, complexity: 'simple' };
    expect(refusalOf(await acceptComplaint(house, cast.officer, typed))).toBe('not_found');
    expect(refusalOf(await acceptComplaint(house, cast.clerk, typed))).toBe('not_found');
    expect(refusalOf(await acceptComplaint(house, cast.auditor, typed))).toBe('not_authorised');
    expect(await eventTypes(id)).toEqual(['ComplaintSubmitted']);
  });
});

describe('declineComplaint', () => {
  it('keeps reason, competent body and notice', async () => {
    const { id } = await filed();
    const typed = {
      reason: 'court',
      competentBody: '高新区人民法院',
      notice: '请到高新区人民法院立案大厅办理。',
    };
    taken(await declineComplaint(house, cast.triage, { complaintId: id, ...typed }));
    expect((await readStream(house.db, id)).at(-1)).toMatchObject({ type: 'ComplaintDeclined', data: typed });
  });

  it('needs all three', async () => {
    const { id } = await filed();
    const typed = { complaintId: id, reason: 'because', competentBody: '', notice: '短' };
    expect(await declineComplaint(house, cast.triage, typed)).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { reason: 'not_a_choice', competentBody: 'required', notice: 'too_short' },
    });
  });
});

describe('mergeComplaint', () => {
  it('follows the survivor, whose number may be typed sloppily, and goes on by itself after unmerging', async () => {
    const [one, other] = [await filed(), await filed()];
    const sloppy = other.number.toLowerCase().replaceAll('-', ' ');
    taken(await mergeComplaint(house, cast.triage, { complaintId: one.id, survivorNumber: sloppy }));
    expect(await row(one.id)).toMatchObject({ status: 'merged', survivorId: other.id });
    taken(await unmergeComplaint(house, cast.triage, { complaintId: one.id, reason: '不是同一事项' }));
    expect(await row(one.id)).toMatchObject({ status: 'submitted', survivorId: null, clockKind: 'triage' });
  });

  it('is refused into itself, into nothing, and into what was itself merged', async () => {
    const [one, other, third] = [await filed(), await filed(), await filed()];
    const merge = (complaintId: string, survivorNumber: string) =>
      mergeComplaint(house, cast.triage, { complaintId, survivorNumber });
    expect(refusalOf(await merge(one.id, one.number))).toBe('merge_into_itself');
    expect(await merge(one.id, 'BH-261012-000000-0')).toMatchObject({
      fields: { survivorNumber: 'unknown_number' },
    });
    expect(await merge(one.id, '随便写的')).toMatchObject({ fields: { survivorNumber: 'unknown_number' } });
    taken(await merge(other.id, third.number));
    expect(refusalOf(await merge(one.id, other.number))).toBe('survivor_ended');
  });
});

describe('settleOnTheSpot', () => {
  const settlement = {
    outcome: 'explained',
    text: '已当面解释，材料齐全后可当日办理。',
    complexity: 'simple',
  };

  it('is done by triage after acceptance', async () => {
    const { id } = await filed();
    taken(await acceptComplaint(house, cast.triage, { complaintId: id, category, complexity: 'simple' }));
    taken(await settleOnTheSpot(house, cast.triage, { complaintId: id, category, ...settlement }));
    expect(await row(id)).toMatchObject({ status: 'settled_on_the_spot', clockKind: null });
  });

  it('is done by a clerk with what the window has just logged, in one act', async () => {
    const walkIn = { ...MATTER, channel: 'walk_in', isSettled: 'true', category, ...settlement };
    const { complaintId } = taken(await logWalkIn(house, cast.clerk, walkIn));
    expect(await eventTypes(complaintId)).toEqual([
      'ComplaintSubmitted',
      'ComplaintAccepted',
      'ComplaintSettledOnTheSpot',
    ]);
  });
});

describe('logWalkIn', () => {
  it('files for the person at the desk, by the name of the clerk', async () => {
    const { complaintId, queryCode } = taken(
      await logWalkIn(house, cast.clerk, { ...MATTER, channel: 'phone' }),
    );
    expect(queryCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await row(complaintId)).toMatchObject({
      channel: 'phone',
      loggedById: cast.clerk.staffId,
      status: 'submitted',
    });
  });

  it('files nothing where the settlement is not complete', async () => {
    const before = await house.db.prisma.complaint.count();
    const result = await logWalkIn(house, cast.clerk, {
      ...MATTER,
      channel: 'walk_in',
      isSettled: 'true',
      category,
    });
    expect(result).toMatchObject({
      fields: { complexity: 'not_a_choice', outcome: 'not_a_choice', text: 'required' },
    });
    expect(await house.db.prisma.complaint.count()).toBe(before);
  });

  it('makes one of a form sent twice', async () => {
    const walkIn = { ...MATTER, channel: 'walk_in', once: 'desk-form-1' };
    const [first, second] = [
      await logWalkIn(house, cast.clerk, walkIn),
      await logWalkIn(house, cast.clerk, walkIn),
    ];
    expect(taken(second)).toMatchObject({ complaintId: taken(first).complaintId, isNew: false });
  });

  it('is for clerks, and for channels of the desk', async () => {
    expect(refusalOf(await logWalkIn(house, cast.triage, { ...MATTER, channel: 'walk_in' }))).toBe(
      'not_found',
    );
    expect(await logWalkIn(house, cast.clerk, MATTER)).toMatchObject({ fields: { channel: 'not_a_choice' } });
  });
});

describe('askComplainant', () => {
  it('lets the clock stand still', async () => {
    const { complaintId } = await anAssignedItem(house, cast);
    taken(await askComplainant(house, cast.triage, { complaintId, question: '请补充第一次到窗口的日期。' }));
    expect(await row(complaintId)).toMatchObject({ status: 'awaiting_complainant', clockKind: 'waiting' });
  });
});

describe('publishAnswer', () => {
  const text = '您反映的事项已核实，窗口已公示一次性告知书。';

  it('waits for the disposition of the item', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    const result = await publishAnswer(house, cast.triage, { complaintId, outcome: 'explained', text });
    expect(refusalOf(result)).toBe('item_not_disposed');
  });
});
