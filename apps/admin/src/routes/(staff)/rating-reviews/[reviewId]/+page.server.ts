import { readReview, takeReviewStep, type ReviewStep } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import type { RequestEvent } from '@sveltejs/kit';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { reviewId } = event.params;
  const review = valueOf(await readReview(event.locals.house, actorOf(event), { reviewId }));
  return { title: m.hall_review_title({ number: review.line.trackingNumber }), review };
};

const take = (step: ReviewStep) => (event: RequestEvent) =>
  submitForm(event, (house, actor, raw) => takeReviewStep(house, actor, step, raw), {
    then: `/rating-reviews/${event.params['reviewId']}`,
    flash: 'saved',
    extra: { reviewId: event.params['reviewId'] },
  });

export const actions: Actions = {
  make_contact: take('make_contact'),
  verify: take('verify'),
  extend: take('extend'),
  rectify: take('rectify'),
  reply: take('reply'),
  record_callback: take('record_callback'),
  appeal: take('appeal'),
  name_panel: take('name_panel'),
  vote: take('vote'),
  rule: take('rule'),
};
