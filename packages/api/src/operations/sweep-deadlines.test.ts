import { readStream, saveCalendarYear } from '@bihuan/db';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anAnsweredComplaint, give } from '../complaint/testing/answered.ts';
import { forgetRules } from '../policy/rules-in-force.ts';
import { routeComplaint } from '../supervision/route-complaint.ts';
import { signItem } from '../supervision/sign-item.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';
import { SweepMemory } from './sweep-memory.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

const QUIET = {
  complaints: { recompute_due: 0, time_out_question: 0, close_in_silence: 0, cross_deadline: 0 },
  items: { recompute_due: 0, sign_in_silence: 0, cross_deadlines: 0, near_deadlines: 0, escalate: 0 },
  failed: [],
};

/** What a stream says of time alone: type, deadline, due date and level of each crossing and silent change. */
async function byTime(streamId: string, at: TestHouse = house): Promise<string[]> {
  const events = await readStream(at.db, streamId);
  return events
    .filter(
      ({ actor, type }) => actor.kind === 'system' && type !== 'ItemEscalated' && type !== 'DeadlineNeared',
    )
    .map(({ type, data }) => {
      const { deadline, clock, due, level } = data as {
        deadline?: string;
        clock?: unknown;
        due?: { date: string };
        level?: number;
      };
      const kind = typeof clock === 'string' ? clock : deadline;
      return type === 'DeadlineCrossed' ? `${kind} ${due?.date} ${level}` : type;
    });
}

async function entries(at: TestHouse = house): Promise<string[]> {
  const rows = await at.db.prisma.scoreEntry.findMany({
    orderBy: [{ streamId: 'asc' }, { eventVersion: 'asc' }],
  });
  return rows.map(({ rule, centipoints }) => `${rule} ${centipoints}`);
}

function isReadStream(query: unknown): boolean {
  return (query as { name?: string }).name === 'read-stream';
}

describe('sweepDeadlines', () => {
  it('writes a crossing at the very moment, and never again', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    house.at('2026-10-19T15:59:59.999Z');
    expect(await sweepDeadlines(house)).toEqual(QUIET);
    house.at('2026-10-19T16:00:00.000Z');
    expect(await sweepDeadlines(house)).toEqual({
      ...QUIET,
      complaints: { ...QUIET.complaints, cross_deadline: 1 },
    });
    expect(await sweepDeadlines(house)).toEqual(QUIET);
    expect(await byTime(complaintId)).toEqual(['resolution 2026-10-19 0']);
  });

  it('writes it once when eight sweeps run side by side', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const { itemId } = await anAssignedItem(house, cast);
    house.at('2026-10-20T01:00:00.000Z');
    const reports = await Promise.all(Array.from({ length: 8 }, () => sweepDeadlines(house)));
    expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
    expect(reports.reduce((sum, { complaints }) => sum + complaints.cross_deadline, 0)).toBe(2);
    expect(reports.reduce((sum, { items }) => sum + items.sign_in_silence, 0)).toBe(1);
    expect(await byTime(complaintId)).toEqual(['resolution 2026-10-19 0']);
    expect(await byTime(itemId)).toEqual([
      'sign_for 2026-10-13 0',
      'ItemSigned',
      'item 2026-10-19 0',
      'measure 2026-10-14 0',
      'measure 2026-10-14 0',
    ]);
  });

  it('comes to the same when it did not run for weeks', async () => {
    const late = await openTestHouse();
    try {
      const lateCast = await castPeople(late);
      const [here, there] = [await anAssignedItem(house, cast), await anAssignedItem(late, lateCast)];
      taken(await signItem(house, cast.officer, { itemId: here.itemId }));
      taken(await signItem(late, lateCast.officer, { itemId: there.itemId }));
      const [silentHere, silentThere] = [
        await anAssignedItem(house, cast),
        await anAssignedItem(late, lateCast),
      ];
      for (let day = 13; day <= 30; day += 1) {
        house.at(`2026-10-${day}T02:00:00.000Z`);
        await sweepDeadlines(house);
      }
      late.at('2026-10-30T02:00:00.000Z');
      await sweepDeadlines(late);
      const crossed = [
        'item 2026-10-19 0',
        'item 2026-10-19 1',
        'measure 2026-10-14 0',
        'measure 2026-10-14 0',
      ];
      const signed = ['heartbeat 2026-10-22 0', ...crossed];
      expect((await byTime(here.itemId)).toSorted()).toEqual(signed);
      expect((await byTime(there.itemId, late)).toSorted()).toEqual(signed);
      const silent = ['ItemSigned', 'heartbeat 2026-10-26 0', ...crossed, 'sign_for 2026-10-13 0'];
      expect((await byTime(silentHere.itemId)).toSorted()).toEqual(silent);
      expect((await byTime(silentThere.itemId, late)).toSorted()).toEqual(silent);
      const points = ['further_late -100', 'further_late -100', 'late -200', 'late -200'];
      expect((await entries()).toSorted()).toEqual(points);
      expect((await entries(late)).toSorted()).toEqual(points);
      expect(await byTime(here.complaintId)).toEqual(['resolution 2026-10-19 0', 'resolution 2026-10-19 1']);
      expect(await byTime(there.complaintId, late)).toEqual([
        'resolution 2026-10-19 0',
        'resolution 2026-10-19 1',
      ]);
    } finally {
      await late.drop();
    }
  });

  it('ends the wait for an answer, and closes an answer nobody spoke against', async () => {
    const asked = (await anAssignedItem(house, cast)).complaintId;
    await give(house, cast.triage, asked, { type: 'ask_complainant', question: '请补充受理窗口的编号。' });
    const answered = (await anAnsweredComplaint(house, cast)).complaintId;
    house.at('2026-10-19T16:00:00.000Z');
    expect((await sweepDeadlines(house)).complaints).toMatchObject({
      close_in_silence: 1,
      time_out_question: 0,
    });
    expect(await byTime(answered)).toEqual(['ComplaintClosedInSilence']);
    house.at('2026-10-26T16:00:00.000Z');
    expect((await sweepDeadlines(house)).complaints).toMatchObject({
      close_in_silence: 0,
      time_out_question: 1,
    });
    expect(await byTime(asked)).toEqual(['QuestionTimedOut']);
  });

  it('goes on after a case that cannot be read, and names it', async () => {
    const broken = await anAcceptedComplaint(house, cast);
    const whole = await anAcceptedComplaint(house, cast);
    await house.db.pool.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
    await house.db.pool.query(`UPDATE event SET type = 'Nonsense' WHERE stream_id = $1 AND version = 2`, [
      broken,
    ]);
    house.at('2026-10-20T01:00:00.000Z');
    const report = await sweepDeadlines(house);
    expect(report.failed).toEqual([{ id: broken, error: expect.objectContaining({ name: 'BrokenStream' }) }]);
    expect(report.complaints.cross_deadline).toBe(1);
    expect(await byTime(whole)).toEqual(['resolution 2026-10-19 0']);
  });

  it('leaves a provisional date alone, moves it once when its year is loaded, and crosses it then', async () => {
    house.at('2026-12-29T01:00:00.000Z');
    const { complaintId, itemId } = await anAssignedLate();
    const due = async () => house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
    expect(await due()).toMatchObject({ dueOn: new Date('2027-01-06'), isDueProvisional: true });
    house.at('2027-01-20T01:00:00.000Z');
    const before = await sweepDeadlines(house);
    expect(before.complaints).toEqual(QUIET.complaints);
    await saveCalendarYear(
      house.db,
      2027,
      [
        { date: '2027-01-01', kind: 'rest', name: '元旦' },
        { date: '2027-01-04', kind: 'rest', name: '元旦' },
      ],
      'test',
      house.now(),
    );
    forgetRules(house);
    const after = await sweepDeadlines(house);
    expect(after.complaints).toEqual({ ...QUIET.complaints, recompute_due: 1, cross_deadline: 1 });
    expect(await due()).toMatchObject({ dueOn: new Date('2027-01-07'), isDueProvisional: false });
    expect(await byTime(complaintId)).toEqual([
      'DueDateRecomputed',
      'resolution 2027-01-07 0',
      'resolution 2027-01-07 1',
    ]);
    expect(
      (await byTime(itemId)).filter((one) => one === 'DueDateRecomputed' || one.startsWith('item')),
    ).toEqual(['DueDateRecomputed', 'DueDateRecomputed', 'item 2027-01-07 0', 'item 2027-01-07 1']);
    expect(await sweepDeadlines(house)).toEqual(QUIET);
  });

  it('looks again at a case it kept only in another half-day', async () => {
    await anAcceptedComplaint(house, cast);
    const memory = new SweepMemory();
    house.at('2026-10-20T01:00:00.000Z');
    await sweepDeadlines(house, memory);
    await sweepDeadlines(house, memory);
    const query = vi.spyOn(house.db.pool, 'query');
    const reads = () => query.mock.calls.filter(([asked]) => isReadStream(asked)).length;
    await sweepDeadlines(house, memory);
    expect(reads()).toBe(0);
    house.at('2026-10-20T05:00:00.000Z');
    await sweepDeadlines(house, memory);
    expect(reads()).toBe(1);
  });

  /** An item assigned at the end of 2026, signed, whose dates fall into a year not loaded. */
  async function anAssignedLate() {
    const complaintId = await anAcceptedComplaint(house, cast);
    const measures = [{ text: '出具一次性告知书', departmentId: cast.approvals, dueOn: '2026-12-30' }];
    const route = {
      complaintId,
      leadDepartmentId: cast.approvals,
      cooperatingDepartmentIds: [],
      measures,
      problem: '多次往返',
    };
    const { itemId } = taken(await routeComplaint(house, cast.triage, route));
    taken(await signItem(house, cast.officer, { itemId }));
    return { complaintId, itemId };
  }
});
