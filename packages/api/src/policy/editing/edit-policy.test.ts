import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInbox } from '../../complaint/read-inbox.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { runPolicyTryOut } from '../try-out/run-policy-try-out.ts';
import { tryOutPolicy } from '../try-out/try-out-policy.ts';
import { deadlinesOf, scoringOf } from '../rules-in-force.ts';
import { beginPolicy, dropPolicy, savePolicy } from './change-policy.ts';
import { readPolicies } from './read-policies.ts';
import { readPolicy } from './read-policy.ts';
import { typedPolicy } from './typed-policy.ts';
import { sendPolicyBack, signPolicy, submitPolicy } from './sign-policy.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const SCORING = {
  ...{ kind: 'scoring', supervisionBase: '100', struckOffOnTime: '1', onTimeCap: '10', late: '-2' },
  ...{
    furtherLate: '-1',
    rework: '-3',
    falseRequest: '-10',
    hardProblem: '3',
    sheetObjectionDays: '5',
    weakReport: '-0.5、-1、-2、-5',
  },
  threeRates: { response: '10', resolution: '40', satisfaction: '50', basicallySatisfied: '90' },
};
const SIGN = { source: '管委会〔2026〕31 号', reason: '超期扣分过轻，起不到督促作用。' };

const admin = () => cast.appraisalAdmin;
const read = async (kind: string, more: object = {}) =>
  taken(await readPolicy(house, admin(), { kind, ...more }));
const begin = async (kind: string) => taken(await beginPolicy(house, admin(), { kind }));
const tryOut = async (kind: string) => {
  const { tryOutId } = taken(await tryOutPolicy(house, admin(), { kind }));
  await runPolicyTryOut(house, { policyTryOutId: tryOutId });
};
const waits = async (who: Cast['leader']) =>
  taken(await readInbox(house, who)).flatMap(({ about, kind, lines }) =>
    about === 'policy' ? lines.map(({ number }) => `${kind} ${number}`) : [],
  );
const save = (form: object) => savePolicy(house, admin(), form);

it('is read by those who work by it and watch over it, changed by the appraisal office alone', async () => {
  for (const reader of [cast.appraisalAdmin, cast.triage, cast.leader, cast.auditor]) {
    expect((await readPolicies(house, reader)).ok).toBe(true);
    expect((await readPolicy(house, reader, { kind: 'scoring' })).ok).toBe(true);
  }
  for (const stranger of [cast.officer, cast.head, cast.clerk, cast.inspector])
    for (const use of [readPolicies, readPolicy, beginPolicy, savePolicy, dropPolicy, submitPolicy])
      expect(
        refusalOf(
          await use(house, stranger, { kind: 'scoring', revision: 0, ...SIGN, effectiveFrom: '2026-10-20' }),
        ),
      ).toBe('not_found');
  for (const reader of [cast.triage, cast.leader, cast.auditor])
    expect(refusalOf(await beginPolicy(house, reader, { kind: 'scoring' }))).toBe('not_found');
  for (const stranger of [cast.triage, cast.auditor, cast.head])
    for (const use of [signPolicy, sendPolicyBack])
      expect(refusalOf(await use(house, stranger, { kind: 'scoring', revision: 0, note: '再议' }))).toBe(
        'not_found',
      );
  expect(refusalOf(await beginPolicy(house, admin(), { kind: 'routing' }))).toBe('not_found');
});

it('names what is wrong at its field, and saves nothing then', async () => {
  await begin('scoring');
  expect(
    await save({ ...SCORING, revision: 0, late: '2', rework: 'drei', weakReport: '', onTimeCap: '' }),
  ).toMatchObject({ fields: { rework: 'not_a_number', weakReport: 'required', onTimeCap: 'required' } });
  const threeRates = { ...SCORING.threeRates, satisfaction: '45' };
  expect(await save({ ...SCORING, revision: 0, late: '2' })).toMatchObject({ fields: { late: 'positive' } });
  expect(await save({ ...SCORING, revision: 0, weakReport: '-1 -0.5', threeRates })).toMatchObject({
    fields: { 'threeRates.response': 'weights_not_100', weakReport: 'ladder_not_falling' },
  });
  expect((await read('scoring')).draft).toMatchObject({ revision: 0 });
  expect(
    await submitPolicy(house, admin(), {
      kind: 'scoring',
      revision: 0,
      ...SIGN,
      effectiveFrom: '2026-10-20',
    }),
  ).toMatchObject({
    refusal: { code: 'policy_unchanged' },
  });
});

describe('two signatures', () => {
  it('publish a draft for a day to come, each of another person', async () => {
    // Full-width digits and another minus, as an input method gives them.
    taken(await save({ ...SCORING, revision: 0, late: '－３', furtherLate: '−1.25' }));
    const page = await read('scoring');
    expect(page.changes.map(({ field, before, after }) => [field.name, before, after])).toEqual([
      ['late', -200, -300],
      ['furtherLate', -100, -125],
    ]);
    const submit = (form: object) =>
      submitPolicy(house, admin(), { kind: 'scoring', revision: 1, ...SIGN, ...form });
    expect(await submit({ effectiveFrom: '2026-10-12' })).toMatchObject({
      fields: { effectiveFrom: 'out_of_range' },
    });
    expect(await submit({ effectiveFrom: '2026-10-20', source: '', reason: '' })).toMatchObject({
      fields: { source: 'required', reason: 'required' },
    });
    expect(await waits(admin())).toEqual(['policy_drafts scoring-2']);
    expect(await waits(cast.leader)).toEqual([]);
    const day = { effectiveFrom: '2026-10-20' };
    expect(refusalOf(await submit(day))).toBe('try_out_first');
    await tryOut('scoring');
    expect(taken(await submit(day))).toEqual({ version: 'scoring-2', isPublished: false });
    expect(taken(await submit(day)).isPublished).toBe(false);
    // Whoever signed first waits for nobody; the second signer finds it.
    expect(await waits(admin())).toEqual([]);
    expect(await waits(cast.leader)).toEqual(['policies_to_sign scoring-2']);
    for (const stranger of [cast.triage, cast.auditor, cast.head, cast.clerk])
      expect(await waits(stranger)).toEqual([]);
    const sign = (who: Cast['leader'], revision = 1) => signPolicy(house, who, { kind: 'scoring', revision });
    expect(refusalOf(await sign(admin()))).toBe('policy_signed_by_you');
    expect(refusalOf(await sign(cast.leader, 0))).toBe('stale');
    expect(
      taken(
        await sendPolicyBack(house, cast.leader, { kind: 'scoring', revision: 1, note: '先听取部门意见' }),
      ),
    ).toBeNull();
    expect((await read('scoring')).draft).toMatchObject({
      signedBy: null,
      sentBack: { note: '先听取部门意见' },
    });
    expect(refusalOf(await sign(cast.leader))).toBe('stale');
    taken(await submit(day));
    expect(taken(await sign(cast.leader))).toEqual({ version: 'scoring-2', isPublished: true });
    expect(refusalOf(await sign(cast.leader))).toBe('stale');
    expect([...(await waits(admin())), ...(await waits(cast.leader))]).toEqual([]);
    const after = await read('scoring');
    expect(after).toMatchObject({ draft: null, inForce: { version: 'scoring-1' } });
    expect(after.published[0]).toMatchObject({ ...SIGN, effectiveFrom: '2026-10-20', isInForce: false });
    const line = taken(await readPolicies(house, cast.leader)).lines.find(({ kind }) => kind === 'scoring');
    expect(line).toMatchObject({
      version: 'scoring-1',
      next: { version: 'scoring-2', effectiveFrom: '2026-10-20' },
    });
  });

  it('come into force on the day, without anything being started anew', async () => {
    expect((await scoringOf(house)).late).toBe(-200);
    house.at('2026-10-20T01:00:00.000Z');
    expect(await scoringOf(house)).toMatchObject({ version: 'scoring-2', late: -300, furtherLate: -125 });
  });

  it('go where the draft is changed, and are refused for a day that came meanwhile', async () => {
    await begin('scoring');
    taken(await save({ ...SCORING, revision: 0, rework: '-4' }));
    const form = { kind: 'scoring', ...SIGN, effectiveFrom: '2026-10-21' };
    await tryOut('scoring');
    taken(await submitPolicy(house, admin(), { ...form, revision: 1 }));
    taken(await save({ ...SCORING, revision: 1, rework: '-5' }));
    expect((await read('scoring')).draft).toMatchObject({ revision: 2, signedBy: null });
    expect(refusalOf(await signPolicy(house, cast.leader, { kind: 'scoring', revision: 2 }))).toBe('stale');
    await tryOut('scoring');
    taken(await submitPolicy(house, admin(), { ...form, revision: 2 }));
    house.at('2026-10-21T01:00:00.000Z');
    expect(refusalOf(await signPolicy(house, cast.leader, { kind: 'scoring', revision: 2 }))).toBe(
      'policy_day_gone',
    );
    taken(await dropPolicy(house, admin(), { kind: 'scoring', revision: 2 }));
  });
});

it('tells two versions apart, and takes an old one up again as a draft that says so', async () => {
  const { comparison } = await read('scoring', { from: 'scoring-2', to: 'scoring-1' });
  expect(comparison?.changes.map(({ field, before, after }) => [field.name, before, after])).toEqual([
    ['late', -300, -200],
    ['furtherLate', -125, -100],
  ]);
  taken(await beginPolicy(house, admin(), { kind: 'scoring', version: 'scoring-1' }));
  expect((await read('scoring')).draft).toMatchObject({
    ...{ policy: { version: 'scoring-3', late: -200 }, origin: { type: 'version', version: 'scoring-1' } },
  });
  expect(refusalOf(await beginPolicy(house, admin(), { kind: 'scoring', version: 'scoring-2' }))).toBe(
    'policy_draft_exists',
  );
  taken(await dropPolicy(house, admin(), { kind: 'scoring', revision: 0 }));
});

it('cuts no period in two, and begins in none that is frozen', async () => {
  await begin('periods');
  taken(await save({ kind: 'periods', revision: 0, closingDay: '18' }));
  const submit = (effectiveFrom: string) =>
    submitPolicy(house, admin(), { ...SIGN, kind: 'periods', revision: 1, effectiveFrom });
  expect(await submit('2026-11-19')).toMatchObject({ fields: { effectiveFrom: 'not_a_period_start' } });
  await house.db.pool.query(
    `INSERT INTO period_sheet (id, period, status, edition, opened_at, object_until, content_hash, version, head_hash)
VALUES ($1, '2027-Q1', 'frozen', 1, now(), '2027-04-10', '', 1, '')`,
    [house.newId()],
  );
  expect(await submit('2027-01-01')).toMatchObject({ fields: { effectiveFrom: 'period_frozen' } });
  expect(taken(await submit('2027-04-01')).isPublished).toBe(false);
  expect((await read('periods')).earliest).toBe('2027-01-01');
});

it('keeps coefficients by department, each once', async () => {
  await begin('coefficients');
  const heard = { reason: '承担两个片区', consultation: '2026-10-08 部门座谈会纪要' };
  const row = { department: cast.approvals, coefficient: '1.05', ...heard };
  expect(await save({ kind: 'coefficients', revision: 0, departments: [row, row] })).toMatchObject({
    fields: { 'departments.1.department': 'row_twice' },
  });
  taken(await save({ kind: 'coefficients', revision: 0, departments: [row] }));
  expect((await read('coefficients')).draft?.policy).toMatchObject({
    departments: { [cast.approvals]: { coefficient: 105, ...heard } },
  });
});

it('publishes with one signature where that is enough', async () => {
  await begin('bulletin');
  const form = { kind: 'bulletin', monthStartsOn: 19, draftOnWorkingDay: 2, leastSample: 5 };
  const recurring = { recurrenceCalendarDays: 180, recurrenceLeast: 3 };
  expect(await save({ ...form, ...recurring, revision: 0, monthStartsOn: '29' })).toMatchObject({
    fields: { monthStartsOn: 'out_of_range' },
  });
  taken(await save({ ...form, ...recurring, revision: 0 }));
  const sign = { ...SIGN, kind: 'bulletin', revision: 1, effectiveFrom: '2026-11-01' };
  expect(taken(await submitPolicy(house, admin(), sign))).toEqual({
    version: 'bulletin-2',
    isPublished: true,
  });
});

it('edits exceptions, the chain and its fallback line by line, each fault at the line that was typed', async () => {
  await begin('deadlines');
  const { draft } = await read('deadlines');
  const form = { ...typedPolicy('deadlines', draft?.policy), kind: 'deadlines', revision: 0 };
  const category = (await house.db.prisma.category.findFirst({ where: { parent: null } }))?.code ?? '';
  expect(
    await save({
      ...form,
      exceptions: [
        { category: '', importance: '', terms: { signFor: '' } },
        { category: 'no-such', terms: { signFor: '0.5' } },
        { importance: 'listed', terms: { ordinary: '3' } },
      ],
    }),
  ).toMatchObject({
    fields: {
      'exceptions.1.category': 'unknown_category',
      'exceptions.2.terms.ordinary': 'term_never_applies',
    },
  });
  expect(await save({ ...form, 'escalation.3.staffIds': ['nobody'] })).toMatchObject({
    fields: { 'escalation.3.staffIds': 'unknown_staff' },
  });
  taken(
    await save({
      ...form,
      exceptions: [
        { category: 'gone', isRemoved: 'on', terms: { signFor: '1' } },
        { category, importance: 'listed', terms: { signFor: '0.5', heartbeatCalendarDays: '5' } },
      ],
      'escalation.3.staffIds': [cast.leader.staffId],
      escalationFallback: [{ role: '', staffId: cast.leader.staffId }],
      approachWorkingDays: '1.5',
    }),
  );
  const saved = await read('deadlines');
  expect(saved.draft?.policy).toMatchObject({
    exceptions: [{ category, importance: 'listed', terms: { signFor: 0.5, heartbeatCalendarDays: 5 } }],
    escalation: [
      { tier: 'handler' },
      { tier: 'head' },
      { tier: 'triage' },
      { staffIds: [cast.leader.staffId] },
    ],
    escalationFallback: [{ staffId: cast.leader.staffId }],
    approachWorkingDays: 1.5,
  });
  expect(saved.changes.map(({ field }) => field.name)).toEqual([
    ...['approachWorkingDays', 'exceptions', 'escalation'],
    ...['escalationFallback', 'escalationFallback', 'escalationFallback'],
  ]);
  expect((await deadlinesOf(house)).exceptions).toEqual([]);
});
