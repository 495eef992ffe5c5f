import { afterAll, beforeEach, expect, it } from 'vitest';
import { listNotices } from '../notification/list-notices.ts';
import { drainNotices } from '../notification/testing/drain-notices.ts';
import { sweepDeadlines } from '../operations/sweep-deadlines.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, aRoute, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { readInbox } from './read-inbox.ts';
import { routeComplaint } from '../supervision/route-complaint.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  await house?.drop();
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const longLate = async (actor: Cast['triage']) =>
  taken(await readInbox(house, actor))
    .filter(({ kind }) => kind === 'late_with_office')
    .flatMap(({ lines }) => lines.map(({ id }) => id));

async function bell(actor: Cast['triage']) {
  await drainNotices(house);
  return taken(await listNotices(house, actor, {})).notices.map(({ event }) => event);
}

async function sweepAt(moment: string) {
  house.at(moment);
  await sweepDeadlines(house);
}

it('goes up to the leaders when nobody routes a complaint, and is over once somebody does', async () => {
  const complaintId = await anAcceptedComplaint(house, cast);
  await sweepAt('2026-10-20T02:00:00.000Z');
  expect(await bell(cast.triage)).toContain('complaint_late');
  expect(await bell(cast.leader)).not.toContain('complaint_escalated');
  expect(await longLate(cast.leader)).toEqual([]);
  await sweepAt('2026-10-27T02:00:00.000Z');
  await sweepDeadlines(house);
  expect((await bell(cast.leader)).filter((one) => one === 'complaint_escalated')).toHaveLength(1);
  expect(await longLate(cast.leader)).toEqual([complaintId]);
  expect(await longLate(cast.triage)).toEqual([]);
  const measures = [{ text: '出具一次性告知书', departmentId: cast.approvals, dueOn: '2026-10-30' }];
  const late = { ...aRoute(cast, complaintId), workingDays: '5', measures };
  taken(await routeComplaint(house, cast.triage, late));
  expect(await longLate(cast.leader)).toEqual([]);
});

it('goes to the office and says so where there is no leader', async () => {
  await anAcceptedComplaint(house, cast);
  await house.db.prisma.staff.update({ where: { id: cast.leader.staffId }, data: { isActive: false } });
  await sweepAt('2026-10-27T02:00:00.000Z');
  expect(await bell(cast.triage)).toContain('complaint_escalated_instead');
});

it('leaves a complaint that a department works on to the chain of its item', async () => {
  await anAssignedItem(house, cast);
  await sweepAt('2026-11-10T02:00:00.000Z');
  expect(await bell(cast.leader)).not.toContain('complaint_escalated');
  expect(await longLate(cast.leader)).toEqual([]);
});
