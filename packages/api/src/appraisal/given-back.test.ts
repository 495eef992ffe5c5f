import { replayRows, verifyChains } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { issueCard } from '../card/issue-card.ts';
import { objectToCard } from '../card/object-to-card.ts';
import { proposeCard } from '../card/propose-card.ts';
import { readCard } from '../card/read-card.ts';
import { reviewCard } from '../card/review-card.ts';
import { sweepDeadlines } from '../operations/sweep-deadlines.ts';
import { routeComplaint } from '../supervision/route-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, aRoute, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { proposeAdjustment } from './adjustment/propose-adjustment.ts';
import { settleAdjustment } from './adjustment/settle-adjustment.ts';
import { objectToSheet } from './sheet/object-to-sheet.ts';
import { openPeriodSheet } from './sheet/open-sheet.ts';
import { readPeriodSheet } from './sheet/read-period-sheet.ts';
import { ruleOnObjection } from './sheet/rule-on-objection.ts';

const period = '2026-Q3';
const reason = '经核对办理记录，情况属实。';

let house: TestHouse;
let cast: Cast;
let itemId: string;

/** In September an item of approvals went late and further late, and got a red card. Today is the first working day after the quarter. */
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  house.at('2026-09-01T01:00:00.000Z');
  const route = aRoute(cast, await anAcceptedComplaint(house, cast));
  const measures = route.measures.map((measure) => ({ ...measure, dueOn: '2026-09-04' }));
  ({ itemId } = taken(await routeComplaint(house, cast.triage, { ...route, measures })));
  house.at('2026-09-21T01:00:00.000Z');
  await sweepDeadlines(house);
});
afterEach(() => house.drop());

const lineOf = (rule: string) => house.db.prisma.scoreEntry.findFirstOrThrow({ where: { period, rule } });
const linesOf = async () =>
  (await house.db.prisma.scoreEntry.findMany({ where: { period }, orderBy: { at: 'asc' } })).map(
    ({ rule, centipoints }) => `${rule} ${centipoints}`,
  );
const balance = async () =>
  (await house.db.prisma.scoreBalance.findFirst({ where: { period, departmentId: cast.approvals } }))
    ?.centipoints;

/** A reversal of a line by hand: proposed, and signed when `sign` is called. */
async function aReversal(lineId: string) {
  const form = { id: house.newId(), kind: 'reversal', departmentId: cast.approvals, period, lineId };
  const evidence = { basis: '主任办公会认定', documentNumber: '园考〔2026〕18号', reason };
  const { id } = taken(await proposeAdjustment(house, cast.appraisalAdmin, { ...form, ...evidence }));
  return () => settleAdjustment(house, cast.leader, { adjustmentId: id, decision: 'sign' });
}

async function anObjection(lineId: string): Promise<() => ReturnType<typeof ruleOnObjection>> {
  taken(await openPeriodSheet(house, cast.appraisalAdmin, { period }));
  const about = { period, departmentId: cast.approvals, about: lineId, grounds: '系统停机，无法提交。' };
  taken(await objectToSheet(house, cast.head, about));
  const { objections } = taken(await readPeriodSheet(house, cast.leader, { period }));
  const ruling = { period, objectionId: objections[0]?.id, ruling: 'uphold', reason };
  return () => ruleOnObjection(house, cast.leader, ruling);
}

async function everythingHolds() {
  expect((await verifyChains(house.db)).faults).toEqual([]);
  expect((await replayRows(house.db)).differences).toEqual([]);
}

it('upholds an objection to a line that was reversed by hand since, and enters nothing more', async () => {
  house.at('2026-10-08T01:00:00.000Z');
  const { id } = await lineOf('late');
  const uphold = await anObjection(id);
  taken(await (await aReversal(id))());
  expect(await balance()).toBe(-2_00);
  taken(await uphold());
  expect(await balance()).toBe(-2_00);
  expect(await linesOf()).toEqual(['late -200', 'further_late -100', 'further_late -100', 'reversed 200']);
  expect(taken(await readPeriodSheet(house, cast.head, { period }))).toMatchObject({
    objections: [{ ruling: { isUpheld: true, correction: null } }],
    entries: [{ type: 'SheetOpened' }, { type: 'SheetObjected' }, { type: 'SheetObjectionUpheld' }],
  });
  await everythingHolds();
});

it('signs no reversal of a line that an upheld objection gave back meanwhile', async () => {
  house.at('2026-10-08T01:00:00.000Z');
  const { id } = await lineOf('late');
  const uphold = await anObjection(id);
  const sign = await aReversal(id);
  taken(await uphold());
  expect(refusalOf(await sign())).toBe('line_reversed_already');
  expect(await balance()).toBe(-2_00);
  await everythingHolds();
});

it('gives a line back once, whoever of the two is first', async () => {
  house.at('2026-10-08T01:00:00.000Z');
  const { id } = await lineOf('late');
  const uphold = await anObjection(id);
  const sign = await aReversal(id);
  const [upheld, signed] = await Promise.all([uphold(), sign()]);
  expect(upheld.ok).toBe(true);
  if (!signed.ok) expect(refusalOf(signed)).toBe('line_reversed_already');
  expect(await house.db.prisma.scoreEntry.count({ where: { reversalOf: id } })).toBe(1);
  expect(await balance()).toBe(-2_00);
  await everythingHolds();
});

/** A red card over the item, objected to on the last day that its line could not be objected to as well. */
async function anObjectedCard(): Promise<string> {
  const call = { itemId, departmentId: cast.approvals, colour: 'red', grounds: '多次推诿' };
  const { cardId } = taken(await proposeCard(house, cast.inspector, call));
  taken(await issueCard(house, cast.triage, { cardId, evidence: '通话记录' }));
  taken(await objectToCard(house, cast.head, { cardId, grounds: '当日材料在配合部门' }));
  return cardId;
}
const revoke = (cardId: string) =>
  reviewCard(house, cast.leader, { cardId, review: 'revoke', reason: '异议成立' });

it('revokes a card whose line was given back before, and gives it back no second time', async () => {
  const cardId = await anObjectedCard();
  const { id: lineId } = await lineOf('red_card');
  // As a correction of before the rule that a card still open is dealt with at the card.
  await house.db.pool.query(
    `INSERT INTO score_entry (id, at, department_id, period, account, rule, centipoints, policy_version, arithmetic, stream_id, event_version, actor, reversal_of)
SELECT gen_random_uuid(), at, department_id, period, account, 'line_corrected', 200, policy_version, '{}', gen_random_uuid(), 1, actor, id
FROM score_entry WHERE id = $1`,
    [lineId],
  );
  expect(taken(await revoke(cardId)).status).toBe('revoked');
  expect(await linesOf()).not.toContain('card_revoked 200');
  const { entries } = taken(await readCard(house, cast.head, { cardId }));
  expect(entries.at(-1)).toMatchObject({ type: 'CardRevoked', isGivenBack: true });
  expect((await verifyChains(house.db)).faults).toEqual([]);
  const differences = (await replayRows(house.db)).differences.map(({ key }) => key);
  expect(differences.some((key) => key.includes('card_revoked'))).toBe(false);
});

it('has an objection to the line of a revoked card refused, because it was given back', async () => {
  const cardId = await anObjectedCard();
  const { id } = await lineOf('red_card');
  taken(await revoke(cardId));
  house.at('2026-10-08T01:00:00.000Z');
  taken(await openPeriodSheet(house, cast.appraisalAdmin, { period }));
  const about = { period, departmentId: cast.approvals, about: id, grounds: '同一事实' };
  expect(refusalOf(await objectToSheet(house, cast.head as Actor, about))).toBe(
    'sheet_line_reversed_already',
  );
  expect(await linesOf()).toContain('card_revoked 200');
  await everythingHolds();
});
