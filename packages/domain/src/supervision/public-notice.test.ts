import { expect, test } from 'vitest';
import { DEFAULT_DEADLINES, type DeadlinePolicy } from '../policy/deadline-policy.ts';
import { SYSTEM, type Actor } from '../people/actor.ts';
import { anItem, anItemContext, complainant, leadOfficer, triageAdmin } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import { evolveItem } from './evolve-item.ts';
import type { ItemCommand } from './item-command.ts';
import { newCrossings } from './item-deadlines.ts';
import type { SupervisionItem } from './supervision-item.ts';

const agreed = anItem().verifiedResolved();
/** Tuesday 20 October 2026, 16:00 in Shanghai. */
const TUESDAY = '2026-10-20T08:00:00.000Z';
const WANTED: DeadlinePolicy = {
  ...DEFAULT_DEADLINES,
  publicNotice: { workingDays: 5, importances: ['normal'] },
};

function give(item: SupervisionItem, actor: Actor, command: ItemCommand, now = TUESDAY, deadlines = WANTED) {
  return decideItem(item, command, { ...anItemContext({ actor, now }), deadlines });
}

function after(item: SupervisionItem, actor: Actor, command: ItemCommand, now = TUESDAY) {
  const decision = give(item, actor, command, now);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<SupervisionItem>(evolveItem, item);
}

function refusalOf(decision: ReturnType<typeof give>) {
  return decision.ok ? null : decision.refusal;
}

const NOTICE: ItemCommand = { type: 'give_public_notice', text: 'The counter is open again.' };
const OBJECTION: ItemCommand = {
  type: 'object_to_notice',
  objectionId: 'objection-1',
  text: 'It is closed.',
};
const rule = (isUpheld: boolean): ItemCommand => ({
  ...{ type: 'rule_on_notice_objection', objectionId: 'objection-1', isUpheld, text: 'Seen on the spot.' },
});
const STRIKE_OFF: ItemCommand = { type: 'strike_off' };
const MONDAY_NIGHT = '2026-10-27T15:00:00.000Z';
const WEDNESDAY = '2026-10-28T01:00:00.000Z';
const noticed = after(agreed, triageAdmin, NOTICE);

test('where the policy wants none, an item is struck off without one', () => {
  expect(give(agreed, triageAdmin, STRIKE_OFF, TUESDAY, DEFAULT_DEADLINES).ok).toBe(true);
  expect(refusalOf(give(agreed, triageAdmin, STRIKE_OFF))?.code).toBe('notice_needed');
});

test('it stands five working days, and three more are there to decide', () => {
  // Wednesday 21 is the first day, Tuesday 27 the fifth, Friday 30 October the eighth.
  expect(noticed.notice).toMatchObject({ until: { date: '2026-10-27' }, objections: [] });
  expect(noticed).toMatchObject({ status: 'verifying', verificationDue: { date: '2026-10-30' } });
  expect(newCrossings(noticed, WEDNESDAY, anItemContext({}).calendar, 5)).toEqual([]);
  expect(refusalOf(give(noticed, triageAdmin, STRIKE_OFF, MONDAY_NIGHT))).toEqual({
    code: 'notice_running',
    data: { date: '2026-10-27' },
  });
  expect(give(noticed, triageAdmin, STRIKE_OFF, WEDNESDAY).ok).toBe(true);
  expect(refusalOf(give(noticed, triageAdmin, NOTICE))?.code).toBe('notice_given_already');
});

test('not before two findings agree that the matter is resolved', () => {
  for (const item of [anItem().verifying(), anItem().verifiedUnresolved()])
    expect(refusalOf(give(item, triageAdmin, NOTICE))?.code).toBe('two_findings_needed');
});

test('an objection keeps the item on the list until it is ruled on', () => {
  const objected = after(noticed, complainant, OBJECTION, MONDAY_NIGHT);
  expect(refusalOf(give(objected, triageAdmin, STRIKE_OFF, WEDNESDAY))?.code).toBe('notice_objection_open');
  const dismissed = after(objected, triageAdmin, rule(false), WEDNESDAY);
  expect(give(dismissed, triageAdmin, STRIKE_OFF, WEDNESDAY).ok).toBe(true);
  expect(refusalOf(give(dismissed, triageAdmin, rule(true), WEDNESDAY))?.code).toBe(
    'objection_ruled_already',
  );
  expect(
    refusalOf(give(dismissed, triageAdmin, { type: 'send_to_rework', reason: 'r' }, WEDNESDAY))?.code,
  ).toBe('findings_agree_resolved');
});

test('one that holds sends it back to be worked on, as no false request', () => {
  const upheld = after(after(noticed, complainant, OBJECTION), triageAdmin, rule(true));
  expect(refusalOf(give(upheld, triageAdmin, STRIKE_OFF, WEDNESDAY))?.code).toBe('notice_objection_upheld');
  const back = give(upheld, triageAdmin, { type: 'send_to_rework', reason: 'Closed again.' }, WEDNESDAY);
  expect(back.ok && back.events[0]).toMatchObject({ type: 'ItemSentToRework', isFalseRequest: false });
});

test('nobody objects after it, and nobody but the public', () => {
  expect(refusalOf(give(noticed, complainant, OBJECTION, WEDNESDAY))?.code).toBe('no_notice_running');
  expect(refusalOf(give(agreed, complainant, OBJECTION))?.code).toBe('no_notice_running');
  expect(refusalOf(give(noticed, triageAdmin, OBJECTION))?.code).toBe('not_authorised');
  expect(refusalOf(give(noticed, SYSTEM, OBJECTION))?.code).toBe('not_authorised');
});

test('the next request for strike-off is shown anew', () => {
  const upheld = after(after(noticed, complainant, OBJECTION), triageAdmin, rule(true));
  const reworked = after(upheld, triageAdmin, { type: 'send_to_rework', reason: 'r' }, WEDNESDAY);
  expect(reworked.notice?.objections).toHaveLength(1);
  expect(refusalOf(give(reworked, complainant, OBJECTION))?.code).toBe('illegal_move');
  const report = {
    reportId: 'report-9',
    text: 'The counter is staffed.',
    percent: 100,
    obstacles: '',
    nextStep: '',
  };
  const reported = after(reworked, leadOfficer, { type: 'report_progress', ...report }, WEDNESDAY);
  const again = after(reported, leadOfficer, { type: 'request_strike_off', claim: 'Open.' }, WEDNESDAY);
  expect(again.notice).toBeNull();
});
