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
    span: { first: '2026-01-28', openedThrough: '2026-02-10', last: '2026-03-05' },
    least: { cards: 8, entries: 8, bulletins: 2 },
  },
  {
    over: 'National Day, make-up days and a half-day that is due',
    span: { first: '2026-09-21', openedThrough: '2026-09-29', last: '2026-11-02' },
    least: { cards: 8, entries: 8, bulletins: 2 },
  },
])(
  'over $over all comes to the same when the clock is looked at late, twice and out of order',
  { timeout: 180_000 },
  async ({ span, least }) => {
    houses = [await openTestHouse(), await openTestHouse()];
    const [first, second] = houses as [TestHouse, TestHouse];
    const { once, answers, differences } = await compareYears([first, second], {
      seed: 'year',
      items: 12,
      span,
    });
    expect(differences).toEqual([]);
    expect(once.items).toHaveLength(12);
    expect(once.cards.length).toBeGreaterThanOrEqual(least.cards);
    expect(once.entries.length).toBeGreaterThanOrEqual(least.entries);
    expect(once.bulletins).toHaveLength(least.bulletins);
    expect([...answers.keys()].filter((answer) => answer.startsWith('{'))).toEqual([]);
  },
);
