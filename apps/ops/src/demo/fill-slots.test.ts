import { expect, it } from 'vitest';
import { fillSlots } from './fill-slots.ts';

it('fills every slot, and says which one nothing fills', () => {
  expect(fillSlots('跑了{trips}趟，{days}天没有结果', { trips: 4, days: 20 })).toBe('跑了4趟，20天没有结果');
  expect(() => fillSlots('在{street}开店', { trips: 4 })).toThrow('nothing fills {street}');
});
