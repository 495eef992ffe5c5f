import { expect, test } from 'vitest';
import { departmentAndForerunners, departmentInCharge, type Succeeded } from './succession.ts';

const DEPARTMENTS = new Map<string, Succeeded>(
  (
    [
      ['industry', 'economy', '2026-03-01'],
      ['economy', 'development', '2026-06-01'],
      ['development', null, null],
      ['closed', null, '2026-01-01'],
      ['left', 'right', '2026-01-01'],
      ['right', 'left', '2026-01-01'],
    ] as const
  ).map(([id, successorId, activeTo]) => [id, { id, successorId, activeTo }]),
);

test.each([
  ['development', '2026-10-12', 'development'],
  ['industry', '2026-02-28', 'industry'],
  ['industry', '2026-03-01', 'economy'],
  ['industry', '2026-06-01', 'development'],
  ['closed', '2026-10-12', null],
  ['left', '2026-10-12', null],
  ['unknown', '2026-10-12', 'unknown'],
])('%s on %s is answered for by %s', (id, on, expected) => {
  expect(departmentInCharge(DEPARTMENTS, id, on)).toBe(expected);
});

test('a department answers for its forerunners', () => {
  expect(departmentAndForerunners(DEPARTMENTS, 'development', '2026-10-12')).toEqual([
    'development',
    'industry',
    'economy',
  ]);
  expect(departmentAndForerunners(DEPARTMENTS, 'economy', '2026-04-01')).toEqual(['economy', 'industry']);
});
