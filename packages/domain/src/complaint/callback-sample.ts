import type { LocalDate } from '../calendar/index.ts';
import { shareOf, type AlwaysCalled, type CallbackPolicy } from '../policy/callback-policy.ts';
import type { Importance } from '../supervision/supervision-item.ts';

/** Why a case is called back: all are, it is one that always is, or it was drawn. */
export type CalledBecause = 'all' | AlwaysCalled | 'drawn';

/** What decides whether a case is called back. */
export type SampledCase = {
  readonly complaintId: string;
  /** The lead of its item, and the day its verification was opened. */
  readonly departmentId: string;
  readonly on: LocalDate;
  readonly importance: Importance;
  /** Worked on in another round, or reopened. */
  readonly isDisputed: boolean;
  readonly isBadlyRated: boolean;
};

const RANGE = 2 ** 32;

/** The text whose SHA-256 draws a case: seed, department, month and complaint, so that each month is drawn for itself. */
export function drawText({ seed }: CallbackPolicy, { departmentId, on, complaintId }: SampledCase): string {
  return [seed, departmentId, on.slice(0, 7), complaintId].join('|');
}

/**
 * Why a case is called back; null where it was not drawn. `drawn`: the first 32 bits of the SHA-256 of its `drawText`, an unsigned
 * number. Ids are random and given at filing, so that nobody who works on a case has a hand in it.
 */
export function calledBecause(
  policy: CallbackPolicy,
  { departmentId, importance, isDisputed, isBadlyRated }: SampledCase,
  drawn: number,
): CalledBecause | null {
  const { mode, always } = policy;
  if (mode === 'all') return 'all';
  if (importance !== 'normal' && always.includes('key')) return 'key';
  if (isDisputed && always.includes('disputed')) return 'disputed';
  if (isBadlyRated && always.includes('badly_rated')) return 'badly_rated';
  return drawn < (shareOf(policy, departmentId) / 100) * RANGE ? 'drawn' : null;
}
