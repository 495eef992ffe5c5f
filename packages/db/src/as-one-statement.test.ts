import { expect, test } from 'vitest';
import { asOneStatement } from './as-one-statement.ts';

const insertion = (name: string, text: string, values: readonly unknown[]) => ({ name, text, values });

test('insertions become one statement whose parameters are counted on', () => {
  const one = asOneStatement([
    insertion('a', 'INSERT INTO a (x, y) VALUES ($1, $2)', [1, 2]),
    insertion('b', 'INSERT INTO b (x) SELECT $1 FROM unnest($2::int[])', [3, [4]]),
  ]);
  expect(one?.text).toBe(
    'WITH part0 AS (INSERT INTO a (x, y) VALUES ($1, $2))\nINSERT INTO b (x) SELECT $3 FROM unnest($4::int[])',
  );
  expect(one?.values).toEqual([1, 2, 3, [4]]);
});

test('the same kinds of insertions have the same name, others another', () => {
  const a = insertion('a', 'INSERT INTO a (x) VALUES ($1)', [1]);
  const b = insertion('b', 'INSERT INTO b (x) VALUES ($1)', [1]);
  expect(asOneStatement([a, b])?.name).toBe(asOneStatement([{ ...a, values: [5] }, b])?.name);
  expect(asOneStatement([a, b])?.name).not.toBe(asOneStatement([b, a])?.name);
});

test('what stands apart from the others goes with them', () => {
  const a = insertion('a', 'INSERT INTO a (x) VALUES ($1)', [1]);
  const apart = { ...insertion('d', 'DELETE FROM d WHERE x = $1', [2]), isApart: true as const };
  expect(asOneStatement([apart, a])?.text).toBe(
    'WITH part0 AS (DELETE FROM d WHERE x = $1)\nINSERT INTO a (x) VALUES ($2)',
  );
});

test('what changes rows, and many statements, stay as they are', () => {
  const a = insertion('a', 'INSERT INTO a (x) VALUES ($1)', [1]);
  expect(asOneStatement([a, insertion('u', 'UPDATE a SET x = $1', [2])])).toBeNull();
  expect(asOneStatement(Array.from({ length: 13 }, () => a))).toBeNull();
  expect(asOneStatement([])).toBeNull();
});
