import { NEW_HEAD, saveReview, type Statement } from '@bihuan/db';
import {
  evolveReview,
  isBadLevel,
  openReview,
  SYSTEM,
  type Complaint,
  type RatingReview,
  type SatisfactionLevel,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { calendarOf, deadlinesOf } from '../../policy/rules-in-force.ts';
import { eventActor } from '../../work.ts';

/**
 * The statements that open the review (差评整改) of a bad rating, in the transaction that keeps the rating. None where the
 * rating is not bad, or a review of the complaint runs already.
 */
export async function reviewOfBadRating(
  house: House,
  complaint: Complaint,
  level: SatisfactionLevel,
  departmentId: string | null,
): Promise<readonly Statement[]> {
  if (!isBadLevel(level)) return [];
  const running = await house.db.prisma.ratingReview.count({
    where: { complaintId: complaint.id, status: { not: 'closed' } },
  });
  if (running > 0) return [];
  const opened = openReview(
    { id: house.newId(), complaintId: complaint.id, departmentId, level },
    { now: house.now(), calendar: await calendarOf(house), deadlines: await deadlinesOf(house) },
  );
  const state = evolveReview(null, opened) as RatingReview;
  return saveReview(state, NEW_HEAD, [opened], eventActor(SYSTEM));
}
