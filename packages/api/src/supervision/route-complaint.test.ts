import { loadComplaint, loadItem } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { Work } from '../work.ts';
import { assignItem } from './assign-item.ts';
import { countersignItem } from './countersign-item.ts';
import { linkComplaint } from './link-complaint.ts';
import { routeComplaint } from './route-complaint.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, aRoute, refusalOf, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

describe('routeComplaint', () => {
  it('opens an item, assigns it on the promised date and places the complaint under it', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const routed = taken(await routeComplaint(house, cast.triage, aRoute(cast, complaintId)));
    expect(routed.number).toMatch(/^DB-2026-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(routed.status).toBe('assigned');
    const item = await loadItem(house.db, routed.itemId);
    const complaint = await loadComplaint(house.db, complaintId);
    expect(item?.state).toMatchObject({
      source: 'complaint',
      complaintIds: [complaintId],
      assignment: { deadline: { date: '2026-10-19', half: 'pm', provisional: false } },
    });
    expect(complaint?.state).toMatchObject({ status: 'under_supervision', itemId: routed.itemId, round: 1 });
    const duties = await house.db.prisma.participation.findMany({ where: { itemId: routed.itemId } });
    expect(duties.map(({ duty }) => duty).sort()).toEqual(['cooperating', 'lead']);
  });

  it('leaves a key item proposed until somebody else signs and it is assigned', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const route = aRoute(cast, complaintId);
    const { itemId, status } = taken(
      await routeComplaint(house, cast.triage, { ...route, impact: 'many', urgency: 'hindering' }),
    );
    expect(status).toBe('proposed');
    expect(refusalOf(await countersignItem(house, cast.triage, { itemId }))).toBe(
      'countersigned_by_proposer',
    );
    expect(taken(await countersignItem(house, cast.secondTriage, { itemId })).status).toBe('registered');
    expect(taken(await assignItem(house, cast.triage, { itemId, ...route })).status).toBe('assigned');
  });

  it('refuses a version that somebody else has already changed, and everybody but the triage admin', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const route = aRoute(cast, complaintId);
    expect(refusalOf(await routeComplaint(house, cast.triage, { ...route, version: 1 }))).toBe('stale');
    expect(refusalOf(await routeComplaint(house, cast.officer, route))).toBe('not_authorised');
    taken(await routeComplaint(house, cast.triage, { ...route, version: 2 }));
    expect(refusalOf(await routeComplaint(house, cast.triage, route))).toBe('illegal_move');
  });

  it('sends unknown departments, offices and missing fields back by name', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const route = aRoute(cast, complaintId);
    const office = cast.triage.departmentId;
    expect(await routeComplaint(house, cast.triage, { ...route, leadDepartmentId: office })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { leadDepartmentId: 'unknown_department' },
    });
    expect(
      await routeComplaint(house, cast.triage, {
        ...route,
        problem: '',
        measures: [{ text: '', dueOn: '2026-02-30' }],
      }),
    ).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: {
        problem: 'required',
        'measures.0.text': 'required',
        'measures.0.departmentId': 'unknown_department',
        'measures.0.dueOn': 'not_a_date',
      },
    });
  });

  it('lets several complaints share one item', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    const second = await anAcceptedComplaint(house, cast);
    taken(await linkComplaint(house, cast.triage, { itemId, complaintId: second }));
    expect((await loadItem(house.db, itemId))?.state.complaintIds).toHaveLength(2);
    expect((await loadComplaint(house.db, second))?.state).toMatchObject({
      status: 'under_supervision',
      itemId,
    });
    expect(refusalOf(await linkComplaint(house, cast.triage, { itemId, complaintId: second }))).toBe(
      'already_linked',
    );
  });

  it('cannot be half done: a measure of a stranger leaves the complaint accepted and no item', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const route = { ...aRoute(cast, complaintId), cooperatingDepartmentIds: [] };
    expect(refusalOf(await routeComplaint(house, cast.triage, route))).toBe('measure_of_stranger');
    expect(await house.db.prisma.itemComplaint.count({ where: { complaintId } })).toBe(0);
    const work = new Work(house, cast.triage);
    expect(taken(await work.complaint(complaintId)).status).toBe('accepted');
  });
});
