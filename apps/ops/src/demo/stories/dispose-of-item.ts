import { makeLongRunning, referUp, reportProgress, sendToRework, strikeOff, watchItem } from '@bihuan/api';
import { addDays, localDateOf } from '@bihuan/api/domain';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, StoryPart } from '../scene.ts';
import { REWORK_REPORT } from '../texts/department-words.ts';
import { LONG_RUNNING_PLANS, REFERRALS, REWORK_REASONS, WATCH_FOCUSES } from '../texts/office-words.ts';
import { itemWords, type ItemCase } from './item-case.ts';
import { officeWait } from './office-wait.ts';
import { restIn } from './rest-in.ts';
import { verifyItem } from './verify-item.ts';
import { officeOf } from './who-and-where.ts';
import { request } from './work-off-item.ts';

/** From the request to the end: verified and struck off, worked on again first, or disposed of in another way. */
export async function* disposeOfItem(
  scene: Scene,
  plot: Plot,
  item: ItemCase,
): StoryPart<'struck_off' | 'disposed'> {
  const { verification } = plot;
  yield* verifyItem(scene, plot, item, verification);
  yield officeWait(scene, plot, 0, 1);
  if (verification === 'resolved' || verification === 'third_finds_resolved') {
    await strike(scene, item);
    return 'struck_off';
  }
  if (plot.disposition !== 'strike_off') {
    await putElsewhere(scene, plot.disposition, item);
    yield* restIn(plot, 'disposed');
    return 'disposed';
  }
  yield* rework(scene, plot, item, REWORK_REASONS[verification]);
  yield* verifyItem(scene, plot, item, 'resolved');
  yield scene.later(1, 2);
  await strike(scene, item);
  return 'struck_off';
}

async function strike(scene: Scene, { itemId }: ItemCase): Promise<void> {
  taken(await strikeOff(scene.house, officeOf(scene, 'triage_admin'), { itemId }));
}

async function* rework(scene: Scene, plot: Plot, item: ItemCase, reason: string): StoryPart<void> {
  const { house } = scene;
  const { itemId } = item;
  taken(await sendToRework(house, officeOf(scene, 'triage_admin'), { itemId, reason }));
  yield* restIn(plot, 'rework');
  yield scene.later(2, 8);
  const officer = officeOf(scene, 'department_officer', item.lead);
  taken(await reportProgress(house, officer, { itemId, ...REWORK_REPORT, percent: 90 }));
  yield scene.later(1, 4);
  await request(scene, item);
}

async function putElsewhere(
  scene: Scene,
  disposition: Exclude<Plot['disposition'], 'strike_off'>,
  item: ItemCase,
): Promise<void> {
  const { house, chance } = scene;
  const { itemId } = item;
  const triage = officeOf(scene, 'triage_admin');
  switch (disposition) {
    case 'watch': {
      const reviewOn = addDays(localDateOf(scene.at), chance.whole(20, 45));
      const focus = itemWords(item, chance.pick(WATCH_FOCUSES));
      taken(await watchItem(house, triage, { itemId, focus, reviewOn }));
      return;
    }
    case 'long_running':
      taken(await makeLongRunning(house, triage, { itemId, plan: chance.pick(LONG_RUNNING_PLANS) }));
      return;
    case 'refer_up':
      taken(await referUp(house, triage, { itemId, ...chance.pick(REFERRALS) }));
  }
}
