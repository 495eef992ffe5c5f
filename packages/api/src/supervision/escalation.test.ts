import { readStream, replayRows, verifyChains } from '@bihuan/db';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readInbox } from '../complaint/read-inbox.ts';
import { listNotices } from '../notification/list-notices.ts';
import { saveStaffChoice } from '../notification/staff-choice.ts';
import { drainNotices } from '../notification/testing/drain-notices.ts';
import { sweepDeadlines } from '../operations/sweep-deadlines.ts';
import { nameSubstitute } from '../people/substitution/name-substitute.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { readItem } from './read-item.ts';
import { reportProgress } from './report-progress.ts';
import { requestStrikeOff } from './request-strike-off.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anItemWithMeasuresDone, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  await house?.drop();
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

/** What was written: the level, whom it reached, and why somebody else. */
async function written(itemId: string) {
  const known = new Map(
    Object.entries(cast).flatMap(([name, one]) => (typeof one === 'string' ? [] : [[one.staffId, name]])),
  );
  return (await readStream(house.db, itemId)).flatMap(({ type, data }) =>
    type === 'ItemEscalated'
      ? [
          [
            data['tier'],
            ...(data['staffIds'] as string[]).map((id) => known.get(id)).toSorted(),
            data['missing'],
          ],
        ]
      : [],
  );
}

async function sections(actor: Cast['triage']) {
  return taken(await readInbox(house, actor))
    .filter(({ kind }) => kind === 'escalated')
    .flatMap(({ lines }) => lines.map(({ id }) => id));
}

async function bell(actor: Cast['triage']) {
  await drainNotices(house);
  return taken(await listNotices(house, actor, {})).notices.map(({ event }) => event);
}

const late = (events: readonly string[]) =>
  events.filter((one) => one === 'item_late' || one.startsWith('item_escalated'));

/** An item of Monday 12 October, due on Monday the 19th, of which only the strike-off request is open. */
const anItemNearlyDone = () => anItemWithMeasuresDone(house, cast);

describe('lateness', () => {
  it('goes up the chain in office hours, once, and tells who it reached', async () => {
    const { itemId } = await anItemNearlyDone();
    // 8:59 in Shanghai on the first day of lateness: the crossing is written, nobody is reminded.
    house.at('2026-10-20T00:59:00.000Z');
    expect((await sweepDeadlines(house)).items).toMatchObject({ cross_deadlines: 1, escalate: 0 });
    house.at('2026-10-20T01:00:00.000Z');
    expect((await sweepDeadlines(house)).items).toMatchObject({ escalate: 1 });
    await Promise.all([sweepDeadlines(house), sweepDeadlines(house)]);
    expect(await written(itemId)).toEqual([['handler', 'officer', null]]);
    // Of the first day of lateness the handler hears once: that the date was missed.
    expect(late(await bell(cast.officer))).toEqual(['item_late']);
    expect(await bell(cast.head)).not.toContain('item_escalated');
    expect(await sections(cast.head)).toEqual([]);

    house.at('2026-10-21T02:00:00.000Z');
    await sweepDeadlines(house);
    expect(await bell(cast.head)).toContain('item_escalated');
    expect(await sections(cast.head)).toEqual([itemId]);
    const { escalations, timeline } = taken(await readItem(house, cast.head, { itemId }));
    expect(escalations[0]).toMatchObject({
      ...{ tier: 'head', at: '2026-10-21T02:00:00.000Z', deadline: 'item', missing: null, isRunning: true },
      people: [{ id: cast.head.staffId }],
    });
    expect(timeline.at(-1)?.facts).toContainEqual({
      name: 'reached',
      person: expect.objectContaining({ id: cast.head.staffId }),
    });

    taken(await reportProgress(house, cast.officer, { itemId, text: '已办结，附材料', percent: 100 }));
    taken(await requestStrikeOff(house, cast.officer, { itemId, claim: '已出具告知书' }));
    expect(await sections(cast.head)).toEqual([]);
    expect(taken(await readItem(house, cast.head, { itemId })).escalations[0]?.isRunning).toBe(false);
    expect((await verifyChains(house.db)).faults).toEqual([]);
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('reminds a handler who asked not to hear of dates being missed', async () => {
    const { itemId } = await anItemNearlyDone();
    taken(await saveStaffChoice(house, cast.officer, { mode: 'each', muted: ['item_late'] }));
    house.at('2026-10-20T02:00:00.000Z');
    await sweepDeadlines(house);
    expect(await written(itemId)).toEqual([['handler', 'officer', null]]);
    expect(late(await bell(cast.officer))).toEqual(['item_escalated']);
  });

  it('comes to the same when nobody looked for days, and says so where a level is vacant', async () => {
    const { itemId } = await anItemNearlyDone();
    await house.db.prisma.staff.update({ where: { id: cast.head.staffId }, data: { isActive: false } });
    house.at('2026-10-26T02:00:00.000Z');
    await sweepDeadlines(house);
    await sweepDeadlines(house);
    expect(await written(itemId)).toEqual([
      ['handler', 'officer', null],
      ['head', 'secondTriage', 'triage', 'vacant'],
      ['triage', 'secondTriage', 'triage', null],
      ['leader', 'leader', null],
    ]);
    expect(await bell(cast.triage)).toEqual(
      expect.arrayContaining(['item_escalated', 'item_escalated_instead']),
    );
    expect(await sections(cast.leader)).toEqual([itemId]);
  });

  it('goes to whoever acts for somebody who is away, and past one who left', async () => {
    const { itemId } = await anItemNearlyDone();
    const away = { substituteId: cast.officer.staffId, from: '2026-10-19', to: '2026-10-30' };
    taken(await nameSubstitute(house, cast.head, away));
    house.at('2026-10-21T02:00:00.000Z');
    await sweepDeadlines(house);
    expect(await written(itemId)).toEqual([
      ['handler', 'officer', null],
      ['head', 'officer', null],
    ]);
    expect(await sections(cast.officer)).toEqual([itemId]);
  });

  it('reaches an absent person of nobody: the office is told why', async () => {
    const { itemId } = await anItemNearlyDone();
    const away = { substituteId: cast.officer.staffId, from: '2026-10-19', to: '2026-10-30' };
    taken(await nameSubstitute(house, cast.head, away));
    await house.db.prisma.staff.update({ where: { id: cast.officer.staffId }, data: { isActive: false } });
    house.at('2026-10-21T02:00:00.000Z');
    await sweepDeadlines(house);
    expect(await written(itemId)).toEqual([
      ['handler', 'secondTriage', 'triage', 'vacant'],
      ['head', 'secondTriage', 'triage', 'away'],
    ]);
  });
});
