import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressSmallCells, type PublishedTable } from './suppress-small-cells.ts';

describe('suppressSmallCells', () => {
  it('publishes what has no small count, zeros included', () => {
    expect(suppressSmallCells([[12, 0, 5]], 5)).toEqual({ breakdowns: [[12, 0, 5]], total: 17 });
  });

  it('holds back a second count, or the first could be had by subtraction', () => {
    expect(suppressSmallCells([[3, 9, 20]], 5)).toEqual({ breakdowns: [[null, null, 20]], total: 32 });
  });

  it('holds back a third where two small ones leave too little room', () => {
    // 1 and 1 add up to 2: whoever knows that each is at least 1 knows both.
    expect(suppressSmallCells([[1, 1, 9, 20]], 5)).toEqual({
      breakdowns: [[null, null, null, 20]],
      total: 31,
    });
  });

  it('is content with two small ones that may each be 5', () => {
    expect(suppressSmallCells([[3, 3, 20]], 5)).toEqual({ breakdowns: [[null, null, 20]], total: 26 });
  });

  it('holds back the total where nothing else keeps a single count', () => {
    expect(suppressSmallCells([[2, 0, 0]], 5)).toEqual({ breakdowns: [[null, 0, 0]], total: null });
  });

  it('holds back something of every breakdown where the total is held back', () => {
    // The second would give the total away: 3 + 2 = 5, and with it that both of the first are below 5.
    expect(
      suppressSmallCells(
        [
          [3, 2],
          [5, 0],
        ],
        5,
      ),
    ).toEqual({
      breakdowns: [
        [null, null],
        [null, 0],
      ],
      total: null,
    });
  });

  it('takes the number of the policy', () => {
    expect(suppressSmallCells([[3, 9]], 3)).toEqual({ breakdowns: [[3, 9]], total: 12 });
    expect(suppressSmallCells([[3, 9, 30]], 10)).toEqual({ breakdowns: [[null, null, 30]], total: 42 });
  });

  it('throws where breakdowns do not divide the same people', () => {
    expect(() => suppressSmallCells([[3], [4]], 5)).toThrow(RangeError);
    expect(() => suppressSmallCells([[-1, 2]], 5)).toThrow(RangeError);
  });

  it('lets nobody find out a count below the least, whatever they add and subtract', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 });
    const least = fc.integer({ min: 2, max: 6 });
    fc.assert(
      fc.property(counts, counts, least, (first, second, k) => {
        const difference = first.reduce((a, b) => a + b, 0) - second.reduce((a, b) => a + b, 0);
        const tables = [
          difference < 0 ? [...first, -difference] : first,
          difference > 0 ? [...second, difference] : second,
        ];
        const published = suppressSmallCells(tables, k);
        tables.forEach((real, at) =>
          real.forEach((count, place) => {
            const shown = published.breakdowns[at]?.[place];
            if (count > 0 && count < k) expect(shown).toBeNull();
            if (shown !== null) expect(shown).toBe(count);
            else {
              const values = possible(published, at, place);
              expect(values.length).toBeGreaterThan(1);
              expect(values.at(-1)).toBeGreaterThanOrEqual(k);
            }
          }),
        );
        if (published.total !== null) expect(published.total).toBe(tables[0]?.reduce((a, b) => a + b, 0));
      }),
      { numRuns: 500 },
    );
  });
});

/** What a held-back count may be, for somebody who tries every total and every way to fill the gaps. */
function possible({ breakdowns, total }: PublishedTable, at: number, place: number): number[] {
  const totals = total === null ? Array.from({ length: 80 }, (_, one) => one) : [total];
  return Array.from({ length: 45 }, (_, one) => one + 1).filter((value) =>
    totals.some((sum) =>
      breakdowns.every((counts, index) =>
        canAddUp(
          counts.map((count, one) => (index === at && one === place ? value : count)),
          sum,
        ),
      ),
    ),
  );
}

function canAddUp(counts: readonly (number | null)[], sum: number): boolean {
  const gaps = counts.filter((count) => count === null).length;
  const rest = sum - counts.reduce<number>((known, count) => known + (count ?? 0), 0);
  return gaps === 0 ? rest === 0 : rest >= gaps;
}
