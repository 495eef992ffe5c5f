import { createHash } from 'node:crypto';
import type { Actor } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInbox } from '../complaint/read-inbox.ts';
import { listNotices } from '../notification/list-notices.ts';
import { drainNotices } from '../notification/testing/drain-notices.ts';
import { verifyAudit } from '../operations/verify-audit.ts';
import { nameForTeams } from '../people/expertise/name-for-teams.ts';
import { assignItem } from '../supervision/assign-item.ts';
import { listDemands } from '../supervision/burden/list-demands.ts';
import { readItem } from '../supervision/read-item.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { approveInspectionReport } from './approve-inspection-report.ts';
import { beginInspection } from './begin-inspection.ts';
import { cancelInspection } from './cancel-inspection.ts';
import { draftInspectionReport } from './draft-inspection-report.ts';
import { editInspectionReport } from './edit-inspection-report.ts';
import { formInspectionTeam } from './form-inspection-team.ts';
import { listInspections } from './list-inspections.ts';
import { makeInspectionPaper } from './make-inspection-paper.ts';
import { openItemOfFinding } from './open-item-of-finding.ts';
import { planInspection } from './plan-inspection.ts';
import { readInspection } from './read-inspection.ts';
import { recordInspectionFinding } from './record-inspection-finding.ts';
import { sendBackInspectionReport } from './send-back-inspection-report.ts';
import { submitInspectionReport } from './submit-inspection-report.ts';
import { withdrawInspectionFinding } from './withdraw-inspection-finding.ts';

let house: TestHouse;
let cast: Cast;
let inspectionId: string;

const plan = (given: object = {}) => ({
  theme: '窗口一次性告知执行情况',
  basis: '开督发〔2026〕9号',
  departmentIds: [cast.approvals, cast.construction],
  fromOn: '2026-10-12',
  toOn: '2026-10-16',
  ...given,
});
const found = (given: object = {}) => ({
  inspectionId,
  departmentId: cast.approvals,
  place: '政务服务中心二楼综合窗口',
  foundOn: '2026-10-12',
  inspectorIds: [cast.inspector.staffId, cast.thirdInspector.staffId],
  severity: 'serious',
  text: '窗口公示的材料清单比办事指南多两项，群众要跑两趟。',
  ...given,
});
const read = async (actor: Actor) => taken(await readInspection(house, actor, { inspectionId }));
const waits = async (actor: Actor) => taken(await readInbox(house, actor)).map(({ kind }) => kind);

/** A team of two inspectors of the second office and one part-time expert of the appraisal office. */
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  for (const { staffId } of [cast.inspector, cast.thirdInspector, cast.concernedInspector, cast.assessor])
    taken(await nameForTeams(house, cast.triage, { staffId, kind: 'full_time', fromOn: '2026-10-01' }));
  ({ inspectionId } = taken(await planInspection(house, cast.triage, plan())));
});
afterAll(() => house.drop());

describe('planning', () => {
  it('names each field that is wrong', async () => {
    const fields = async (given: object) => {
      const result = await planInspection(house, cast.triage, plan(given));
      return result.ok || result.kind !== 'bad_input' ? null : result.fields;
    };
    expect(await fields({ theme: '', basis: '' })).toEqual({ theme: 'required', basis: 'required' });
    expect(await fields({ departmentIds: [] })).toEqual({ departmentIds: 'required' });
    expect(await fields({ toOn: '2026-10-11' })).toEqual({ toOn: 'out_of_range' });
    expect(await fields({ fromOn: '2026-02-30' })).toEqual({ fromOn: 'not_a_date' });
    expect(await fields({ departmentIds: [house.newId()] })).toEqual({ departmentIds: 'unknown_department' });
    expect(await fields({ categories: ['no-such'] })).toEqual({ categories: 'unknown_category' });
  });

  it('is for triage and leaders', async () => {
    for (const actor of [cast.inspector, cast.officer, cast.clerk])
      expect(refusalOf(await planInspection(house, actor, plan()))).toBe('not_authorised');
  });

  it('can be called off, with a reason', async () => {
    const { inspectionId: other } = taken(await planInspection(house, cast.leader, plan()));
    const reason = '与上级督查合并进行。';
    expect(refusalOf(await cancelInspection(house, cast.inspector, { inspectionId: other, reason }))).toBe(
      'not_authorised',
    );
    taken(await cancelInspection(house, cast.triage, { inspectionId: other, reason }));
    expect(taken(await readInspection(house, cast.leader, { inspectionId: other }))).toMatchObject({
      status: 'cancelled',
      cancelReason: reason,
    });
  });
});

describe('the team', () => {
  it('is proposed without people of the departments looked at', async () => {
    const { office } = await read(cast.triage);
    expect(office?.proposed.find(({ staffId }) => staffId === cast.concernedInspector.staffId)).toMatchObject(
      {
        conflict: 'concerned',
        isProposed: false,
      },
    );
    expect(office?.proposed.filter(({ isProposed }) => isProposed)).toHaveLength(2);
  });

  it('is formed by a person, of two or more and none in conflict', async () => {
    expect(refusalOf(await beginInspection(house, cast.triage, { inspectionId }))).toBe('no_team_yet');
    const form = (...memberIds: string[]) =>
      formInspectionTeam(house, cast.triage, { inspectionId, memberIds });
    expect(refusalOf(await form(cast.inspector.staffId))).toBe('team_too_small');
    expect(refusalOf(await form(cast.inspector.staffId, cast.concernedInspector.staffId))).toBe(
      'team_member_in_conflict',
    );
    expect(await form(cast.clerk.staffId)).toMatchObject({ fields: { memberIds: 'unknown_staff' } });
    taken(await form(cast.inspector.staffId, cast.thirdInspector.staffId, cast.assessor.staffId));
    expect(await waits(cast.triage)).toContain('inspections_to_prepare');
    taken(await beginInspection(house, cast.inspector, { inspectionId }));
    expect(await waits(cast.assessor)).toContain('inspections_under_way');
    expect(await waits(cast.fourthInspector)).not.toContain('inspections_under_way');
  });
});

describe('findings', () => {
  it('come from the team, two on the spot', async () => {
    const record = (actor: Actor, given: object = {}) => recordInspectionFinding(house, actor, found(given));
    expect(refusalOf(await record(cast.fourthInspector))).toBe('not_authorised');
    expect(refusalOf(await record(cast.triage))).toBe('not_authorised');
    expect(refusalOf(await record(cast.inspector, { inspectorIds: [cast.inspector.staffId] }))).toBe(
      'visit_needs_two',
    );
    expect(refusalOf(await record(cast.inspector, { foundOn: '2026-10-13' }))).toBe('date_in_the_future');
    expect(refusalOf(await record(cast.inspector, { departmentId: cast.stranger }))).toBe(
      'finding_outside_scope',
    );
    expect(await record(cast.inspector, { place: '', severity: 'awful', text: '短' })).toMatchObject({
      fields: { place: 'required', severity: 'not_a_choice', text: 'too_short' },
    });
    taken(await record(cast.inspector, { text: `${found().text}联系人电话13911112222。` }));
    taken(await record(cast.assessor, { severity: 'minor', text: '叫号屏故障，现场没有引导人员。' }));
    taken(
      await record(cast.thirdInspector, { departmentId: cast.construction, text: '并联审批没有统一收件。' }),
    );
    const [, second] = (await read(cast.inspector)).findings;
    taken(
      await withdrawInspectionFinding(house, cast.inspector, {
        ...{ inspectionId, findingId: second?.id, reason: '核对后属当日断电。' },
      }),
    );
  });

  it('count as one visit a day in what is asked of a department', async () => {
    const { rows } = taken(
      await listDemands(house, cast.triage, {
        departmentId: cast.approvals,
        month: '2026-10',
        kind: 'visit',
      }),
    );
    expect(rows).toMatchObject([{ about: 'inspection', on: '2026-10-12', streamId: inspectionId }]);
  });

  it('lead to an item in one step, which leads back', async () => {
    const view = await read(cast.triage);
    const [first, withdrawn] = view.findings;
    const item = {
      ...{ inspectionId, basis: `专项督查${view.number}`, problem: first?.text },
      findingId: first?.id,
    };
    expect(refusalOf(await openItemOfFinding(house, cast.inspector, item))).toBe('not_authorised');
    expect(
      refusalOf(await openItemOfFinding(house, cast.triage, { ...item, findingId: withdrawn?.id })),
    ).toBe('finding_withdrawn');
    const { itemId, number } = taken(await openItemOfFinding(house, cast.triage, item));
    expect(refusalOf(await openItemOfFinding(house, cast.triage, item))).toBe('finding_has_item');
    expect(taken(await readItem(house, cast.triage, { itemId }))).toMatchObject({
      ...{ source: 'special_inspection', basis: `专项督查${view.number}` },
      inspection: { id: inspectionId, number: view.number, findingId: first?.id },
    });
    expect((await read(cast.triage)).findings[0]?.item).toEqual({
      ...{ id: itemId, number, status: 'registered', mayOpen: true },
    });
    const assignment = {
      ...{ itemId, leadDepartmentId: cast.approvals, workingDays: '5' },
      measures: [{ text: '按办事指南更正公示', departmentId: cast.approvals, dueOn: '2026-10-14' }],
    };
    taken(await assignItem(house, cast.triage, assignment));
    expect(taken(await readItem(house, cast.officer, { itemId })).inspection).toBeNull();
  });

  it('stop a second item on the matter unless there is a reason', async () => {
    const view = await read(cast.triage);
    const { id: findingId } = view.findings[2] ?? {};
    const problem = view.findings[0]?.text;
    const item = { inspectionId, findingId, basis: `专项督查${view.number}`, problem };
    const again = await openItemOfFinding(house, cast.triage, item);
    // The leads differ, so that the same words alone are no double; the same department would be.
    expect(again.ok).toBe(true);
    taken(await recordInspectionFinding(house, cast.inspector, found()));
    const last = (await read(cast.triage)).findings.at(-1)?.id;
    const third = { ...item, findingId: last };
    expect(refusalOf(await openItemOfFinding(house, cast.triage, third))).toBe('already_supervised');
    expect((await read(cast.triage)).findings.at(-1)?.item).toBeNull();
  });
});

describe('the report', () => {
  it('is drafted from the findings, and names figures by variables', async () => {
    taken(await draftInspectionReport(house, cast.inspector, { inspectionId }));
    const { office } = await read(cast.triage);
    expect(office?.report?.title).toBe('关于窗口一次性告知执行情况专项督查的报告');
    expect(office?.report?.values).toMatchObject({
      findings: '3',
      visits: '2',
      items: '2',
      departments: '2',
    });
    expect(office?.report?.sections.find(({ key }) => key === 'handling')?.paragraphs[0]).toContain(
      '督查发现问题3个，涉及行政审批局、建设局。其中一般0个、较重3个、严重0个',
    );
    const edit = (given: object) => editInspectionReport(house, cast.triage, { inspectionId, ...given });
    expect(await edit({ situation: '到场检查12次。', title: '' })).toMatchObject({
      fields: { situation: 'figure_typed', title: 'required' },
    });
    expect(await edit({ causes: '{nobody}' })).toMatchObject({ fields: { causes: 'unknown_variable' } });
    taken(await edit({ causes: '清单更新后没有同步到窗口。' }));
    expect(refusalOf(await recordInspectionFinding(house, cast.inspector, found()))).toBe(
      'illegal_inspection_step',
    );
  });

  it('is approved by a leader alone, who may send it back', async () => {
    const ref = { inspectionId };
    expect(refusalOf(await approveInspectionReport(house, cast.leader, ref))).toBe('illegal_inspection_step');
    taken(await submitInspectionReport(house, cast.inspector, ref));
    expect(await waits(cast.leader)).toContain('inspection_reports');
    expect(refusalOf(await approveInspectionReport(house, cast.triage, ref))).toBe('not_authorised');
    taken(await sendBackInspectionReport(house, cast.leader, { ...ref, reason: '把责任写清。' }));
    expect((await read(cast.inspector)).office?.report?.sentBack).toBe('把责任写清。');
    taken(await submitInspectionReport(house, cast.triage, ref));
  });

  it('is nothing to a department, nor to its inspector, before it is approved', async () => {
    for (const actor of [cast.officer, cast.head, cast.concernedInspector, cast.clerk]) {
      expect(refusalOf(await readInspection(house, actor, { inspectionId }))).toBe('not_found');
      expect(refusalOf(await makeInspectionPaper(house, actor, { inspectionId }))).toBe('not_found');
      expect(taken(await listInspections(house, actor)).rows).toEqual([]);
    }
  });

  it('is frozen with its paper', async () => {
    house.at('2026-10-16T08:00:00.000Z');
    taken(await approveInspectionReport(house, cast.leader, { inspectionId }));
    const paper = taken(await makeInspectionPaper(house, cast.triage, { inspectionId }));
    expect(paper.isFinal).toBe(true);
    const approved = (await read(cast.auditor)).office?.report?.approved;
    expect(approved).toMatchObject({ number: '开督查报〔2026〕1号', isIntact: true });
    expect(createHash('sha256').update(paper.bytes).digest('hex')).toBe(approved?.documentHash);
    expect(refusalOf(await editInspectionReport(house, cast.triage, { inspectionId, causes: '改' }))).toBe(
      'illegal_inspection_step',
    );
    await expect(house.db.prisma.inspectionPaper.updateMany({ data: { sha256: '' } })).rejects.toThrow();
    await house.db.prisma.department.updateMany({ where: { code: 'D01' }, data: { name: '审批服务局' } });
    expect((await read(cast.triage)).office?.report?.snapshot.departments.map(({ name }) => name)).toEqual([
      '行政审批局',
      '建设局',
    ]);
  });

  it('shows a department its own findings, without who came and without private data', async () => {
    const view = await read(cast.officer);
    expect(view).toMatchObject({ office: null, status: 'closed' });
    expect(view.findings).toHaveLength(2);
    expect(view.findings.every(({ inspectors }) => inspectors.length === 0)).toBe(true);
    expect(view.findings[0]?.item).toMatchObject({ status: 'assigned', mayOpen: true });
    expect(JSON.stringify(view)).not.toContain('并联审批');
    expect(JSON.stringify(view)).not.toContain('13911112222');
    expect(JSON.stringify(await read(cast.triage))).toContain('13911112222');
    expect(taken(await listInspections(house, cast.head)).rows).toMatchObject([{ findings: 2, items: 1 }]);
    expect(taken(await listInspections(house, cast.strangerOfficer)).rows).toEqual([]);
    expect(taken(await listInspections(house, cast.inspector)).rows).toHaveLength(2);
  });

  it('is told to the team and to the departments in it', async () => {
    await drainNotices(house);
    const told = async (actor: Actor) =>
      taken(await listNotices(house, actor, {})).notices.filter(({ about }) => about === 'inspection').length;
    expect(await told(cast.assessor)).toBeGreaterThan(0);
    expect(await told(cast.head)).toBe(1);
    expect(await told(cast.strangerOfficer)).toBe(0);
    expect(await told(cast.fourthInspector)).toBe(0);
  });
});

it('refuses what was seen before somebody else changed it', async () => {
  const { inspectionId: other } = taken(await planInspection(house, cast.triage, plan()));
  const memberIds = [cast.inspector.staffId, cast.thirdInspector.staffId];
  taken(await formInspectionTeam(house, cast.triage, { inspectionId: other, memberIds }));
  expect(refusalOf(await beginInspection(house, cast.triage, { inspectionId: other, version: '1' }))).toBe(
    'stale',
  );
});

it('leaves whole chains and rows that the events fold to', async () => {
  const { chains, replay } = await verifyAudit(house);
  expect(chains.faults).toEqual([]);
  expect(replay?.differences).toEqual([]);
});
