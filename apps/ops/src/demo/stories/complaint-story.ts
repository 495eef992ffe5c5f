import {
  acceptComplaint,
  declineComplaint,
  recordCallback,
  settleOnTheSpot,
  splitComplaint,
  withdrawComplaint,
} from '@bihuan/api';
import { departmentOf } from '../more-departments.ts';
import { fillSlots } from '../fill-slots.ts';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, Story, StoryPart } from '../scene.ts';
import { WITHDRAWAL_REASONS } from '../texts/complainant-words.ts';
import { DECLINED_MATTERS } from '../texts/declined-matters.ts';
import { SECOND_MATTER, SETTLED_TEXTS, SPLIT_REASON } from '../texts/office-words.ts';
import { tellAsides, tellDuplicate } from './asides.ts';
import { answerComplaint } from './answer-complaint.ts';
import { disposeOfItem } from './dispose-of-item.ts';
import { fileComplaint, type FiledComplaint } from './file-complaint.ts';
import { lookAgain } from './look-again.ts';
import { officeWait } from './office-wait.ts';
import { restIn } from './rest-in.ts';
import { routeIntoSupervision } from './route-into-supervision.ts';
import { callBack } from './verify-item.ts';
import { whenAwake } from './waking-hours.ts';
import { officeOf } from './who-and-where.ts';
import { workOffItem } from './work-off-item.ts';

/** A complaint from its filing to whatever its plot makes of it. */
export async function* tellComplaint(scene: Scene, plot: Plot, once: string | null): Story {
  if (plot.fate === 'declined') return yield* tellDeclined(scene, plot);
  const { matter, department, channel, openness } = plot;
  const { kind, locale = 'zh-CN', cause } = matter;
  const filed = await fileComplaint(scene, {
    ...matter,
    department,
    channel,
    openness,
    kind,
    locale,
    cause,
    once,
  });
  yield* restIn(plot, 'submitted');
  if (plot.fate === 'withdrawn') return yield* tellWithdrawn(scene, filed);
  if (plot.fate === 'settled') return yield* tellSettled(scene, plot, filed);
  if (plot.isSplit) return yield* tellSplit(scene, plot, filed);
  tellAsides(scene, plot, filed);
  yield officeWait(scene, plot, 0, 1);
  const { complaintId } = filed;
  const { category, complexity } = matter;
  const accepted = { complaintId, category, complexity };
  taken(await acceptComplaint(scene.house, officeOf(scene, 'triage_admin'), accepted));
  yield* restIn(plot, 'accepted');
  if (plot.duplicate !== 'none' && !plot.withdrawsLate)
    tellDuplicate(scene, plot, filed, (aside, parted) =>
      handle(aside, { ...plot, duplicate: 'none' }, parted),
    );
  yield* handle(scene, plot, filed);
}

/** From accepted to the end: routed, worked off, verified, answered, and looked at again weeks later. */
async function* handle(scene: Scene, plot: Plot, filed: FiledComplaint): Story {
  const acceptedAt = scene.at;
  yield officeWait(scene, plot, 0, 1);
  const item = yield* routeIntoSupervision(scene, plot, filed, acceptedAt);
  if (plot.withdrawsLate) {
    yield whenAwake(scene, 2, 20);
    await withdraw(scene, filed);
    item.complaint = null;
  }
  yield* workOffItem(scene, plot, item);
  const end = yield* disposeOfItem(scene, plot, item);
  if (item.complaint !== null) yield* answerComplaint(scene, plot, item, filed, end);
  yield* lookAgain(scene, plot, item);
}

async function* tellDeclined(scene: Scene, plot: Plot): Story {
  const declined = scene.chance.pick(DECLINED_MATTERS);
  const locale = /^[A-Za-z]/.test(declined.title) ? 'en' : 'zh-CN';
  const { complaintId } = await fileComplaint(scene, {
    ...{
      department: null,
      channel: plot.channel,
      openness: plot.openness,
      kind: 'citizen',
      locale,
      cause: 'other',
    },
    ...{ title: declined.title, body: declined.body, desk: '', step: '', answered: '', wish: '', once: null },
  });
  yield* restIn(plot, 'submitted');
  yield scene.later(0, 1);
  const { reason, competentBody, notice } = declined;
  const triage = officeOf(scene, 'triage_admin');
  taken(await declineComplaint(scene.house, triage, { complaintId, reason, competentBody, notice }));
}

/** Two matters in one: triage splits it, and takes the parts up one by one. */
async function* tellSplit(scene: Scene, plot: Plot, { complaintId }: FiledComplaint): Story {
  yield officeWait(scene, plot, 0, 1);
  const triage = officeOf(scene, 'triage_admin');
  const { category, complexity } = plot.matter;
  const told = await scene.house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } });
  const { title, body } = told;
  const parts = [{ title, body }, SECOND_MATTER];
  const split = { complaintId, parts, reason: SPLIT_REASON };
  const { partIds } = taken(await splitComplaint(scene.house, triage, split));
  const [first = ''] = partIds;
  taken(await acceptComplaint(scene.house, triage, { complaintId: first, category, complexity }));
}

async function* tellWithdrawn(scene: Scene, filed: FiledComplaint): Story {
  yield whenAwake(scene, 1, 20);
  await withdraw(scene, filed);
}

/** The complainant does not want it any more. */
async function withdraw(scene: Scene, { complaintId, complainant }: FiledComplaint): Promise<void> {
  const reason = scene.chance.pick(WITHDRAWAL_REASONS);
  taken(await withdrawComplaint(scene.house, complainant, { complaintId, reason }));
}

async function* tellSettled(
  scene: Scene,
  plot: Plot,
  { complaintId, isReachable }: FiledComplaint,
): StoryPart<void> {
  const { house, chance } = scene;
  const { category, complexity, step } = plot.matter;
  const isAtWindow = plot.channel === 'walk_in' || plot.channel === 'phone';
  yield scene.later(0, isAtWindow ? 0 : 1);
  const text = fillSlots(chance.pick(SETTLED_TEXTS), {
    department: departmentOf(plot.department).name,
    step,
  });
  const settled = { complaintId, category, complexity, outcome: 'solved', text };
  taken(await settleOnTheSpot(house, officeOf(scene, isAtWindow ? 'clerk' : 'triage_admin'), settled));
  if (!isReachable || !chance.happens(0.7)) return;
  yield scene.later(1, 5);
  if (chance.happens(0.15)) {
    taken(await recordCallback(house, officeOf(scene, 'clerk'), { complaintId, outcome: 'no_answer' }));
    yield scene.later(1, 2);
  }
  await callBack(scene, plot, complaintId, chance.happens(0.93));
}
