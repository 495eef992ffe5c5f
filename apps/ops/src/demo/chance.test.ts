import { expect, it } from 'vitest';
import { openChance } from './chance.ts';

it('is the same for the same seed, and another for another', () => {
  const draw = (seed: string) => {
    const chance = openChance(seed);
    return Array.from({ length: 6 }, () => chance.whole(1, 100));
  };
  expect(draw('spring')).toEqual(draw('spring'));
  expect(draw('spring')).not.toEqual(draw('autumn'));
});

it('draws every value of a range about equally often, and nothing outside it', () => {
  const chance = openChance('range');
  const counts = new Map<number, number>();
  for (let draw = 0; draw < 10_000; draw += 1) {
    const value = chance.whole(1, 5);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5]);
  for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

it('follows weights, and never takes what weighs nothing', () => {
  const chance = openChance('weights');
  const drawn = Array.from({ length: 4000 }, () => chance.weighted({ often: 3, seldom: 1, never: 0 }));
  expect(drawn).not.toContain('never');
  expect(Math.abs(drawn.filter((one) => one === 'seldom').length - 1000)).toBeLessThan(120);
});

it('makes UUIDs of version 4 that differ', () => {
  const chance = openChance('ids');
  const ids = Array.from({ length: 1000 }, () => chance.uuid());
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
