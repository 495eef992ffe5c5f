import { expect, test } from 'vitest';
import { drawBytes } from './draw-bytes.ts';

test('bytes drawn one after another are of the length asked for, differ, and are not shared', () => {
  const drawn = Array.from({ length: 3000 }, () => drawBytes(12));
  expect(new Set(drawn.map((bytes) => bytes.toString('hex'))).size).toBe(3000);
  expect(drawn.every((bytes) => bytes.byteLength === 12)).toBe(true);
  const [first] = drawn;
  first?.fill(7);
  expect(drawn[1]?.equals(Buffer.alloc(12, 7))).toBe(false);
});

test('more than is kept is drawn at once', () => {
  const bytes = drawBytes(20_000);
  expect(bytes.byteLength).toBe(20_000);
  expect(bytes.subarray(-32).equals(Buffer.alloc(32))).toBe(false);
});
