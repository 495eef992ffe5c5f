import { expect, it } from 'vitest';
import { takeTurn } from './form-turn.ts';

it('lets the second form wait for the first, and tells it whether that was saved', async () => {
  const first = await takeTurn();
  expect(first.isAfterSaving).toBe(false);
  const order: string[] = [];
  const second = takeTurn().then((turn) => {
    order.push('second begins');
    return turn;
  });
  await Promise.resolve();
  order.push('first ends');
  first.end(true);
  const turn = await second;
  expect(order).toEqual(['first ends', 'second begins']);
  expect(turn.isAfterSaving).toBe(true);
  turn.end(false);
  expect((await takeTurn()).isAfterSaving).toBe(false);
});
