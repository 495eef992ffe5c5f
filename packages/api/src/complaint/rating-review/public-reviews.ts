import { loadReview, readReviews } from '@bihuan/db';
import type { Instant, ReviewStatus } from '@bihuan/domain';
import type { House } from '../../house.ts';

/** What the complainant and everybody who asks may read of a review: where it stands, the reply, the panel's reason. */
export type PublicReview = {
  readonly openedAt: Instant;
  readonly status: ReviewStatus;
  readonly reply: string | null;
  readonly ruling: { readonly isUpheld: boolean; readonly publicReason: string } | null;
};

/** The reviews of the bad ratings of one complaint, oldest first. */
export async function publicReviews(house: House, complaintId: string): Promise<readonly PublicReview[]> {
  const lines = await readReviews(house.db, { complaintId }, 20);
  const loaded = await Promise.all(lines.map(({ id }) => loadReview(house.db, id)));
  return loaded
    .filter((one) => one !== null)
    .map(({ state: { openedAt, status, reply, appeal } }) => ({
      openedAt,
      status,
      reply,
      ruling: appeal?.ruling ?? null,
    }))
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
}
