import type { Due, Instant } from '@bihuan/api/domain';
import { dueWords, momentWords } from '../words/day-words.ts';

/** No day of this year, so that days and moments on paper always name theirs: papers outlive it. */
export const NO_YEAR = '0000-01-01';

export function paperMoment(at: Instant): string {
  return momentWords(at, NO_YEAR);
}

export function paperDue(due: Due): string {
  return dueWords(due, NO_YEAR);
}
