import { insertPolicyDraft, type PolicyData, type PolicyKind } from '@bihuan/db';
import { DEFAULT_CARDS, DEFAULT_COEFFICIENTS, DEFAULT_DEADLINES, DEFAULT_SCORING } from '@bihuan/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordCallback } from '../../complaint/record-callback.ts';
import { fileFinding } from '../../supervision/file-finding.ts';
import { strikeOff } from '../../supervision/strike-off.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { readPolicyTryOut } from './read-policy-try-out.ts';
import { runPolicyTryOut } from './run-policy-try-out.ts';
import { tryOutPolicy } from './try-out-policy.ts';

let house: TestHouse;
let cast: Cast;
let itemId: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const opened = await anItemBeingVerified(house, cast);
  itemId = opened.itemId;
  const { complaintId } = opened;
  taken(
    await fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved: true, text: '到现场看过' }),
  );
  const answers = { outcome: 'valid', contacted: true, solved: true, satisfaction: 'basically_satisfied' };
  taken(await recordCallback(house, cast.clerk, { complaintId, ...answers }));
  taken(await strikeOff(house, cast.triage, { itemId }));
  await aCard('late_sign_for', 'yellow', 0);
  await aCard('overdue', 'yellow', -1_00);
  await aCard('second_yellow', 'red', -2_00);
});
afterAll(() => house.drop());

/** An issued card with its line in the ledger, as the item's history would have left it. */
async function aCard(cause: string, colour: string, points: number): Promise<void> {
  const id = house.newId();
  const at = house.now();
  await house.db.pool.query(
    `INSERT INTO card (id, number, item_id, department_id, colour, cause, cause_ref, status, proposed_at, issued_at, points, talks, version, head_hash)
VALUES ($1, $2, $3, $4, $5, $2, '', 'issued', $6::timestamptz + $7 * interval '1 minute', $6, $8, 0, 2, '')`,
    [id, cause, itemId, cast.approvals, colour, at, -points, points],
  );
  if (points === 0) return;
  await house.db.pool.query(
    `INSERT INTO score_entry (id, at, department_id, period, account, rule, centipoints, policy_version, arithmetic, stream_id, event_version, actor)
VALUES ($1, $2, $3, '2026-Q4', 'supervision', 'red_card', $4, 'cards-1', '{}', $5, 2, '{"kind":"system"}')`,
    [house.newId(), at, cast.approvals, points, id],
  );
  await house.db.pool.query(
    `UPDATE score_balance SET centipoints = centipoints + $1, lines = lines + 1 WHERE department_id = $2 AND period = '2026-Q4'`,
    [points, cast.approvals],
  );
}

async function tried<Kind extends PolicyKind>(kind: Kind, policy: PolicyData[Kind]) {
  await house.db.pool.query(`DELETE FROM policy WHERE kind = $1 AND status = 'draft'`, [kind]);
  const version = `${kind}-${house.newId()}`;
  const by = { staffId: cast.appraisalAdmin.staffId, at: house.now(), on: '2026-10-12' };
  await insertPolicyDraft(house.db, kind, { ...policy, version }, by);
  const { tryOutId } = taken(await tryOutPolicy(house, cast.appraisalAdmin, { kind, periods: 1 }));
  await runPolicyTryOut(house, { policyTryOutId: tryOutId });
  const page = taken(await readPolicyTryOut(house, cast.appraisalAdmin, { kind }));
  const result = page?.tryOut?.result;
  if (!page || !result) throw new Error('not finished');
  return { ...page, result };
}

/** Everything a try-out may not touch, as one digest. */
async function everythingKept(): Promise<string> {
  const tables = ['event', 'score_entry', 'score_balance', 'complaint', 'supervision_item', 'card'];
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' || coalesce(string_agg(t::text, '|' ORDER BY t::text), '') AS t FROM ${table} t`,
  );
  const { rows } = await house.db.pool.query<{ digest: string }>(
    `SELECT md5(string_agg(t, '#')) AS digest FROM (${parts.join(' UNION ALL ')}) kept`,
  );
  return rows[0]?.digest ?? '';
}

it('scores the past again, and opens every difference', async () => {
  const { result, lines } = await tried('scoring', { ...DEFAULT_SCORING, struckOffOnTime: 2_00 });
  expect(result).toMatchObject({ events: 1, lines: 1 });
  expect(lines).toMatchObject([
    {
      departmentId: cast.approvals,
      period: '2026-Q4',
      rule: 'struck_off_on_time',
      subjectId: itemId,
      before: '100',
      after: '200',
    },
  ]);
  // Supervision 100 + 1 − 3 = 98, then 99; (20 × 98 + 10 × 95) ÷ 30 = 97, then 97.67.
  expect(result.periods).toMatchObject([
    {
      id: '2026-Q4',
      moved: [
        {
          departmentId: cast.approvals,
          before: { supervision: 98_00, composite: 97_00 },
          after: { supervision: 99_00, composite: 97_67 },
          hasLines: true,
        },
      ],
    },
  ]);
});

it('says that nothing changes where nothing does', async () => {
  const { result, lines } = await tried('scoring', DEFAULT_SCORING);
  expect(result.lines).toBe(0);
  expect(lines).toEqual([]);
  expect(result.periods[0]?.moved).toEqual([]);
});

it('gives cards another colour, and takes away the red one of a second yellow that is none', async () => {
  const { result, lines } = await tried('cards', {
    ...DEFAULT_CARDS,
    startsRed: ['normal', 'key', 'listed'],
  });
  expect(result.cards).toEqual({ cards: 3, otherColour: 2, fewer: 1, more: 0, otherPoints: 3 });
  expect(lines.map(({ rule, before, after }) => [rule, before, after])).toEqual([
    ['late_sign_for', 'yellow 0', 'red -200'],
    ['overdue', 'yellow -100', 'red -200'],
    ['second_yellow', 'red -200', null],
  ]);
});

it('sets other dates for past cases, by the working days of the calendar', async () => {
  const { result, lines } = await tried('deadlines', { ...DEFAULT_DEADLINES, triage: 1.5, verification: 1 });
  const [triage] = result.terms.filter(({ term }) => term === 'triage');
  expect(triage).toMatchObject({ cases: 1, earlier: 0, later: 1 });
  const [verification] = result.terms.filter(({ term }) => term === 'verification');
  expect(verification).toMatchObject({ cases: 1, earlier: 1, later: 0 });
  expect(lines).toHaveLength(2);
  expect(result.terms.filter(({ term }) => term === 'signFor')).toMatchObject([{ earlier: 0, later: 0 }]);
});

it('multiplies pay by another coefficient', async () => {
  const departments = { [cast.approvals]: { coefficient: 110, reason: '窗口量大', consultation: '座谈会' } };
  const { result } = await tried('coefficients', { ...DEFAULT_COEFFICIENTS, departments });
  expect(result.periods[0]?.moved).toMatchObject([
    {
      departmentId: cast.approvals,
      before: { payFactor: 970_000 },
      after: { payFactor: 1_067_000 },
      hasLines: false,
    },
  ]);
});

it('is asked for by those who change policies, of kinds that have a past', async () => {
  expect(refusalOf(await tryOutPolicy(house, cast.leader, { kind: 'scoring' }))).toBe('not_found');
  expect(refusalOf(await tryOutPolicy(house, cast.appraisalAdmin, { kind: 'bulletin' }))).toBe('not_found');
  expect(refusalOf(await readPolicyTryOut(house, cast.head, { kind: 'scoring' }))).toBe('not_found');
});

it('writes nothing but its own result, whatever the draft', { timeout: 60_000 }, async () => {
  const before = await everythingKept();
  const points = (least: number, most: number) => fc.integer({ min: least, max: most });
  await fc.assert(
    fc.asyncProperty(
      fc.record({ late: points(-100_00, 0), struckOffOnTime: points(0, 100_00), onTimeCap: points(0, 3) }),
      fc.record({ signFor: fc.constantFrom(0.5, 2, 3.5), heartbeatCalendarDays: points(1, 40) }),
      fc.record({ red: points(-100_00, 0) }),
      async (scoring, deadlines, cards) => {
        await tried('scoring', { ...DEFAULT_SCORING, ...scoring });
        await tried('deadlines', { ...DEFAULT_DEADLINES, ...deadlines });
        await tried('cards', { ...DEFAULT_CARDS, ...cards });
        expect(await everythingKept()).toBe(before);
      },
    ),
    { numRuns: 4 },
  );
});
