import { expect, it, test } from 'vitest';
import { anItem, anItemContext, itemAfter, itemHistory, leadHead, outcomeOf } from '../testing/index.ts';
import { triageAdmin } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import type { ItemEvent } from './item-event.ts';
import type { Ruling, SupervisionItem } from './supervision-item.ts';

const giveBack = (state: SupervisionItem, now = '2026-10-13T02:00:00.000Z') =>
  outcomeOf(
    decideItem(
      state,
      { type: 'return', reason: 'Not ours.', legalBasis: 'No. 7' },
      anItemContext({ actor: leadHead, now }),
    ),
  );

/** Assigned on Monday the 12th: to be returned by the end of the 13th. */
it('is possible for one working day', () => {
  const at = '2026-10-13T15:59:59.999Z';
  expect(giveBack(anItem().assigned(), at)).toEqual([
    { type: 'ItemReturned', at, reason: 'Not ours.', legalBasis: 'No. 7' },
  ]);
  expect(giveBack(anItem().assigned(), '2026-10-13T16:00:00.000Z')).toEqual({
    code: 'return_too_late',
    data: { until: '2026-10-13' },
  });
});

it('is not possible for what a leader designated', () => {
  const assigned = anItem().assigned();
  const designated = { ...assigned, assignment: { ...assigned.assignment, isDesignated: true } };
  expect(giveBack(designated)).toEqual({ code: 'designated_cannot_be_returned' });
});

it('is possible twice', () => {
  expect(giveBack({ ...anItem().assigned(), returns: 1 })).toMatchObject([{ type: 'ItemReturned' }]);
  expect(giveBack({ ...anItem().assigned(), returns: 2 })).toEqual({
    code: 'returned_too_often',
    data: { most: 2 },
  });
});

test.each<[Ruling, string]>([
  ['uphold', 'returned'],
  ['reassign', 'returned'],
  ['reject', 'assigned'],
])('ruled to %s leaves it %s', (ruling, status) => {
  const decision = decideItem(
    anItem().returned(),
    { type: 'rule_on_return', ruling, text: 'So be it.' },
    anItemContext({ actor: triageAdmin, now: '2026-10-14T02:00:00.000Z' }),
  );
  if (!decision.ok) throw new Error(decision.refusal.code);
  const after = itemAfter([...itemHistory('returned'), ...decision.events]);
  expect(after).toMatchObject({ status, returns: 1 });
});

it('rejected starts the signing again, with a day of its own', () => {
  const ruled: ItemEvent = {
    type: 'ReturnRuled',
    at: '2026-10-14T02:00:00.000Z',
    ruling: 'reject',
    text: 'It is yours.',
    signDue: { date: '2026-10-15', half: 'pm', provisional: false },
  };
  const state = itemAfter([...itemHistory('returned'), ruled]);
  expect(state).toMatchObject({
    assignedAt: '2026-10-14T02:00:00.000Z',
    assignment: { signDue: { date: '2026-10-15' }, deadline: { date: '2026-10-19' } },
  });
  expect(giveBack(state, '2026-10-15T02:00:00.000Z')).toMatchObject([{ type: 'ItemReturned' }]);
});
