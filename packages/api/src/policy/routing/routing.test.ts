import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTriageAids } from '../../complaint/read-triage-aids.ts';
import { listComplaints } from '../../complaint/list-complaints.ts';
import { submitComplaint } from '../../complaint/submit-complaint.ts';
import { endDepartment } from '../../people/end-department.ts';
import { listItems } from '../../supervision/list-items.ts';
import { routeComplaint } from '../../supervision/route-complaint.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import {
  anAcceptedComplaint,
  anAssignedItem,
  aRoute,
  refusalOf,
  taken,
} from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import {
  beginRoutingDraft,
  raiseRoutingRule,
  removeRoutingRule,
  savePriorities,
  saveRoutingRule,
} from './change-routing-draft.ts';
import { publishRouting } from './publish-routing.ts';
import { readRouting } from './read-routing.ts';
import { runTryOut, tryOutRouting } from './try-out-routing.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAssignedItem(house, cast);
});
afterAll(() => house.drop());

const PUBLISH = { effectiveFrom: '2026-10-12', source: '管委会督查〔2026〕12 号' };

async function draft() {
  return taken(await readRouting(house, cast.triage)).draft;
}

describe('the routing catalogue', () => {
  it('is changed as a draft, rule by rule, and never over a newer state', async () => {
    expect(taken(await beginRoutingDraft(house, cast.triage))).toEqual({ version: 'routing-1', revision: 0 });
    expect(taken(await beginRoutingDraft(house, cast.secondTriage))).toEqual({
      version: 'routing-1',
      revision: 0,
    });
    const lead = { leadDepartmentId: cast.construction, cooperatingDepartmentIds: [cast.approvals] };
    const first = { revision: '0', name: '施工许可', words: '施工许可、图审', ...lead };
    expect(taken(await saveRoutingRule(house, cast.triage, first)).revision).toBe(1);
    expect(refusalOf(await saveRoutingRule(house, cast.triage, first))).toBe('stale');
    const all = { revision: 1, name: '其余', leadDepartmentId: cast.approvals };
    taken(await saveRoutingRule(house, cast.triage, all));
    const ids = (await draft())?.rules.map(({ id }) => id) ?? [];
    taken(await raiseRoutingRule(house, cast.triage, { revision: 2, id: ids[1] }));
    expect((await draft())?.rules.map(({ name }) => name)).toEqual(['其余', '施工许可']);
    taken(await raiseRoutingRule(house, cast.triage, { revision: 3, id: ids[0] }));
    expect((await draft())?.rules[0]).toMatchObject({
      name: '施工许可',
      when: { words: ['施工许可', '图审'] },
    });
    taken(await removeRoutingRule(house, cast.triage, { revision: 4, id: ids[1] }));
    expect((await draft())?.rules).toHaveLength(1);
  });

  it("takes no department that is none, no lead that also cooperates, and nobody else's word", async () => {
    const rule = { revision: 5, name: '一条', leadDepartmentId: cast.construction };
    const office = (await house.db.prisma.department.findUniqueOrThrow({ where: { code: 'O01' } })).id;
    expect(await saveRoutingRule(house, cast.triage, { ...rule, leadDepartmentId: office })).toMatchObject({
      fields: { leadDepartmentId: 'unknown_department' },
    });
    const both = { ...rule, cooperatingDepartmentIds: [cast.construction] };
    expect(refusalOf(await saveRoutingRule(house, cast.triage, both))).toBe('lead_also_cooperates');
    for (const actor of [cast.officer, cast.leader, cast.clerk])
      expect(refusalOf(await saveRoutingRule(house, actor, rule))).toBe('not_found');
    expect(refusalOf(await readRouting(house, cast.officer))).toBe('not_found');
  });

  it('has a matrix that never asks less of more', async () => {
    const row = { can_wait: 'normal', hindering: 'normal', pressing: 'key' };
    const many = { can_wait: 'normal', hindering: 'key', pressing: 'normal' };
    const bad = await savePriorities(house, cast.triage, {
      revision: 5,
      priorities: { one: row, several: row, many },
    });
    expect(bad).toMatchObject({ fields: { 'priorities.many.pressing': 'out_of_range' } });
    const good = { one: row, several: row, many: { ...many, pressing: 'listed' } };
    expect(taken(await savePriorities(house, cast.triage, { revision: 5, priorities: good })).revision).toBe(
      6,
    );
  });

  it('is published only as it was tried out on past cases, which writes nothing else', async () => {
    expect(refusalOf(await publishRouting(house, cast.triage, { revision: 6, ...PUBLISH }))).toBe(
      'try_out_first',
    );
    const { tryOutId } = taken(await tryOutRouting(house, cast.triage));
    await runTryOut(house, { tryOutId });
    const { tryOut } = taken(await readRouting(house, cast.auditor));
    expect(tryOut).toMatchObject({ revision: 6, isFinished: true, done: 1, total: 1 });
    expect(tryOut?.result).toMatchObject({ cases: 1, matchedBefore: 0, rightBefore: 0 });
    expect(
      await publishRouting(house, cast.triage, { revision: 6, ...PUBLISH, effectiveFrom: '2026-10-11' }),
    ).toMatchObject({
      fields: { effectiveFrom: 'out_of_range' },
    });
    taken(await publishRouting(house, cast.triage, { revision: 6, ...PUBLISH }));
    expect(await draft()).toBeNull();
    expect(await house.db.prisma.policy.count({ where: { kind: 'routing', status: 'published' } })).toBe(1);
  });

  it('says where a complaint goes, and why; a person routes it', async () => {
    const fresh = { ...house, db: { ...house.db } };
    const filed = await submitComplaint(
      house,
      { kind: 'complainant', complaintId: '' },
      {
        ...{ channel: 'portal', complainantKind: 'citizen', openness: 'anonymous' },
        ...{ title: '图审意见改了五次', body: '施工许可卡在图审，每次都有新的意见要改。' },
      },
    );
    const aids = taken(await readTriageAids(fresh, cast.triage, { complaintId: taken(filed).complaintId }));
    expect(aids.route).toMatchObject({
      ...{ version: 'routing-1', rule: '施工许可', leadDepartmentId: cast.construction },
      because: [{ kind: 'words', words: ['施工许可', '图审'] }],
      cooperatingDepartmentIds: [cast.approvals],
    });
    expect(aids.workloads[cast.approvals]).toMatchObject({ open: 1, late: 0, weighted: 1 });
  });

  it('makes an item as important as impact and urgency say', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const judged = {
      ...aRoute(cast, complaintId),
      impact: 'many',
      urgency: 'pressing',
      importance: 'normal',
    };
    const { itemId } = taken(await routeComplaint(house, cast.triage, judged));
    const item = await house.db.prisma.supervisionItem.findUniqueOrThrow({ where: { id: itemId } });
    expect(item.importance).toBe('listed');
  });
});

describe('endDepartment', () => {
  it('lets the successor answer: in the catalogue, and in the lists', async () => {
    const merged = await house.db.prisma.department.create({
      data: {
        id: house.newId(),
        code: 'D09',
        name: '规划建设局',
        nameEn: 'D09',
        kind: 'department',
        activeFrom: new Date('2026-10-12'),
      },
    });
    const typed = { departmentId: cast.construction, successorId: merged.id, on: '2026-10-12' };
    expect(refusalOf(await endDepartment(house, cast.triage, typed))).toBe('not_found');
    const admin = { ...cast.triage, roles: ['system_admin'] as const };
    const circle = { ...typed, successorId: cast.construction };
    expect(refusalOf(await endDepartment(house, admin, circle))).toBe('successors_in_circle');
    expect(refusalOf(await endDepartment(house, admin, { ...typed, successorId: '' }))).toBe(
      'department_holds_work',
    );
    taken(await endDepartment(house, admin, typed));
    const approvals = { departmentId: cast.approvals, successorId: merged.id, on: '2026-10-12' };
    taken(await endDepartment(house, admin, approvals));
    const fresh = { ...house, db: { ...house.db } };
    const complaintId = await house.db.prisma.complaint.findFirstOrThrow({
      where: { title: '图审意见改了五次' },
    });
    const { route } = taken(await readTriageAids(fresh, cast.triage, { complaintId: complaintId.id }));
    expect(route).toMatchObject({ leadDepartmentId: merged.id, cooperatingDepartmentIds: [] });
    const asked = { leadDepartmentId: merged.id };
    expect(taken(await listItems(house, cast.triage, asked)).count).toBe(1);
    expect(taken(await listComplaints(house, cast.triage, asked)).count).toBe(1);
  });
});
