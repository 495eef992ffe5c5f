import { replayRows, verifyChains } from '@bihuan/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAcceptedComplaint, anAssignedItem, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { returnItem } from '../../supervision/return-item.ts';
import { ruleOnReturn } from '../../supervision/rule-on-return.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { mergeComplaint } from '../../complaint/merge-complaint.ts';
import { decideGaming } from './decide-gaming.ts';
import { detectGaming } from './detect-gaming.ts';
import { listGaming } from './list-gaming.ts';

let house: TestHouse;
let cast: Cast;
let itemId: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  ({ itemId } = await anAssignedItem(house, cast));
  for (let round = 0; round < 2; round += 1) {
    taken(await returnItem(house, cast.head, { itemId, reason: '不属于本部门职责', legalBasis: '三定方案' }));
    const ruling = { itemId, ruling: 'reject', text: '仍由你局牵头', departure: '没有先例' };
    taken(await ruleOnReturn(house, cast.triage, ruling));
  }
});
afterAll(() => house.drop());

const queue = async (status = 'open') => taken(await listGaming(house, cast.appraisalAdmin, { status }));

it('finds an item that was returned twice, once however often it looks', async () => {
  expect(await detectGaming(house)).toBe(1);
  expect(await detectGaming(house)).toBe(0);
  expect(await queue()).toMatchObject([
    {
      ...{ kind: 'returned_repeatedly', period: '2026-Q4', status: 'open', values: { returns: 2 } },
      ...{ department: { name: '行政审批局' }, rows: [{ about: 'item', id: itemId }] },
    },
  ]);
});

it('is seen by appraisal admins and auditors, and by nobody else', async () => {
  expect((await listGaming(house, cast.auditor, {})).ok).toBe(true);
  for (const actor of [cast.officer, cast.head, cast.triage, cast.leader, cast.inspector, cast.clerk])
    expect(refusalOf(await listGaming(house, actor, {}))).toBe('not_found');
});

it('is decided with a reason, once, by an appraisal admin, and costs nobody a point', async () => {
  const [signal] = await queue();
  const decision = {
    signalId: signal?.id,
    outcome: 'nothing_found',
    reason: '两次退回都有依据，已与窗口核对',
  };
  expect(refusalOf(await decideGaming(house, cast.auditor, decision))).toBe('not_found');
  expect(await decideGaming(house, cast.appraisalAdmin, { ...decision, reason: ' ' })).toMatchObject({
    fields: { reason: 'required' },
  });
  expect(refusalOf(await decideGaming(house, cast.appraisalAdmin, { ...decision, version: 9 }))).toBe(
    'stale',
  );
  taken(await decideGaming(house, cast.appraisalAdmin, { ...decision, version: signal?.version }));
  expect(refusalOf(await decideGaming(house, cast.appraisalAdmin, decision))).toBe('signal_already_decided');
  expect(await queue()).toEqual([]);
  expect(await queue('decided')).toMatchObject([
    { decisions: [{ outcome: 'nothing_found', by: 'appraisal', reason: decision.reason }] },
  ]);
  expect(await house.db.prisma.scoreEntry.count()).toBe(0);
});

it('finds merges heaped on the last days of a period when it is over', async () => {
  house.at('2026-12-30T01:00:00.000Z');
  const survivorId = await anAcceptedComplaint(house, cast, { aboutDepartmentId: cast.construction });
  const survivor = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id: survivorId } });
  for (let count = 0; count < 3; count += 1) {
    const complaintId = await anAcceptedComplaint(house, cast, {
      ...{ aboutDepartmentId: cast.construction, phone: `1380013900${count}`, title: `同一件事 ${count}` },
    });
    const survivorNumber = survivor.trackingNumber;
    taken(await mergeComplaint(house, cast.triage, { complaintId, survivorNumber }));
  }
  house.at('2027-01-04T01:00:00.000Z');
  expect(await detectGaming(house)).toBe(1);
  expect(await queue()).toMatchObject([
    { kind: 'merged_before_period_end', period: '2026-Q4', values: { atEnd: 3, inPeriod: 3 } },
  ]);
});

it('is what its events fold to', async () => {
  expect((await verifyChains(house.db)).faults).toEqual([]);
  expect((await replayRows(house.db)).differences).toEqual([]);
});
