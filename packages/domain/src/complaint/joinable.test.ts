import { expect, test } from 'vitest';
import { isJoinable } from './joinable.ts';

const running = { status: 'under_supervision', openness: 'open', mayPublish: true } as const;

test('a case that runs, filed openly and to be published, may be joined', () => {
  expect(isJoinable(running)).toBe(true);
  expect(isJoinable({ ...running, status: 'submitted' })).toBe(true);
});

test.each([
  { openness: 'confidential' },
  { openness: 'anonymous' },
  { mayPublish: false },
  { status: 'merged' },
  { status: 'withdrawn' },
  { status: 'answered' },
  { status: 'closed' },
] as const)('one that is %o may not', (other) => {
  expect(isJoinable({ ...running, ...other })).toBe(false);
});
