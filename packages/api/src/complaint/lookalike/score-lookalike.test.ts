import { expect, it } from 'vitest';
import { scoreLookAlike } from './score-lookalike.ts';
import { rareWords, tellingWords, wordWeight } from './word-weights.ts';

const COUNTS = {
  documents: 99,
  of: new Map([
    ['小区', 49],
    ['电梯', 9],
    ['年检', 1],
    ['过期', 1],
  ]),
};
const NEITHER = { place: '', departmentId: null, submittedAt: '2026-10-01T01:00:00.000Z' };
const OTHER = { ...NEITHER, isSamePhone: false, submittedAt: '2026-11-12T01:00:00.000Z' };

it('weighs a word by its rareness', () => {
  expect(wordWeight('小区', COUNTS)).toBeCloseTo(1.6931, 4);
  expect(wordWeight('年检', COUNTS)).toBeCloseTo(4.912, 4);
  expect(wordWeight('没见过', COUNTS)).toBeCloseTo(5.6052, 4);
});

it('leaves out single characters and repetitions', () => {
  expect(tellingWords(['电梯', '的', '电梯', '坏'])).toEqual(['电梯']);
});

it('looks candidates up by the rarest words first, and bounds what is looked at', () => {
  expect([...rareWords(['小区', '电梯', '年检'], COUNTS).keys()]).toEqual(['年检', '电梯', '小区']);
  const common = {
    documents: 9000,
    of: new Map(['甲乙', '丙丁', '戊己', '庚辛'].map((word) => [word, 2000])),
  };
  expect([...rareWords(['甲乙', '丙丁', '戊己', '庚辛'], common).keys()]).toEqual(['丙丁', '庚辛', '戊己']);
});

it('says the same words are one matter, and other words none', () => {
  const words = ['电梯', '年检', '过期'];
  expect(scoreLookAlike({ ...NEITHER, words }, { ...OTHER, words }, COUNTS)).toMatchObject({
    ...{ score: 1, sharedWords: ['年检', '过期', '电梯'], daysApart: 42 },
    ...{ isSamePlace: false, isSameDepartment: false, isSamePhone: false },
  });
  const strange = scoreLookAlike({ ...NEITHER, words }, { ...OTHER, words: ['发票'] }, COUNTS);
  expect(strange).toMatchObject({ score: 0, sharedWords: [] });
});

it('adds what the circumstances say, but not to texts that share nothing', () => {
  const one = {
    words: ['电梯', '年检', '过期', '小区'],
    place: '科创路 8 号',
    departmentId: 'd',
    submittedAt: OTHER.submittedAt,
  };
  const other = {
    ...OTHER,
    words: ['电梯', '年检'],
    place: '科创路8号',
    departmentId: 'd',
    isSamePhone: true,
  };
  const alone = scoreLookAlike({ ...NEITHER, words: one.words }, { ...OTHER, words: other.words }, COUNTS);
  expect(alone.score).toBeCloseTo(0.7515, 3);
  const both = scoreLookAlike(one, other, COUNTS);
  expect(both).toMatchObject({
    score: 1,
    isSamePlace: true,
    isSameDepartment: true,
    isSamePhone: true,
    daysApart: 0,
  });
  expect(scoreLookAlike({ ...one, words: ['发票'] }, other, COUNTS).score).toBe(0);
});

it('shows a long word instead of its parts', () => {
  const words = ['公积金', '积金', '公积'];
  const { sharedWords } = scoreLookAlike({ ...NEITHER, words }, { ...OTHER, words }, COUNTS);
  expect(sharedWords).toEqual(['公积金']);
});
