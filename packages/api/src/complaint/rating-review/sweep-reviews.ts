import { readReviewsDue } from '@bihuan/db';
import { localDateOf, SYSTEM } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { changeReview } from './change-review.ts';

/** Writes the deadlines of reviews that are over, each once; how many reviews had one. */
export async function sweepReviews(house: House): Promise<number> {
  let crossed = 0;
  for (const id of await readReviewsDue(house.db, localDateOf(house.now())))
    if ((await changeReview(house, SYSTEM, id, { type: 'cross_deadline' })).ok) crossed += 1;
  return crossed;
}
