import { findLookAlikeCandidates, searchWords, type LookAlikeCandidate } from '@bihuan/db';
import type { ComplaintStatus } from '@bihuan/domain';
import type { House } from '../house.ts';
import { scoreLookAlike, type Comparable, type Likeness } from './lookalike/score-lookalike.ts';
import { wordCounts } from './lookalike/word-memory.ts';
import { rareWords, tellingWords } from './lookalike/word-weights.ts';

/** A matter as typed, filed or not. */
export type LookAlikeSubject = {
  /** Null where it is not filed yet. */
  readonly id: string | null;
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly departmentId: string | null;
  readonly submittedAt: string;
};

/** A complaint on what may be the same matter. Nothing of who filed it. */
export type LookAlike = Likeness & {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly status: ComplaintStatus;
  readonly submittedAt: string;
};

/** Complaints less alike than this are not shown. */
export const LEAST_LIKENESS = 0.24;

const NOBODY = '00000000-0000-0000-0000-000000000000';
const PER_WORD = 1000;
const MOST_COMPARED = 60;

/** The complaints most alike, best first, each with its score and what speaks for it. Callers see to who may see them. */
export async function findLookAlikes(
  house: House,
  subject: LookAlikeSubject,
  most: number,
): Promise<readonly LookAlike[]> {
  const words = tellingWords(searchWords(`${subject.title} ${subject.body}`).split(' '));
  const rare = rareWords(words, await wordCounts(house, words));
  if (rare.size === 0) return [];
  const found = await findLookAlikeCandidates(house.db, subject.id ?? NOBODY, rare, PER_WORD, MOST_COMPARED);
  const counts = await wordCounts(
    house,
    found.flatMap((candidate) => candidate.words),
  );
  const compared: Comparable = { ...subject, words };
  return found
    .map((candidate) => lookAlike(candidate, scoreLookAlike(compared, candidate, counts)))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .sort((a, b) => b.score - a.score || b.submittedAt.localeCompare(a.submittedAt))
    .slice(0, most);
}

function lookAlike(
  { id, trackingNumber, title, status, submittedAt }: LookAlikeCandidate,
  likeness: Likeness,
) {
  return { id, trackingNumber, title, status, submittedAt, ...likeness };
}
