import { replayRows, verifyChains } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordCallback } from '../complaint/record-callback.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { Work } from '../work.ts';
import { completeMeasure } from './complete-measure.ts';
import { fileFinding } from './file-finding.ts';
import { holdMeeting } from './hold-meeting.ts';
import { reportProgress } from './report-progress.ts';
import { resumeItem } from './resume-item.ts';
import { sendToRework } from './send-to-rework.ts';
import { signItem } from './sign-item.ts';
import { strikeOff } from './strike-off.ts';
import { suspendItem } from './suspend-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAssignedItem, anItemBeingVerified, measureIds, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
let struckOffId: string;
let lateId: string;
let complaintId: string;

/** One item struck off, one sent to rework, one late and suspended for a while: something of everything. */
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const verify = async (isResolved: boolean) => {
    const item = await anItemBeingVerified(house, cast);
    taken(
      await fileFinding(house, cast.inspector, { itemId: item.itemId, part: 'A', isResolved, text: '所见' }),
    );
    const answers = { outcome: 'valid', contacted: true, solved: isResolved, satisfaction: 'satisfied' };
    taken(await recordCallback(house, cast.clerk, { complaintId: item.complaintId, ...answers }));
    return item;
  };
  const good = await verify(true);
  ({ itemId: struckOffId, complaintId } = good);
  taken(await strikeOff(house, cast.triage, { itemId: struckOffId }));
  const office = new Work(house, cast.triage);
  taken(
    await office.commandComplaint(complaintId, { type: 'publish_answer', outcome: 'solved', text: '已办结' }),
  );
  taken(await office.save());
  const person = new Work(house, { kind: 'complainant', complaintId });
  taken(await person.commandComplaint(complaintId, { type: 'rate', level: 'satisfied', comment: '快' }));
  taken(await person.save());
  taken(await sendToRework(house, cast.triage, { itemId: (await verify(false)).itemId, reason: '未解决' }));
  const late = await anAssignedItem(house, cast);
  lateId = late.itemId;
  taken(await signItem(house, cast.officer, { itemId: lateId }));
  taken(
    await suspendItem(house, cast.leader, { itemId: lateId, reason: '等待政策', reviewOn: '2026-11-01' }),
  );
  const { itemId: metId } = await anAssignedItem(house, cast);
  taken(await signItem(house, cast.officer, { itemId: metId }));
  taken(
    await holdMeeting(house, cast.triage, {
      ...{ itemId: metId, on: '2026-10-12', place: '会议室', minutes: '再核对一次' },
      departmentIds: [cast.approvals],
      measures: [{ text: '再核对一次', departmentId: cast.approvals, dueOn: '2026-10-14' }],
    }),
  );
  house.at('2026-10-15T01:00:00.000Z');
  taken(await resumeItem(house, cast.triage, { itemId: lateId, reason: '政策已出' }));
  house.at('2026-11-06T01:00:00.000Z');
  for (const [index, actor] of [cast.officer, cast.cooperatingOfficer].entries()) {
    const measureId = (await measureIds(house, lateId))[index];
    taken(
      await completeMeasure(house, actor, {
        itemId: lateId,
        measureId,
        evidence: '迟交',
        explanation: '等待政策',
      }),
    );
  }
  taken(await reportProgress(house, cast.officer, { itemId: lateId, text: '已补交', percent: 100 }));
});
afterAll(() => house.drop());

/** Runs SQL as somebody would who has the database and no scruples. */
async function tamper(sql: string, values: readonly unknown[] = []) {
  const client = await house.db.pool.connect();
  try {
    await client.query('ALTER TABLE event DISABLE TRIGGER USER');
    await client.query(sql, [...values]);
    await client.query('ALTER TABLE event ENABLE TRIGGER USER');
  } finally {
    client.release();
  }
}

describe('replayRows', () => {
  it('folds all events to the rows, ledger and balances that are stored', async () => {
    const report = await replayRows(house.db);
    expect(report.differences).toEqual([]);
    expect(report.streams).toBe(11);
    expect(await house.db.prisma.scoreEntry.count()).toBeGreaterThan(2);
  });

  it('names a row that was changed behind the events', async () => {
    await house.db.pool.query('UPDATE supervision_item SET percent = 99, reworks = 7 WHERE id = $1', [
      struckOffId,
    ]);
    await house.db.pool.query(
      'UPDATE score_balance SET centipoints = centipoints + 100 WHERE department_id = $1',
      [cast.approvals],
    );
    await house.db.pool.query('UPDATE callback SET department_id = $1 WHERE complaint_id = $2', [
      cast.construction,
      complaintId,
    ]);
    const { differences } = await replayRows(house.db);
    expect(differences).toMatchObject([
      { table: 'supervision_item', key: struckOffId, column: 'reworks', expected: '0', found: '7' },
      { table: 'supervision_item', key: struckOffId, column: 'percent', expected: '60', found: '99' },
      { table: 'score_balance', key: `${cast.approvals} 2026-Q4 supervision`, column: 'centipoints' },
      { table: 'callback', column: 'department_id', expected: cast.approvals, found: cast.construction },
    ]);
  });
});

describe('verifyChains', () => {
  const faults = async () => (await verifyChains(house.db)).faults;

  it('finds nothing wrong with an honest history', async () => {
    const seen: number[] = [];
    const report = await verifyChains(house.db, (events) => seen.push(events));
    expect(report.faults).toEqual([]);
    expect(report.streams).toBe(11);
    expect(seen.at(-1)).toBe(report.events);
  });

  it('is kept by triggers that refuse to change or remove an event', async () => {
    await expect(house.db.pool.query(`UPDATE event SET type = 'ItemSigned'`)).rejects.toThrow('append-only');
    await expect(house.db.pool.query('DELETE FROM event')).rejects.toThrow('append-only');
    await expect(house.db.pool.query('TRUNCATE event')).rejects.toThrow('append-only');
  });

  it('names an edited event', async () => {
    const where = 'WHERE stream_id = $1 AND version = 5';
    await tamper(`UPDATE event SET data = jsonb_set(data, '{report,percent}', '61') ${where}`, [struckOffId]);
    expect(await faults()).toEqual([
      { fault: 'edited', stream: 'supervision_item', streamId: struckOffId, version: 5 },
    ]);
    await tamper(`UPDATE event SET data = jsonb_set(data, '{report,percent}', '60') ${where}`, [struckOffId]);
    expect(await faults()).toEqual([]);
  });

  it('names what follows an event that was replaced together with its hash', async () => {
    const { rows } = await house.db.pool.query(
      'SELECT hash FROM event WHERE stream_id = $1 AND version = 2',
      [lateId],
    );
    const forged = Buffer.alloc(32, 7);
    const set = 'UPDATE event SET hash = $2 WHERE stream_id = $1 AND version = 2';
    await tamper(set, [lateId, forged]);
    expect((await faults()).map(({ fault, version }) => [fault, version])).toEqual([
      ['edited', 2],
      ['unlinked', 3],
    ]);
    await tamper(set, [lateId, (rows[0] as { hash: Buffer }).hash]);
  });

  it('names events that changed places', async () => {
    const swap = `UPDATE event SET version = -version WHERE stream_id = $1 AND version IN (3, 4)`;
    await tamper(swap, [lateId]);
    await tamper(`UPDATE event SET version = 7 + version WHERE stream_id = $1 AND version < 0`, [lateId]);
    const found = (await faults()).map(({ fault, version }) => `${fault} ${version}`);
    expect(found).toEqual(['unlinked 3', 'edited 3', 'unlinked 4', 'reordered 4', 'edited 4', 'unlinked 5']);
    await tamper(swap, [lateId]);
    await tamper(`UPDATE event SET version = 7 + version WHERE stream_id = $1 AND version < 0`, [lateId]);
    expect(await faults()).toEqual([]);
  });

  it('names a gap, a stream cut off at its end, and one that is gone', async () => {
    await tamper('DELETE FROM event WHERE stream_id = $1 AND version = 3', [lateId]);
    expect(await faults()).toEqual([
      { fault: 'missing', stream: 'supervision_item', streamId: lateId, version: 4 },
    ]);
    await tamper('DELETE FROM event WHERE stream_id = $1 AND version > 11', [struckOffId]);
    await tamper('DELETE FROM event WHERE stream_id = $1', [complaintId]);
    expect(await faults()).toContainEqual({
      fault: 'no_events',
      stream: 'complaint',
      streamId: complaintId,
      version: 0,
    });
    expect((await faults()).map(({ fault }) => fault).sort()).toEqual(['cut_off', 'missing', 'no_events']);
  });
});
