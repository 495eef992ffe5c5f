import { expect, test } from 'vitest';
import type { CardEvent } from '../card/card-event.ts';
import { foldCard } from '../card/evolve-card.ts';
import type { Card } from '../card/card.ts';
import { cardHistory } from '../testing/index.ts';
import { scoreCard } from './score-card.ts';

function linesOf(events: readonly CardEvent[]) {
  return events.flatMap((event, index) => scoreCard(event, foldCard(events.slice(0, index + 1)) as Card));
}

test('a first yellow card leaves no line', () => {
  expect(linesOf(cardHistory('upheld', 'yellow'))).toEqual([]);
});

test('a red card costs two points', () => {
  expect(linesOf(cardHistory('upheld', 'red'))).toEqual([
    {
      departmentId: 'lead-department',
      period: '2026-Q4',
      account: 'supervision',
      rule: 'red_card',
      centipoints: -200,
      policyVersion: 'cards-1',
      arithmetic: { card: 'DB-2026-7K3QF2-1', nthYellow: 0 },
      ordinal: null,
    },
  ]);
});

test('what a revoked card took is given back in the period it was taken from', () => {
  const events = cardHistory('revoked', 'red').map((event) =>
    event.type === 'CardRevoked' ? { ...event, at: '2027-01-05T02:00:00.000Z' } : event,
  );
  const lines = linesOf(events);
  expect(lines.map(({ rule, period, centipoints }) => [rule, period, centipoints])).toEqual([
    ['red_card', '2026-Q4', -200],
    ['card_revoked', '2026-Q4', 200],
  ]);
});

test('a card revoked after its line was given back by something else gives nothing back a second time', () => {
  const events = cardHistory('revoked', 'red').map((event) =>
    event.type === 'CardRevoked' ? ({ ...event, isGivenBack: true } as const) : event,
  );
  expect(linesOf(events).map(({ rule }) => rule)).toEqual(['red_card']);
});
