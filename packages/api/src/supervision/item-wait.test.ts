import { readStream, replayRows, verifyChains } from '@bihuan/db';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { askComplainant } from '../complaint/ask-complainant.ts';
import { replyToQuestion } from '../complaint/reply-to-question.ts';
import { sweepDeadlines } from '../operations/sweep-deadlines.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { Work } from '../work.ts';
import { linkComplaint } from './link-complaint.ts';
import { listItems } from './list-items.ts';
import { readItem } from './read-item.ts';
import { signItem } from './sign-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  await house?.drop();
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const ask = async (complaintId: string) =>
  taken(await askComplainant(house, cast.triage, { complaintId, question: '请补充营业执照编号' }));
const reply = async (complaintId: string) =>
  taken(
    await replyToQuestion(house, { kind: 'complainant', complaintId }, { complaintId, text: '已在附件中' }),
  );
const deadlineOn = async (id: string) =>
  (await house.db.prisma.supervisionItem.findUniqueOrThrow({ where: { id } })).deadlineOn
    ?.toISOString()
    .slice(0, 10);
const crossed = async (itemId: string) =>
  (await readStream(house.db, itemId)).flatMap(({ type, data }) =>
    type === 'DeadlineCrossed' ? [`${String(data['deadline'])} ${String(data['level'])}`] : [],
  );
const clocks = async (itemId: string) =>
  (await readStream(house.db, itemId)).flatMap(({ type, actor }) =>
    type.startsWith('Clocks') ? [`${type} ${actor.kind}`] : [],
  );

/** A signed item of five working days, due on Monday 19 October, asked about on Wednesday the 14th. */
async function aSignedItem() {
  const item = await anAssignedItem(house, cast);
  house.at('2026-10-13T01:00:00.000Z');
  taken(await signItem(house, cast.officer, { itemId: item.itemId }));
  house.at('2026-10-14T01:00:00.000Z');
  return item;
}

describe('an item whose complainant is asked', () => {
  it('stands still until the reply, charges nobody, and runs on to a later date', async () => {
    const { itemId, complaintId } = await aSignedItem();
    await ask(complaintId);
    house.at('2026-10-21T01:00:00.000Z');
    await sweepDeadlines(house);
    expect(await crossed(itemId)).toEqual([]);
    const waiting = taken(await readItem(house, cast.officer, { itemId }));
    expect(waiting.ball).toMatchObject({ step: 'await_complainant', by: '2026-10-28' });
    expect(waiting.responsibility).toMatchObject({ deadline: { date: '2026-10-26' } });
    expect(waiting.responsibility?.proof.filter(({ verdict }) => verdict === 'paused')).toHaveLength(5);
    expect(taken(await listItems(house, cast.triage, { overdue: true })).lines).toEqual([]);
    await reply(complaintId);
    expect(await clocks(itemId)).toEqual(['ClocksPaused staff', 'ClocksResumed complainant']);
    expect(await deadlineOn(itemId)).toBe('2026-10-26');
    house.at('2026-10-26T15:00:00.000Z');
    await sweepDeadlines(house);
    expect((await crossed(itemId)).filter((one) => one.startsWith('item'))).toEqual([]);
    expect(taken(await readItem(house, cast.officer, { itemId })).daysUsed?.sums).toEqual({
      lead: 5,
      cooperating: 0,
      complainant: 5,
      office: 0,
    });
    house.at('2026-10-26T16:00:00.000Z');
    await sweepDeadlines(house);
    expect((await crossed(itemId)).filter((one) => one.startsWith('item'))).toEqual(['item 0']);
    expect((await replayRows(house.db)).differences).toEqual([]);
    expect((await verifyChains(house.db)).faults).toEqual([]);
  });

  it('runs on of itself once the time for the reply is over', async () => {
    const { itemId, complaintId } = await aSignedItem();
    await ask(complaintId);
    house.at('2026-10-28T16:00:00.000Z');
    await sweepDeadlines(house);
    expect(await clocks(itemId)).toEqual(['ClocksPaused staff', 'ClocksResumed system']);
    expect(await deadlineOn(itemId)).toBe('2026-11-02');
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('runs on where the complaint is withdrawn instead', async () => {
    const { itemId, complaintId } = await aSignedItem();
    await ask(complaintId);
    house.at('2026-10-16T01:00:00.000Z');
    const work = new Work(house, { kind: 'complainant', complaintId });
    taken(await work.commandComplaint(complaintId, { type: 'withdraw', reason: '已自行解决' }));
    taken(await work.save());
    expect(await clocks(itemId)).toEqual(['ClocksPaused staff', 'ClocksResumed complainant']);
    expect(await deadlineOn(itemId)).toBe('2026-10-21');
  });
});

describe('an item over several complaints', () => {
  it('stands still only while every open one waits', async () => {
    const { itemId, complaintId: first } = await aSignedItem();
    await ask(first);
    house.at('2026-10-15T01:00:00.000Z');
    const second = await anAcceptedComplaint(house, cast, { title: '同一事项的另一位反映人' });
    taken(await linkComplaint(house, cast.triage, { itemId, complaintId: second }));
    expect(await clocks(itemId)).toEqual(['ClocksPaused staff', 'ClocksResumed staff']);
    expect(await deadlineOn(itemId)).toBe('2026-10-20');
    house.at('2026-10-16T01:00:00.000Z');
    await ask(second);
    expect((await clocks(itemId)).at(-1)).toBe('ClocksPaused staff');
    house.at('2026-10-20T01:00:00.000Z');
    await reply(first);
    expect(await clocks(itemId)).toHaveLength(4);
    // The 15th, the 19th and the 20th do not count.
    expect(await deadlineOn(itemId)).toBe('2026-10-22');
    expect((await replayRows(house.db)).differences).toEqual([]);
  });
});
