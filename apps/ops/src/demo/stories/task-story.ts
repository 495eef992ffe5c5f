import { assignItem, countersignItem, openItem } from '@bihuan/api';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, Story } from '../scene.ts';
import { BESIDE } from '../texts/office-words.ts';
import type { TaskMatter } from '../texts/task-matters.ts';
import { disposeOfItem } from './dispose-of-item.ts';
import { assignment, type ItemCase } from './item-case.ts';
import { restIn } from './rest-in.ts';
import { signForItem } from './sign-for-item.ts';
import { officeOf } from './who-and-where.ts';
import { workOffItem } from './work-off-item.ts';

/** An item from another source than a complaint, from its opening to its end. */
export async function* tellTask(scene: Scene, plot: Plot, task: TaskMatter): Story {
  const { house } = scene;
  const { source, basis, problem, lead, step, steps, workingDays } = task;
  const triage = officeOf(scene, 'triage_admin');
  const { importance } = plot;
  const proposal = { source, basis, problem, importance, doubleReason: BESIDE };
  const { itemId } = taken(await openItem(house, triage, proposal));
  if (importance !== 'normal') {
    yield* restIn(plot, 'proposed');
    yield scene.later(1, 2);
    taken(await countersignItem(house, officeOf(scene, 'leader'), { itemId, doubleReason: BESIDE }));
  }
  yield* restIn(plot, 'registered');
  yield scene.later(1, 1);
  const item: ItemCase = {
    ...{ itemId, lead, step, steps, workingDays, title: problem, start: scene.at },
    ...{ complaint: null, isCallable: false },
  };
  taken(await assignItem(house, triage, { itemId, ...assignment(scene, item, workingDays) }));
  yield* signForItem(scene, plot, item);
  yield* workOffItem(scene, plot, item);
  yield* disposeOfItem(scene, plot, item);
}
