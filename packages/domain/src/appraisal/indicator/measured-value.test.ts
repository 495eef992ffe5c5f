import { expect, it } from 'vitest';
import { measuredOf, measuredText, rounded } from './measured-value.ts';

it('reads values exactly', () => {
  expect(measuredOf('7.3')).toBe(73000);
  expect(measuredOf(' -0.0001 ')).toBe(-1);
  expect(measuredOf('1,234.5')).toBe(12345000);
  expect(measuredOf('12345678901.2345')).toBe(123456789012345);
  expect(measuredOf('-0')).toBe(0);
});

it('reads nothing else', () => {
  for (const text of ['', '7.', '.5', '7.12345', '1e3', '0x10', '七', '7%', '1,23', 'NaN'])
    expect(measuredOf(text)).toBeNull();
});

it('writes what it read', () => {
  expect(measuredText(73000)).toBe('7.3');
  expect(measuredText(-1)).toBe('-0.0001');
  expect(measuredText(0)).toBe('0');
  expect(measuredText(1200000)).toBe('120');
});

it('rounds halves away from zero', () => {
  expect(rounded(5n, 2n)).toBe(3);
  expect(rounded(-5n, 2n)).toBe(-3);
  expect(rounded(7n, 3n)).toBe(2);
});
