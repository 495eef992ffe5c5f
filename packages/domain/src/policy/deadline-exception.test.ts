import { describe, expect, it } from 'vitest';
import { DEFAULT_DEADLINES, type DeadlinePolicy } from './deadline-policy.ts';
import { deadlinesFor, exceptionFor } from './deadline-exception.ts';

const policy: DeadlinePolicy = {
  ...DEFAULT_DEADLINES,
  exceptions: [
    { category: 'housing', terms: { ordinary: 7, complex: 20 } },
    { category: 'housing.deeds', terms: { ordinary: 4 } },
    { importance: 'listed', terms: { verification: 1, signFor: 0.5 } },
    { category: 'housing', importance: 'listed', terms: { verification: 2 } },
  ],
};
const deeds = ['housing.deeds', 'housing'];

function terms(categories: readonly (readonly string[])[], importance: 'key' | 'listed' | null = null) {
  const { simple, ordinary, complex, signFor, verification } = deadlinesFor(policy, {
    categories,
    importance,
  });
  return { simple, ordinary, complex, signFor, verification };
}

describe('the deadlines of a case', () => {
  it('are those of the policy where nothing is excepted', () => {
    expect(deadlinesFor(DEFAULT_DEADLINES, { categories: [deeds], importance: 'listed' })).toBe(
      DEFAULT_DEADLINES,
    );
    expect(terms([['tax']])).toEqual({ simple: 3, ordinary: 5, complex: 15, signFor: 1, verification: 3 });
  });

  it('are those of a category for all below it, the nearest first, term by term', () => {
    expect(terms([['housing']])).toEqual({
      simple: 3,
      ordinary: 7,
      complex: 20,
      signFor: 1,
      verification: 3,
    });
    expect(terms([deeds])).toEqual({ simple: 3, ordinary: 4, complex: 20, signFor: 1, verification: 3 });
  });

  it('are those of an importance, and of both together before one alone', () => {
    expect(terms([['tax']], 'listed')).toMatchObject({ ordinary: 5, signFor: 0.5, verification: 1 });
    expect(terms([], 'listed')).toMatchObject({ signFor: 0.5, verification: 1 });
    expect(terms([deeds], 'listed')).toMatchObject({ ordinary: 4, signFor: 0.5, verification: 2 });
    expect(terms([deeds], 'key')).toMatchObject({ signFor: 1, verification: 3 });
  });

  it('are the shortest of several matters, whatever their order', () => {
    expect(terms([['housing'], deeds]).ordinary).toBe(4);
    expect(terms([deeds, ['housing']]).ordinary).toBe(4);
    expect(terms([['housing'], ['tax']]).ordinary).toBe(5);
  });

  it('say which exception a term follows', () => {
    const facts = { categories: [deeds], importance: null };
    expect(exceptionFor(policy, facts, 'ordinary')).toEqual({
      category: 'housing.deeds',
      terms: { ordinary: 4 },
    });
    expect(exceptionFor(policy, facts, 'complex')?.category).toBe('housing');
    expect(exceptionFor(policy, facts, 'simple')).toBeNull();
  });
});
