import { expect, test } from 'vitest';
import type { Found } from './gaming-facts.ts';
import { decideGamingSignal, evolveGamingSignal, foldGamingSignal, noticeGaming } from './gaming-signal.ts';

const row = (id: string) => ({ about: 'complaint', id, number: id }) as const;
const found: Found = {
  ...{ kind: 'closed_then_reopened', departmentId: 'd1', period: '2026-Q4', subjectId: null },
  ...{ rows: [row('A'), row('B')], values: { cameBack: 2, closed: 9 } },
};
const context = { id: 's1', now: '2026-11-02T01:00:00.000Z', policyVersion: 'signals-1' };
const decision = { at: '2026-11-03T01:00:00.000Z', by: 'p1', outcome: 'talk', reason: '已约谈' } as const;

const raised = foldGamingSignal(noticeGaming(null, found, context));
if (raised === null) throw new Error('nothing was raised');

test('is raised once, and waits', () => {
  expect(raised).toMatchObject({ id: 's1', status: 'open', raisedAt: context.now, decisions: [] });
  expect(noticeGaming(raised, found, context)).toEqual([]);
  expect(noticeGaming(raised, { ...found, rows: [row('A')] }, context)).toEqual([]);
});

test('is decided once', () => {
  const decided = decideGamingSignal(raised, decision);
  if (!decided.ok) throw new Error('refused');
  const state = decided.events.reduce(evolveGamingSignal, raised);
  expect(state).toMatchObject({ status: 'decided', decisions: [{ outcome: 'talk', reason: '已约谈' }] });
  expect(decideGamingSignal(state, decision)).toMatchObject({
    ok: false,
    refusal: { code: 'signal_already_decided' },
  });
});

test('waits again where more came after the decision, which stays on record', () => {
  const decided = evolveGamingSignal(raised, { type: 'GamingSignalDecided', ...decision });
  const more = { ...found, rows: [row('B'), row('C')], values: { cameBack: 2, closed: 12 } };
  const events = noticeGaming(decided, more, { ...context, now: '2026-11-09T01:00:00.000Z' });
  const grown = events.reduce(evolveGamingSignal, decided);
  expect(grown).toMatchObject({
    status: 'open',
    grownAt: '2026-11-09T01:00:00.000Z',
    values: { closed: 12 },
  });
  expect(grown.rows.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  expect(grown.decisions).toHaveLength(1);
});
