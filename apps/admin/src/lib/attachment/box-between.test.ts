import { expect, test } from 'vitest';
import { boxBetween } from './box-between.ts';

test('a box is drawn from any corner and stays inside', () => {
  const box = { left: 100, top: 200, width: 300, height: 400 };
  expect(boxBetween({ x: 100, y: 200 }, { x: 400, y: 600 })).toEqual(box);
  expect(boxBetween({ x: 400, y: 600 }, { x: 100, y: 200 })).toEqual(box);
  expect(boxBetween({ x: 900, y: 950.4 }, { x: 1300, y: -20 })).toEqual({
    left: 900,
    top: 0,
    width: 100,
    height: 950,
  });
});
