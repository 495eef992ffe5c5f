import { clearFlaggedRating, listFlaggedRatings, listReviews } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const flagged = await listFlaggedRatings(house, actor);
  return {
    title: m.hall_reviews(),
    reviews: valueOf(await listReviews(house, actor)),
    flagged: flagged.ok ? flagged.value : [],
  };
};

export const actions: Actions = {
  seen: (event) => submitForm(event, clearFlaggedRating, { then: '/rating-reviews', flash: 'saved' }),
};
