import { recordRebound, takeUpAgain } from '@bihuan/api';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, StoryPart } from '../scene.ts';
import { REBOUND_REASONS, TAKE_UP_REASONS } from '../texts/office-words.ts';
import { disposeOfItem } from './dispose-of-item.ts';
import { itemWords, type ItemCase } from './item-case.ts';
import { restIn } from './rest-in.ts';
import { officeOf, statusOfItem } from './who-and-where.ts';
import { workOffItem } from './work-off-item.ts';

/** Working weeks after the end an inspector looks again: the problem may be back, or what was watched may need more work. */
export async function* lookAgain(scene: Scene, plot: Plot, item: ItemCase): StoryPart<void> {
  const { house, chance } = scene;
  const { itemId } = item;
  yield plot.isBrisk ? scene.later(1, 1) : scene.later(42, 50);
  const status = await statusOfItem(scene, itemId);
  if (status === 'struck_off' && plot.rebounds) {
    const reason = itemWords(item, chance.pick(REBOUND_REASONS));
    taken(await recordRebound(house, officeOf(scene, 'inspector'), { itemId, reason }));
    yield* restIn(plot, 'rebounded');
    yield scene.later(1, 3);
  } else if (status !== 'watched' || chance.happens(0.4)) {
    return;
  }
  taken(
    await takeUpAgain(house, officeOf(scene, 'triage_admin'), {
      itemId,
      reason: chance.pick(TAKE_UP_REASONS),
    }),
  );
  const calm: Plot = { ...plot, verification: 'resolved' };
  yield* workOffItem(scene, calm, { ...item, start: scene.at });
  yield* disposeOfItem(scene, calm, item);
}
