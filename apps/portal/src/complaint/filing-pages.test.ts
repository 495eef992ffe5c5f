import type { FilingChoices } from '@bihuan/api';
import { describe, expect, it } from 'vitest';
import { filingTasks, neededPages } from './filing-pages.ts';

const question = { name: '问', nameEn: 'Q', kind: 'text', choices: [], isRequired: false } as const;
const choices: FilingChoices = {
  ...{ departments: [], categories: [], serviceItems: [], places: [] },
  questions: [
    { ...question, code: 'tax-q1', category: 'tax' },
    { ...question, code: 'policy-q1', category: 'policy', isRequired: true },
  ],
};

describe('neededPages', () => {
  it('leaves out questions that nobody asks and the contact of somebody anonymous', () => {
    expect(neededPages({ chosenCategory: 'city', openness: 'anonymous' }, choices)).toEqual([
      ...['scope', 'who', 'category', 'service', 'matter', 'cause', 'tried', 'wish', 'place'],
      ...['files', 'openness', 'preview'],
    ]);
    expect(neededPages({ chosenCategory: 'tax', openness: 'open' }, choices)).toHaveLength(14);
  });
});

describe('filingTasks', () => {
  const statusOf = (page: string, typed: Record<string, string>, done: readonly 'questions'[] = []) =>
    filingTasks({ typed, done }, choices).find((task) => task.page === page)?.status;

  it('tells what has to be done from what may be', () => {
    expect(statusOf('matter', {})).toBe('to_do');
    expect(statusOf('wish', {})).toBe('optional');
  });

  it('asks for the questions of a category only where one has to be answered', () => {
    expect(statusOf('questions', { chosenCategory: 'tax' })).toBe('optional');
    expect(statusOf('questions', { chosenCategory: 'policy' })).toBe('to_do');
    expect(statusOf('questions', { chosenCategory: 'policy' }, ['questions'])).toBe('done');
  });
});
