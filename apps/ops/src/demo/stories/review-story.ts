import { takeReviewStep, type ReviewStep } from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import { taken } from '../refused-step.ts';
import type { Scene, Story } from '../scene.ts';
import { REVIEW_WORDS } from '../texts/review-words.ts';
import { officeOf } from './who-and-where.ts';

/** What follows a bad rating: contact, verification, rectification, public reply and a new callback, each by who has to. */
export async function* tellReview(scene: Scene, complaintId: string): Story {
  const { house, chance, zone } = scene;
  const review = await house.db.prisma.ratingReview.findFirst({
    where: { complaintId, status: { not: 'closed' } },
  });
  if (review === null) return;
  const take = async (actor: StaffActor, step: ReviewStep, input: object) =>
    taken(await takeReviewStep(house, actor, step, { reviewId: review.id, ...input }));
  const officers = zone
    .people('department_officer')
    .filter(({ departmentId }) => departmentId === review.departmentId);
  yield scene.later(0, 1);
  await take(officeOf(scene, 'clerk'), 'make_contact', {
    isReached: 'true',
    note: chance.pick(REVIEW_WORDS.contact),
  });
  yield scene.later(1, 3);
  await take(officeOf(scene, 'inspector'), 'verify', {
    isFounded: 'true',
    text: chance.pick(REVIEW_WORDS.verified),
  });
  yield scene.later(2, 6);
  if (officers.length > 0)
    await take(chance.pick(officers), 'rectify', { text: chance.pick(REVIEW_WORDS.rectified) });
  yield scene.later(1, 2);
  await take(officeOf(scene, 'triage_admin'), 'reply', { text: chance.pick(REVIEW_WORDS.reply) });
  yield scene.later(1, 3);
  const answers = { outcome: 'valid', contacted: 'true', solved: 'true', satisfaction: 'satisfied' };
  await take(officeOf(scene, 'clerk'), 'record_callback', answers);
}
