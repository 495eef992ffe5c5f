import {
  confirmAnswer,
  disputeAnswer,
  publishAnswer,
  rateComplaint,
  reopenComplaint,
  routeComplaint,
} from '@bihuan/api';
import { departmentOf } from '../more-departments.ts';
import { fillSlots } from '../fill-slots.ts';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, Story, StoryPart } from '../scene.ts';
import { DISPUTE_REASONS, RATING_COMMENTS, REOPEN_REASONS } from '../texts/complainant-words.ts';
import { EXPLAINED_ANSWERS, NOT_PERMITTED_ANSWERS } from '../texts/office-words.ts';
import { disposeOfItem } from './dispose-of-item.ts';
import type { FiledComplaint } from './file-complaint.ts';
import { assignment, itemWords, type ItemCase } from './item-case.ts';
import { officeWait } from './office-wait.ts';
import { restIn } from './rest-in.ts';
import { tellReview } from './review-story.ts';
import { signForItem } from './sign-for-item.ts';
import { whenAwake } from './waking-hours.ts';
import { officeOf, statusOfComplaint, statusOfItem } from './who-and-where.ts';
import { workOffItem } from './work-off-item.ts';

/** From the disposed item to the closed complaint, over as many rounds as it takes. */
export async function* answerComplaint(
  scene: Scene,
  plot: Plot,
  item: ItemCase,
  filed: FiledComplaint,
  end: 'struck_off' | 'disposed',
): StoryPart<void> {
  yield officeWait(scene, plot, 0, 1);
  await publish(scene, plot, item, filed, end);
  yield* restIn(plot, 'answered');
  scene.beside('rating', whenAwake(scene, 2, 24 * 9), (aside) => tellRating(aside, plot, filed));
  const calm: Plot = { ...plot, reaction: 'confirm', verification: 'resolved', returns: 0, reopens: false };
  if (plot.reaction === 'dispute') {
    yield whenAwake(scene, 4, plot.isBrisk ? 4 : 70);
    const reason = scene.chance.pick(DISPUTE_REASONS);
    const { complaintId, complainant } = filed;
    taken(await disputeAnswer(scene.house, complainant, { complaintId, reason }));
    yield* restIn(plot, 'disputed');
    return yield* nextRound(scene, calm, item, filed, reason);
  }
  yield* untilClosed(scene, plot, filed);
  yield* restIn(plot, 'closed');
  if (plot.reopens) yield* reopen(scene, plot, calm, item, filed);
}

async function publish(
  { house, chance, zone }: Scene,
  { matter, reaction }: Plot,
  item: ItemCase,
  { complaintId, details }: FiledComplaint,
  end: 'struck_off' | 'disposed',
): Promise<void> {
  const triage = chance.pick(zone.people('triage_admin'));
  const isSolved = end === 'struck_off' && (reaction !== 'dispute' || chance.happens(0.6));
  const outcome = isSolved ? 'solved' : chance.happens(0.75) ? 'explained' : 'not_permitted';
  const texts = outcome === 'explained' ? EXPLAINED_ANSWERS : NOT_PERMITTED_ANSWERS;
  const text = isSolved ? fillSlots(matter.answer, details) : itemWords(item, chance.pick(texts));
  taken(await publishAnswer(house, triage, { complaintId, outcome, text }));
}

async function* untilClosed(
  scene: Scene,
  plot: Plot,
  { complaintId, complainant }: FiledComplaint,
): StoryPart<void> {
  if (plot.reaction !== 'silence') {
    yield whenAwake(scene, 3, plot.isBrisk ? 3 : 80);
    taken(await confirmAnswer(scene.house, complainant, { complaintId }));
    return;
  }
  yield scene.later(10, 10);
  while ((await statusOfComplaint(scene, complaintId)) === 'answered') yield scene.later(2, 2);
}

async function* tellRating(scene: Scene, plot: Plot, { complaintId, complainant }: FiledComplaint): Story {
  const status = await statusOfComplaint(scene, complaintId);
  if (!plot.isRated || (status !== 'answered' && status !== 'closed')) return;
  const { satisfaction: level } = plot;
  const comment = scene.chance.pick(RATING_COMMENTS[level]);
  taken(await rateComplaint(scene.house, complainant, { complaintId, level, comment }));
  if (scene.chance.happens(0.05)) {
    yield whenAwake(scene, 20, 60);
    taken(await rateComplaint(scene.house, complainant, { complaintId, level: 'satisfied', comment: '' }));
  }
  yield* tellReview(scene, complaintId);
}

async function* reopen(
  scene: Scene,
  plot: Plot,
  calm: Plot,
  item: ItemCase,
  filed: FiledComplaint,
): StoryPart<void> {
  yield whenAwake(scene, plot.isBrisk ? 4 : 24, plot.isBrisk ? 4 : 24 * 11);
  const reason = scene.chance.pick(REOPEN_REASONS);
  const { complaintId, complainant } = filed;
  taken(await reopenComplaint(scene.house, complainant, { complaintId, reason }));
  yield* restIn(plot, 'reopened');
  yield* nextRound(scene, calm, item, filed, reason);
}

/** The complaint goes back under its item, which is worked on, verified and answered anew. */
async function* nextRound(
  scene: Scene,
  plot: Plot,
  before: ItemCase,
  filed: FiledComplaint,
  reason: string,
): StoryPart<void> {
  yield scene.later(1, 2);
  const item: ItemCase = { ...before, start: scene.at, isCallable: filed.isReachable };
  const problem = `${departmentOf(item.lead).name}“${item.step}”进入下一轮：${reason}`;
  const route = { complaintId: filed.complaintId, problem, ...assignment(scene, item, item.workingDays) };
  taken(await routeComplaint(scene.house, officeOf(scene, 'triage_admin'), route));
  if ((await statusOfItem(scene, item.itemId)) === 'assigned') yield* signForItem(scene, plot, item);
  yield* workOffItem(scene, plot, item);
  const end = yield* disposeOfItem(scene, plot, item);
  yield* answerComplaint(scene, plot, item, filed, end);
}
