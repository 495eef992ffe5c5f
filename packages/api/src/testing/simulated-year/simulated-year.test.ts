import { afterEach, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../test-house.ts';
import { compareYears } from './compare-years.ts';

let houses: TestHouse[] = [];
afterEach(async () => {
  for (const house of houses) await house.drop();
});

/** The whole year with 2,000 items is a drill of the bench: `npm run bench -- simulated-year`. */
test.each([
  {
    over: 'Spring Festival and the end of two months',
    span: { first: '2026-01-28', openedThrough: '2026-02-10', last: '2026-03-11' },
    least: { cards: 20, entries: 40, bulletins: 2 },
  },
  {
    over: 'National Day, make-up days and a half-day that is due',
    span: { first: '2026-09-18', openedThrough: '2026-09-30', last: '2026-11-03' },
    least: { cards: 20, entries: 40, bulletins: 2 },
  },
])(
  'over $over all comes to the same when the clock is looked at late, twice and out of order',
  { timeout: 60_000 },
  async ({ span, least }) => {
    houses = [await openTestHouse(), await openTestHouse()];
    const [first, second] = houses as [TestHouse, TestHouse];
    const { once, answers, differences } = await compareYears([first, second], {
      seed: 'year',
      items: 20,
      span,
    });
    expect(differences).toEqual([]);
    expect(once.items).toHaveLength(20);
    expect(once.cards.length).toBeGreaterThanOrEqual(least.cards);
    expect(once.entries.length).toBeGreaterThanOrEqual(least.entries);
    expect(once.bulletins).toHaveLength(least.bulletins);
    expect([...answers.keys()].filter((answer) => answer.startsWith('{'))).toEqual([]);
  },
);
