import type { StaffActor } from '@bihuan/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeObjections } from '../../appraisal/sheet/close-objections.ts';
import { freezeSheet } from '../../appraisal/sheet/freeze-sheet.ts';
import { openPeriodSheet } from '../../appraisal/sheet/open-sheet.ts';
import { publishSheet } from '../../appraisal/sheet/publish-sheet.ts';
import { readAppraisal } from '../../appraisal/read-appraisal.ts';
import { anAnsweredComplaint } from '../../complaint/testing/answered.ts';
import { listConfigurationChanges } from '../../configuration/list-changes.ts';
import { sweepDeadlines } from '../../operations/sweep-deadlines.ts';
import { readItem } from '../../supervision/read-item.ts';
import { signItem } from '../../supervision/sign-item.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { endDepartment } from '../end-department.ts';
import { listDepartments } from '../list-departments.ts';
import { applyDepartmentChanges } from './apply-department-changes.ts';
import { listDepartmentChanges } from './list-department-changes.ts';
import { renameDepartment } from './rename-department.ts';
import { withdrawDepartmentChange } from './withdraw-department-change.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.auditor, roles: ['system_admin'] };
});
afterEach(() => house.drop());

const reason = '编办〔2026〕9号';
const renaming = () => ({
  ...{ departmentId: cast.approvals, name: '政务服务局', nameEn: 'Government Services', reason },
});

async function namesNow(): Promise<readonly string[]> {
  const listed = taken(await listDepartments(house, admin));
  return listed.filter(({ kind }) => kind === 'department').map(({ name }) => name);
}

it('names a department anew from a day on; what happened before keeps the old name', async () => {
  const { itemId } = await anAssignedItem(house, cast);
  const typed = { ...renaming(), on: '2026-10-14' };
  expect(refusalOf(await renameDepartment(house, cast.triage, typed))).toBe('not_found');
  expect(refusalOf(await renameDepartment(house, admin, { ...typed, on: '2026-10-11' }))).toBe(
    'date_in_the_past',
  );
  expect(await renameDepartment(house, admin, { ...typed, name: '建设局' })).toMatchObject({
    fields: { name: 'already_taken' },
  });
  taken(await renameDepartment(house, admin, typed));
  expect(refusalOf(await renameDepartment(house, admin, { ...typed, name: '别名局' }))).toBe(
    'department_changes_that_day',
  );
  expect(await namesNow()).toEqual(['行政审批局', '建设局', '城管局']);

  house.at('2026-10-13T16:00:00.000Z');
  await Promise.all([sweepDeadlines(house), sweepDeadlines(house)]);
  expect(await namesNow()).toEqual(['政务服务局', '建设局', '城管局']);
  house.at('2026-10-14T02:00:00.000Z');
  await signItem(house, cast.officer, { itemId });
  const { timeline } = taken(await readItem(house, cast.triage, { itemId }));
  const said = timeline.map(({ type, facts, by }) => [
    type,
    facts.flatMap((fact) => ('department' in fact && fact.name === 'lead' ? [fact.department?.name] : [])),
    by.person?.department?.name,
  ]);
  expect(said).toContainEqual(['ItemAssigned', ['行政审批局'], '督查室']);
  const { planned, former } = taken(await listDepartmentChanges(house, admin));
  expect(planned).toEqual([]);
  expect(former).toEqual([
    {
      former: { name: '行政审批局', nameEn: 'D01' },
      until: '2026-10-14',
      present: { name: '政务服务局', nameEn: 'Government Services' },
    },
  ]);
  const [change] = taken(await listConfigurationChanges(house, admin, { subjects: ['department'] }));
  expect(change).toMatchObject({ subjectId: '行政审批局', reason });
  expect(change?.differences).toContainEqual({ field: 'name', was: '行政审批局', is: '政务服务局' });
});

it('leaves a frozen sheet with the names of its time', async () => {
  const period = '2026-Q4';
  await anAnsweredComplaint(house, cast);
  house.at('2027-01-04T01:00:00.000Z');
  taken(await openPeriodSheet(house, cast.appraisalAdmin, { period }));
  house.at('2027-01-18T01:00:00.000Z');
  taken(await closeObjections(house, cast.appraisalAdmin, { period }));
  taken(await publishSheet(house, cast.appraisalAdmin, { period }));
  taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
  taken(await renameDepartment(house, admin, { ...renaming(), on: '2027-01-18' }));
  const namesOf = async (of: string) =>
    taken(await readAppraisal({ ...house, db: { ...house.db } }, cast.leader, { period: of }))
      .sheet.departments.map(({ name }) => name)
      .toSorted();
  expect(await namesOf(period)).toContain('行政审批局');
  expect(await namesOf(period)).not.toContain('政务服务局');
  expect(await namesNow()).toContain('政务服务局');
});

it('ends a department on a day to come, with a successor where it has work in hand', async () => {
  await anAssignedItem(house, cast);
  const typed = { departmentId: cast.approvals, successorId: '', on: '2026-11-02', reason };
  expect(refusalOf(await endDepartment(house, admin, typed))).toBe('department_holds_work');
  taken(await endDepartment(house, admin, { ...typed, successorId: cast.stranger }));
  const back = { departmentId: cast.stranger, successorId: cast.approvals, on: '2026-12-01' };
  expect(refusalOf(await endDepartment(house, admin, back))).toBe('successors_in_circle');
  expect(refusalOf(await renameDepartment(house, admin, { ...renaming(), on: '2026-11-02' }))).toBe(
    'department_ends_before',
  );
  expect(await namesNow()).toContain('行政审批局');
  house.at('2026-11-01T16:00:00.000Z');
  await sweepDeadlines(house);
  expect(await namesNow()).not.toContain('行政审批局');
  expect(await house.db.prisma.department.findUniqueOrThrow({ where: { id: cast.approvals } })).toMatchObject(
    {
      ...{ successorId: cast.stranger, activeTo: new Date('2026-11-02') },
    },
  );
});

it('holds an end up where work came in meanwhile, and takes back what is planned', async () => {
  const typed = { departmentId: cast.approvals, successorId: '', on: '2026-10-15', reason };
  const { id: changeId } = taken(await endDepartment(house, admin, typed));
  await anAssignedItem(house, cast);
  house.at('2026-10-15T01:00:00.000Z');
  expect(await applyDepartmentChanges(house)).toBe(0);
  expect(taken(await listDepartmentChanges(house, admin)).planned).toMatchObject([
    { id: changeId, kind: 'end', isHeldUp: true, to: null },
  ]);
  expect(refusalOf(await withdrawDepartmentChange(house, cast.triage, { changeId, reason }))).toBe(
    'not_found',
  );
  taken(await withdrawDepartmentChange(house, admin, { changeId, reason }));
  expect(refusalOf(await withdrawDepartmentChange(house, admin, { changeId, reason }))).toBe('not_found');
  taken(await endDepartment(house, admin, { ...typed, successorId: cast.stranger }));
  expect(await namesNow()).not.toContain('行政审批局');
});
