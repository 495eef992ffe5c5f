import { inquire, lookBack, recordRebound, takeUpAgain } from '@bihuan/api';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, StoryPart } from '../scene.ts';
import { INQUIRIES, LOOK_BACKS, REBOUND_REASONS, TAKE_UP_REASONS } from '../texts/office-words.ts';
import { disposeOfItem } from './dispose-of-item.ts';
import { itemWords, type ItemCase } from './item-case.ts';
import { restIn } from './rest-in.ts';
import { officeOf, statusOfItem } from './who-and-where.ts';
import { workOffItem } from './work-off-item.ts';

/** Working weeks after the end an inspector looks again: the problem may be back, or what was watched may need more work. */
export async function* lookAgain(scene: Scene, plot: Plot, item: ItemCase): StoryPart<void> {
  const { house, chance } = scene;
  const { itemId } = item;
  yield plot.isBrisk ? scene.later(1, 1) : scene.later(46, 54);
  const status = await statusOfItem(scene, itemId);
  if (status === 'struck_off' && plot.rebounds) {
    const reason = itemWords(item, chance.pick(REBOUND_REASONS));
    taken(await recordRebound(house, officeOf(scene, 'inspector'), { itemId, reason }));
    yield* restIn(plot, 'rebounded');
    yield scene.later(1, 3);
  } else if (status === 'struck_off') {
    return yield* lookBackTwice(scene, itemId);
  } else if (status !== 'watched' || chance.happens(0.4)) {
    return yield* askAgain(scene, itemId);
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

/** A month and three months after the strike-off; what was solved holds. */
async function* lookBackTwice(scene: Scene, itemId: string): StoryPart<void> {
  await look(scene, itemId);
  yield scene.later(90, 98);
  await look(scene, itemId);
}

async function look(scene: Scene, itemId: string): Promise<void> {
  const seen = { itemId, isHolding: 'true', text: scene.chance.pick(LOOK_BACKS) };
  taken(await lookBack(scene.house, officeOf(scene, 'inspector'), seen));
}

/** Every month the office asks how a matter stands that nobody can end soon. */
async function* askAgain(scene: Scene, itemId: string): StoryPart<void> {
  for (;;) {
    const status = await statusOfItem(scene, itemId);
    if (!['watched', 'long_running', 'referred_up'].includes(status)) return;
    const asked = { itemId, text: scene.chance.pick(INQUIRIES) };
    taken(await inquire(scene.house, officeOf(scene, 'triage_admin'), asked));
    yield scene.later(42, 48);
  }
}
