import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyAudit } from '../operations/verify-audit.ts';
import { sweepDeadlines } from '../operations/sweep-deadlines.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { clearCard } from './clear-card.ts';
import { dropCard } from './drop-card.ts';
import { holdTalk } from './hold-talk.ts';
import { issueCard } from './issue-card.ts';
import { listCards } from './list-cards.ts';
import { objectToCard } from './object-to-card.ts';
import { proposeCard } from './propose-card.ts';
import { readCard } from './read-card.ts';
import { reviewCard } from './review-card.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

const cardRows = () => house.db.prisma.cardRow.findMany({ orderBy: { proposedAt: 'asc' } });

/** An item nobody signed for in time, and the yellow card that a sweep proposed for it. */
async function aProposedCard() {
  const { itemId } = await anAssignedItem(house, cast);
  house.at('2026-10-14T01:00:00.000Z');
  await sweepDeadlines(house);
  const [card] = await cardRows();
  return { itemId, cardId: card?.id ?? '' };
}

async function linesOf(): Promise<string[]> {
  const rows = await house.db.prisma.scoreEntry.findMany({ orderBy: { at: 'asc' } });
  return rows.map(({ rule, period, centipoints }) => `${rule} ${period} ${centipoints}`);
}

it('proposes one card for one crossing, however often and however many sweeps run', async () => {
  await aProposedCard();
  await Promise.all([sweepDeadlines(house), sweepDeadlines(house), sweepDeadlines(house)]);
  const rows = await cardRows();
  expect(rows.map(({ cause, colour, status }) => [cause, colour, status])).toEqual([
    ['late_sign_for', 'yellow', 'proposed'],
  ]);
  expect(rows[0]?.number).toMatch(/^DB-2026-[0-9A-Z]{6}-1$/);
});

it('shows a department its card only once it got notice', async () => {
  const { cardId } = await aProposedCard();
  expect(refusalOf(await readCard(house, cast.head, { cardId }))).toBe('not_found');
  expect(taken(await listCards(house, cast.head, {})).lines).toEqual([]);
  taken(await issueCard(house, cast.triage, { cardId, evidence: '10月13日应签收，未签收' }));
  const view = taken(await readCard(house, cast.head, { cardId }));
  expect(view).toMatchObject({ status: 'issued', objectUntil: '2026-11-13', points: 0, nthYellow: 1 });
  expect(view.actions).toEqual([{ command: 'object', refusal: null }]);
  expect(taken(await listCards(house, cast.head, {})).lines).toHaveLength(1);
  expect(refusalOf(await readCard(house, cast.strangerOfficer, { cardId }))).toBe('not_found');
  expect(refusalOf(await readCard(house, cast.clerk, { cardId }))).toBe('not_found');
});

it('takes points for a second yellow and the red that follows, and gives back what was revoked', async () => {
  const { itemId, cardId } = await aProposedCard();
  taken(await issueCard(house, cast.triage, { cardId, evidence: '未按时签收' }));
  const call = { itemId, departmentId: cast.approvals, colour: 'yellow', grounds: '约谈缺席' };
  const second = taken(await proposeCard(house, cast.inspector, call));
  house.at('2026-10-14T02:00:00.000Z');
  taken(await issueCard(house, cast.triage, { cardId: second.cardId, evidence: '会议签到表' }));
  const red = (await cardRows()).find(({ cause }) => cause === 'second_yellow');
  expect(red).toMatchObject({ colour: 'red', status: 'proposed', departmentId: cast.approvals });
  house.at('2026-10-14T03:00:00.000Z');
  taken(await issueCard(house, cast.triage, { cardId: red?.id, evidence: '同一事项两张黄牌' }));
  expect(await linesOf()).toEqual(['yellow_card 2026-Q4 -100', 'red_card 2026-Q4 -200']);

  house.at('2026-10-15T01:00:00.000Z');
  taken(await objectToCard(house, cast.head, { cardId: red?.id, grounds: '当日材料在配合部门' }));
  const revoke = { cardId: red?.id, review: 'revoke', reason: '核对办理记录，异议成立' };
  expect(refusalOf(await reviewCard(house, cast.triage, revoke))).toBe('card_took_part');
  taken(await reviewCard(house, cast.leader, revoke));
  expect(await linesOf()).toEqual([
    'yellow_card 2026-Q4 -100',
    'red_card 2026-Q4 -200',
    'card_revoked 2026-Q4 200',
  ]);
  const [taker, giver] = await Promise.all(
    ['red_card', 'card_revoked'].map((rule) => house.db.prisma.scoreEntry.findFirst({ where: { rule } })),
  );
  expect(giver?.reversalOf).toBe(taker?.id);
  const balance = await house.db.prisma.scoreBalance.findFirst({ where: { departmentId: cast.approvals } });
  expect(balance).toMatchObject({ centipoints: -100, lines: 3 });

  const audit = await verifyAudit(house);
  expect(audit.chains.faults).toEqual([]);
  expect(audit.replay?.differences).toEqual([]);
});

it('refuses what the rules do not know', async () => {
  const { itemId, cardId } = await aProposedCard();
  const stranger = { itemId, departmentId: cast.stranger, colour: 'red', grounds: '不配合' };
  expect(await proposeCard(house, cast.triage, stranger)).toMatchObject({
    kind: 'bad_input',
    fields: { departmentId: 'unknown_department' },
  });
  expect(refusalOf(await proposeCard(house, cast.head, { ...stranger, departmentId: cast.approvals }))).toBe(
    'not_authorised',
  );
  expect(await issueCard(house, cast.triage, { cardId, evidence: '' })).toMatchObject({
    fields: { evidence: 'required' },
  });
  expect(refusalOf(await issueCard(house, cast.leader, { cardId, evidence: '未签收' }))).toBe(
    'not_authorised',
  );
  expect(refusalOf(await issueCard(house, cast.triage, { cardId, evidence: '未签收', version: 7 }))).toBe(
    'stale',
  );
  taken(await dropCard(house, cast.triage, { cardId, reason: '系统升级当日无法签收' }));
  expect(refusalOf(await issueCard(house, cast.triage, { cardId, evidence: '未签收' }))).toBe('illegal_move');
});

it('clears a red card only after a talk', async () => {
  const { itemId } = await aProposedCard();
  const call = { itemId, departmentId: cast.approvals, colour: 'red', grounds: '多次推诿' };
  const { cardId } = taken(await proposeCard(house, cast.leader, call));
  taken(await issueCard(house, cast.triage, { cardId, evidence: '通话记录' }));
  const clear = { cardId, outcome: '已整改' };
  expect(refusalOf(await clearCard(house, cast.triage, clear))).toBe('card_talk_first');
  const tomorrow = { cardId, on: '2026-10-15', record: '约谈分管负责人' };
  expect(refusalOf(await holdTalk(house, cast.leader, tomorrow))).toBe('date_in_the_future');
  taken(await holdTalk(house, cast.leader, { ...tomorrow, on: '2026-10-14' }));
  expect(taken(await clearCard(house, cast.triage, clear)).status).toBe('cleared');
});
