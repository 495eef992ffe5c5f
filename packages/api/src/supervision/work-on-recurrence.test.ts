import { publishPolicy } from '@bihuan/db';
import { DEFAULT_SIGNALS, localDateOf, type RecurrencePolicy, type StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInbox } from '../complaint/read-inbox.ts';
import { verifyAudit } from '../operations/verify-audit.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { readRecurrence, readRecurrences } from './read-recurrences.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAcceptedComplaint, refusalOf, taken } from './testing/stages.ts';
import { askRuleChange, finishRuleChange, recordRootCause } from './work-on-recurrence.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await house.db.prisma.category.create({
    data: { code: 'business', parent: null, name: '企业事项', nameEn: 'Business', position: 1 },
  });
});
afterAll(() => house.drop());

const changesDue = async (actor: StaffActor) =>
  taken(await readInbox(house, actor)).flatMap(({ about, lines: waiting }) =>
    about === 'recurring'
      ? waiting.map(({ title, due, daysLeft }) => `${title} ${due?.date} ${daysLeft}`)
      : [],
  );
const lines = async () => taken(await readRecurrences(house, cast.triage));

describe('what keeps coming', () => {
  it('is gathered by category, department and cause, month by month, from the third time on', async () => {
    const about = { causeClass: 'papers_again', aboutDepartmentId: cast.approvals };
    await anAcceptedComplaint(house, cast, about);
    await anAcceptedComplaint(house, cast, { ...about, causeClass: 'system_fault' });
    house.at('2026-11-02T01:00:00.000Z');
    await anAcceptedComplaint(house, cast, about);
    expect(await lines()).toEqual([]);
    const third = await anAcceptedComplaint(house, cast, about);
    expect(await lines()).toMatchObject([
      {
        ...{ category: 'business', departmentId: cast.approvals, causeClass: 'papers_again', count: 3 },
        months: { '2026-10': 1, '2026-11': 2 },
        ...{ department: { name: '行政审批局' }, status: null },
      },
    ]);
    const key = { category: 'business', departmentId: cast.approvals, causeClass: 'papers_again' };
    const { complaints } = taken(await readRecurrence(house, cast.auditor, key));
    expect(complaints).toHaveLength(3);
    expect(complaints.map(({ id }) => id)).toContain(third);
  });

  it('leads from its root cause to the change of a rule, tracked to done', async () => {
    const key = { category: 'business', departmentId: cast.approvals, causeClass: 'papers_again' };
    const change = {
      ...key,
      text: '材料清单全区统一',
      ownerDepartmentId: cast.approvals,
      dueOn: '2026-12-31',
    };
    expect(refusalOf(await askRuleChange(house, cast.triage, change))).toBe('root_cause_first');
    taken(await recordRootCause(house, cast.triage, { ...key, rootCause: '各窗口清单不一致' }));
    taken(await askRuleChange(house, cast.triage, change));
    expect(await changesDue(cast.triage)).toEqual(['材料清单全区统一 2026-12-31 43']);
    expect(await changesDue(cast.officer)).toEqual([]);
    expect(await lines()).toMatchObject([
      {
        status: 'change_asked',
        rootCause: '各窗口清单不一致',
        dueOn: '2026-12-31',
        owner: { name: '行政审批局' },
      },
    ]);
    taken(await finishRuleChange(house, cast.triage, { ...key, result: '已印发统一清单' }));
    expect(await changesDue(cast.triage)).toEqual([]);
    expect(await lines()).toMatchObject([{ status: 'changed', result: '已印发统一清单' }]);
    expect(
      refusalOf(await recordRootCause(house, cast.officer, { ...key, rootCause: '各窗口清单不一致' })),
    ).toBe('not_authorised');
    const { chains, replay } = await verifyAudit(house);
    expect([chains.faults, replay?.differences]).toEqual([[], []]);
  });

  it('is not for departments to see', async () => {
    expect(refusalOf(await readRecurrences(house, cast.officer))).toBe('not_found');
  });
});

it('counts as often and as far back as the policy says', async () => {
  const today = localDateOf(house.now());
  const linesUnder = async (nth: number, recurrence: RecurrencePolicy) => {
    const data = { ...DEFAULT_SIGNALS, version: `signals-${nth}`, recurrence };
    const createdAt = new Date(Date.parse(house.now()) + nth).toISOString();
    await publishPolicy(house.db, 'signals', data, today, 'test', createdAt);
    // Nothing is taken from what was read before.
    return taken(await readRecurrences({ ...house, db: { ...house.db } }, cast.triage));
  };
  expect(await linesUnder(2, { calendarDays: 180, least: 3 })).toHaveLength((await lines()).length);
  expect(await linesUnder(3, { calendarDays: 180, least: 100 })).toEqual([]);
  expect((await linesUnder(4, { calendarDays: 180, least: 1 })).length).toBeGreaterThan(
    (await lines()).length,
  );
  house.at('2028-01-04T01:00:00.000Z');
  expect(await linesUnder(5, { calendarDays: 30, least: 1 })).toEqual([]);
});
