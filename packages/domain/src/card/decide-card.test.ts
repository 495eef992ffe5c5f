import { expect, test } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { aCard, aCardContext, cooperatingHead, inspector, leader, leadHead } from '../testing/index.ts';
import { secondTriageAdmin, strangeHead, triageAdmin } from '../testing/index.ts';
import { CARD_STATUSES } from './card.ts';
import { CARD_COMMANDS, type CardCommand, type CardCommandType, type ProposeCard } from './card-command.ts';
import { decideCard, proposeCard } from './decide-card.ts';

/** Every state × every command, given by somebody who may and took no part, in time; over a yellow card. */
const TABLE = `
           proposed dropped issued objected upheld revoked cleared
drop          +        -      -       -       -       -       -
issue         +        -      -       -       -       -       -
object        -        -      +       -       -       -       -
uphold        -        -      -       +       -       -       -
revoke        -        -      -       +       -       -       -
hold_talk     -        -      +       +       +       -       -
clear         -        -      +       -       +       -       -
`;

const COMMANDS: Readonly<Record<CardCommandType, readonly [Actor, CardCommand, string]>> = {
  drop: [triageAdmin, { type: 'drop', reason: 'The day was a day of rest.' }, 'CardDropped'],
  issue: [triageAdmin, { type: 'issue', evidence: 'Over since 10 October.' }, 'CardIssued'],
  object: [leadHead, { type: 'object', grounds: 'Another held it.' }, 'CardObjected'],
  uphold: [leader, { type: 'uphold', reason: 'It was with you.' }, 'CardUpheld'],
  revoke: [leader, { type: 'revoke', reason: 'It was not with you.' }, 'CardRevoked'],
  hold_talk: [leader, { type: 'hold_talk', on: '2026-10-15', record: 'Talked.' }, 'CardTalkHeld'],
  clear: [triageAdmin, { type: 'clear', outcome: 'Caught up.' }, 'CardCleared'],
};

const rows = TABLE.trim().split('\n').slice(1);
const cases = rows.flatMap((row) => {
  const [command = '', ...marks] = row.trim().split(/\s+/);
  return marks.map((mark, index) => [command as CardCommandType, CARD_STATUSES[index] ?? '', mark] as const);
});

test('the table names every command and every state', () => {
  expect(rows.map((row) => row.trim().split(/\s+/)[0])).toEqual([...CARD_COMMANDS]);
  expect(TABLE.trim().split('\n')[0]?.trim().split(/\s+/)).toEqual([...CARD_STATUSES]);
});

test.each(cases)('%s in state %s: %s', (type, status, mark) => {
  const [actor, command, event] = COMMANDS[type];
  const decision = decideCard(aCard(status as never), command, aCardContext({ actor }));
  if (mark === '+') expect(decision).toMatchObject({ ok: true, events: [{ type: event }] });
  else expect(decision).toMatchObject({ ok: false, refusal: { code: 'illegal_move' } });
});

const OVERDUE: ProposeCard = {
  type: 'propose',
  id: 'card-1',
  number: 'DB-2026-7K3QF2-1',
  itemId: 'item-1',
  departmentId: 'lead-department',
  colour: 'yellow',
  cause: 'by_person',
  causeRef: 'card-1',
  isRaised: false,
  grounds: 'Nobody came to the meeting.',
};

test('a person proposes on an open item only', () => {
  const closed = proposeCard(OVERDUE, aCardContext({ actor: inspector, isItemClosed: true }));
  expect(closed).toEqual({ ok: false, refusal: { code: 'card_item_closed' } });
  const open = proposeCard(OVERDUE, aCardContext({ actor: inspector }));
  expect(open).toMatchObject({ ok: true, events: [{ proposedBy: 'inspector-of-inspection-unit' }] });
  const stranger = proposeCard(OVERDUE, aCardContext({ actor: strangeHead }));
  expect(stranger).toEqual({ ok: false, refusal: { code: 'not_authorised' } });
});

test('the first yellow card costs nothing, the second one point, a red one two; objections end on the thirtieth day', () => {
  const issue: CardCommand = { type: 'issue', evidence: 'Over since 10 October.' };
  expect(decideCard(aCard('proposed'), issue, aCardContext())).toMatchObject({
    events: [{ nthYellow: 1, points: 0, objectUntil: '2026-11-14' }],
  });
  expect(decideCard(aCard('proposed'), issue, aCardContext({ yellowsBefore: 1 }))).toMatchObject({
    events: [{ nthYellow: 2, points: -1_00 }],
  });
  expect(decideCard(aCard('proposed', 'red'), issue, aCardContext({ yellowsBefore: 1 }))).toMatchObject({
    events: [{ nthYellow: 0, points: -2_00 }],
  });
  expect(decideCard(aCard('proposed'), issue, aCardContext({ isItemClosed: true }))).toEqual({
    ok: false,
    refusal: { code: 'card_item_closed' },
  });
});

test('only the head of the department objects, until the last day', () => {
  const object: CardCommand = { type: 'object', grounds: 'Another held it.' };
  const on = (actor: Actor, now: string) => decideCard(aCard('issued'), object, aCardContext({ actor, now }));
  expect(on(cooperatingHead, '2026-10-15T02:00:00.000Z')).toEqual({
    ok: false,
    refusal: { code: 'not_authorised' },
  });
  expect(on(leadHead, '2026-11-11T15:59:00.000Z')).toMatchObject({ ok: true });
  expect(on(leadHead, '2026-11-11T16:00:00.000Z')).toEqual({
    ok: false,
    refusal: { code: 'card_objection_over', data: { until: '2026-11-11' } },
  });
});

test('nobody who took part reviews the objection', () => {
  const revoke: CardCommand = { type: 'revoke', reason: 'It was not with you.' };
  const by = (actor: Actor) => decideCard(aCard('objected'), revoke, aCardContext({ actor }));
  expect(by(triageAdmin)).toEqual({ ok: false, refusal: { code: 'card_took_part' } });
  expect(by({ ...secondTriageAdmin, departmentId: 'lead-department' })).toEqual({
    ok: false,
    refusal: { code: 'card_took_part' },
  });
  const standsInFor = { staffId: triageAdmin.staffId, ownDepartmentId: 'supervision-office' };
  expect(by({ ...secondTriageAdmin, standsInFor })).toEqual({
    ok: false,
    refusal: { code: 'card_took_part' },
  });
  expect(by(secondTriageAdmin)).toMatchObject({ ok: true });
});

test('a red card is cleared only after a talk', () => {
  const clear: CardCommand = { type: 'clear', outcome: 'Caught up.' };
  const red = aCard('issued', 'red');
  expect(decideCard(red, clear, aCardContext())).toEqual({ ok: false, refusal: { code: 'card_talk_first' } });
  const talked = { ...red, talks: [{ on: '2026-10-14', by: 'x', record: 'Talked.' }] } as typeof red;
  expect(decideCard(talked, clear, aCardContext())).toMatchObject({ ok: true });
});
