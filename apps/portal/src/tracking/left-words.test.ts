import { overwriteGetLocale } from '@bihuan/ui/runtime';
import { expect, it } from 'vitest';
import { leftWords } from './left-words.ts';

overwriteGetLocale(() => 'zh-CN');

const clock = (daysLeft: number | null) =>
  ({
    kind: 'resolution',
    start: '2026-10-12T01:00:00.000Z',
    workingDays: 5,
    due: { date: '2026-10-19', half: 'pm', provisional: false },
    pausedSince: null,
    pauses: [],
    proof: [],
    daysLeft,
  }) as const;

it.each([
  [5, { text: '剩5个工作日', chip: 'neutral' }],
  [1, { text: '剩1个工作日', chip: 'waiting' }],
  [0.5, { text: '剩半个工作日', chip: 'waiting' }],
  [0, { text: '今天到期', chip: 'waiting' }],
  [-0.5, { text: '已超期半个工作日', chip: 'bad' }],
  [-6, { text: '已超期6个工作日', chip: 'bad' }],
  [null, { text: '暂停计时', chip: 'paused' }],
])('%s days left', (daysLeft, words) => {
  expect(leftWords(clock(daysLeft))).toEqual(words);
});
