import { tellingWords, wordWeight, type WordCounts } from './word-weights.ts';

/** What two complaints are compared by. */
export type Comparable = {
  readonly words: readonly string[];
  readonly place: string;
  readonly departmentId: string | null;
  readonly submittedAt: string;
};

/** How alike two complaints are, 0 to 1, and what speaks for it. */
export type Likeness = {
  readonly score: number;
  /** How alike the words alone are, 0 to 1. */
  readonly cosine: number;
  /** Shared words that say most, at most six. */
  readonly sharedWords: readonly string[];
  readonly isSamePlace: boolean;
  readonly isSameDepartment: boolean;
  readonly isSamePhone: boolean;
  readonly daysApart: number;
};

const DAY_MS = 86_400_000;
const MOST_SHOWN = 6;

/** What each circumstance adds to the likeness of the words, and how far apart in days two reports of one matter mostly are. */
const CIRCUMSTANCES = { place: 0.1, department: 0.05, phone: 0.15, near: 0.05, nearDays: 14 } as const;

/**
 * Cosine of the words weighed by their rareness, plus what the circumstances add. Circumstances alone make nobody alike:
 * they count for as much of themselves as the words reach of `CLEAR`.
 */
export function scoreLookAlike(
  one: Comparable,
  other: Comparable & { readonly isSamePhone: boolean },
  counts: WordCounts,
): Likeness {
  const { cosine, shared } = compareWords(tellingWords(one.words), tellingWords(other.words), counts);
  const isSamePlace = one.place.trim() !== '' && plain(one.place) === plain(other.place);
  const isSameDepartment = one.departmentId !== null && one.departmentId === other.departmentId;
  const daysApart = Math.floor(
    Math.abs(Date.parse(one.submittedAt) - Date.parse(other.submittedAt)) / DAY_MS,
  );
  const circumstances =
    (isSamePlace ? CIRCUMSTANCES.place : 0) +
    (isSameDepartment ? CIRCUMSTANCES.department : 0) +
    (other.isSamePhone ? CIRCUMSTANCES.phone : 0) +
    (daysApart <= CIRCUMSTANCES.nearDays ? CIRCUMSTANCES.near : 0);
  const score = Math.min(1, cosine + circumstances * Math.min(1, cosine / CLEAR));
  return {
    score,
    cosine,
    sharedWords: withoutParts(shared).slice(0, MOST_SHOWN),
    isSamePlace,
    isSameDepartment,
    isSamePhone: other.isSamePhone,
    daysApart,
  };
}

/** From this likeness of the words on, two texts are clearly about one matter. */
const CLEAR = 0.3;

function compareWords(one: readonly string[], other: readonly string[], counts: WordCounts) {
  const weigh = (word: string) => wordWeight(word, counts);
  const theirs = new Set(other);
  const shared = one
    .filter((word) => theirs.has(word))
    .map((word) => ({ word, weight: weigh(word) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  const squares = (words: readonly string[]) => sum(words.map((word) => weigh(word) ** 2));
  const norm = Math.sqrt(squares(one) * squares(other));
  const cosine = norm === 0 ? 0 : sum(shared.map(({ weight }) => weight ** 2)) / norm;
  return { cosine, shared: shared.map(({ word }) => word) };
}

/** The search cuts a long word into its parts as well; only the longest is worth reading. */
function withoutParts(words: readonly string[]): readonly string[] {
  return words.filter((word) => !words.some((longer) => longer !== word && longer.includes(word)));
}

function plain(place: string): string {
  return place
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
