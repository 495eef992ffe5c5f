import { loadReview, saveChange, saveReview } from '@bihuan/db';
import {
  decideReview,
  evolveReview,
  type Actor,
  type RatingReview,
  type ReviewCommand,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { calendarOf, deadlinesOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor, retrying } from '../../work.ts';

/** Gives one command on a review and saves. `seenVersion`: what the person saw; an older one is refused as stale. */
export async function changeReview(
  house: House,
  actor: Actor,
  reviewId: string,
  command: ReviewCommand,
  seenVersion?: number,
): Promise<Result<RatingReview>> {
  return retrying(
    async () => {
      const loaded = await loadReview(house.db, reviewId);
      if (loaded === null) return refusal('not_found');
      const { state, head } = loaded;
      if (seenVersion !== undefined && seenVersion !== head.version) return refusal('stale');
      const decision = decideReview(state, command, {
        actor,
        now: house.now(),
        calendar: await calendarOf(house),
        deadlines: await deadlinesOf(house, state.deadlineVersion),
      });
      if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
      const after = decision.events.reduce<RatingReview>(evolveReview, state);
      const statements = saveReview(after, head, decision.events, eventActor(actor));
      const saved = await saveChange(house.db, { statements });
      return saved.ok ? done(after) : refusal('stale');
    },
    seenVersion === undefined ? 5 : 1,
  );
}
