import { expect, test } from 'vitest';
import { messagesByUse } from './messages-by-use.ts';

const { load, transform } = messagesByUse() as unknown as {
  load: (id: string) => string | null;
  transform: (code: string) => { code: string } | null;
};

test('a message whose name is put together brings those that begin alike', () => {
  expect(transform('const text = m[`sample_because_${why}`]();')?.code).toBe(
    "import * as m_sample_because_ from 'virtual:messages/sample_because_';const text = m_sample_because_[`sample_because_${why}`]();",
  );
});

test('a message called by its name is left alone', () => {
  expect(transform('const text = m.admin_save();')).toBeNull();
});

test('what begins alike is all there is and no more', () => {
  const files = load('\0virtual:messages/sample_because_')?.split('\n') ?? [];
  expect(files.length).toBeGreaterThan(1);
  expect(files.every((line) => /\/messages\/sample_because_\w+\.js";$/.test(line))).toBe(true);
});
