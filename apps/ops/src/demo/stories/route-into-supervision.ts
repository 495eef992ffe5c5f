import {
  askComplainant,
  assignItem,
  countersignItem,
  replyToQuestion,
  routeComplaint,
  supplementComplaint,
} from '@bihuan/api';
import { localDateOf, type Instant } from '@bihuan/api/domain';
import { departmentOf } from '../more-departments.ts';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, StoryPart } from '../scene.ts';
import { QUESTIONS, REPLIES, SUPPLEMENTS } from '../texts/complainant-words.ts';
import { BESIDE } from '../texts/office-words.ts';
import type { FiledComplaint } from './file-complaint.ts';
import { assignment, type ItemCase } from './item-case.ts';
import { officeWait } from './office-wait.ts';
import { restIn } from './rest-in.ts';
import { signForItem } from './sign-for-item.ts';
import { whenAwake } from './waking-hours.ts';
import { officeOf } from './who-and-where.ts';

/** What was judged where an item is this important, by the matrix that installations start with. */
const JUDGED = {
  normal: { impact: 'one', urgency: 'can_wait' },
  key: { impact: 'many', urgency: 'hindering' },
  listed: { impact: 'many', urgency: 'pressing' },
} as const;

const WORKING_DAYS = { simple: 3, ordinary: 5, complex: 15 } as const;

/** From accepted to signed for: the item is opened, countersigned where it is of weight, assigned, and signed. */
export async function* routeIntoSupervision(
  scene: Scene,
  plot: Plot,
  filed: FiledComplaint,
  acceptedAt: Instant,
): StoryPart<ItemCase> {
  const { house } = scene;
  const { complaintId, title } = filed;
  const { department: lead, matter, importance } = plot;
  const { steps, step, complexity } = matter;
  const plan = {
    ...{ lead, steps, step, title, start: acceptedAt, workingDays: WORKING_DAYS[complexity] },
    ...{ complaint: filed, isCallable: filed.isReachable },
  };
  const triage = officeOf(scene, 'triage_admin');
  const problem = `反映人称“${title}”，卡在${departmentOf(lead).name}的“${step}”环节。`;
  const basis = `受理编号${filed.trackingNumber}，${localDateOf(scene.at)}甄别分办单`;
  const route = { complaintId, ...JUDGED[importance], problem, basis, ...assignment(scene, plan) };
  const { itemId } = taken(await routeComplaint(house, triage, route));
  const item: ItemCase = { ...plan, itemId };
  if (importance !== 'normal') {
    yield* restIn(plot, 'proposed');
    yield scene.later(1, 1);
    taken(await countersignItem(house, officeOf(scene, 'leader'), { itemId, doubleReason: BESIDE }));
    yield* restIn(plot, 'registered');
    yield officeWait(scene, plot, 0, 1);
    taken(await assignItem(house, triage, { itemId, ...assignment(scene, item) }));
  }
  yield* signForItem(scene, plot, item);
  yield* hearComplainant(scene, plot, filed);
  return item;
}

async function* hearComplainant(
  scene: Scene,
  plot: Plot,
  { complaintId, complainant, isReachable }: FiledComplaint,
): StoryPart<void> {
  const { house, chance } = scene;
  if (plot.question !== 'none' && (isReachable || plot.channel === 'portal')) {
    yield officeWait(scene, plot, 0, 1);
    const question = chance.pick(QUESTIONS);
    taken(await askComplainant(house, officeOf(scene, 'triage_admin'), { complaintId, question }));
    yield* restIn(plot, 'awaiting_complainant');
    if (plot.question === 'answered') {
      yield whenAwake(scene, 3, 60);
      taken(await replyToQuestion(house, complainant, { complaintId, text: chance.pick(REPLIES) }));
    }
  }
  if (plot.hasSupplement) {
    yield whenAwake(scene, 2, 20);
    taken(await supplementComplaint(house, complainant, { complaintId, text: chance.pick(SUPPLEMENTS) }));
  }
}
