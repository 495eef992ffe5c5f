import { overwriteGetLocale } from '@bihuan/ui/runtime';
import { expect, it } from 'vitest';
import { inputSentence } from './input-sentence.ts';

overwriteGetLocale(() => 'zh-CN');

it('says how long the text is where it is too long, in characters', () => {
  expect(inputSentence('too_long', ' 跑了三趟𠮷 ', { most: 4 })).toBe('现有5字，最多4字，请精简。');
  expect(inputSentence('too_short', '短', { least: 2 })).toBe('请至少写2个字，说得具体一些。');
});

it('says what is wrong with everything else', () => {
  expect(inputSentence('required', '')).toBe('请填写此项。');
  expect(inputSentence('too_long', 'x')).toBe('内容超出字数限制，请精简。');
});
