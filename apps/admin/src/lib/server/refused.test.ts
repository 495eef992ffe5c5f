import { expect, test } from 'vitest';
import { itemActionRefused } from './item-action-refused.ts';
import { refused, weighed } from './refused.ts';

test('a refusal comes with its sentence, filled in', () => {
  expect(refused({ code: 'extended_too_often', data: { most: 2 } })).toEqual({
    code: 'extended_too_often',
    data: { most: 2 },
    sentence: '延期次数已用完，最多延期2次。',
  });
});

test('what is allowed has none', () => {
  expect(weighed({ command: 'accept', refusal: null })).toEqual({ command: 'accept', refusal: null });
});

test('where the words of the rule are too general, an action of an item says what comes first', () => {
  const refusal = { code: 'illegal_move' } as const;
  expect(itemActionRefused({ action: 'report_progress', refusal }, null).refusal?.sentence).toBe(
    '签收后才能提交推进反馈。',
  );
  expect(itemActionRefused({ action: 'watch', refusal }, null).refusal?.sentence).toBe(
    '按目前的办理状态，不能进行此项操作。',
  );
  expect(
    itemActionRefused(
      { action: 'strike_off', refusal: { code: 'two_findings_needed' } },
      { state: 'awaiting_third' },
    ).refusal?.sentence,
  ).toBe('两方结论不一致，等第三人现场复核后才能处置。');
});
