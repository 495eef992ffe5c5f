import {
  assignItem,
  designateItem,
  offerPrecedents,
  returnItem,
  ruleOnReturn,
  signItem,
  type ListedPrecedent,
} from '@bihuan/api';
import { departmentOf, type ZoneCode } from '../more-departments.ts';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, StoryPart } from '../scene.ts';
import { RETURNS } from '../texts/department-words.ts';
import { DEPARTURE_REASON, RULING_TEXTS } from '../texts/office-words.ts';
import { assignment, cooperating, type ItemCase } from './item-case.ts';
import { officeWait } from './office-wait.ts';
import { restIn } from './rest-in.ts';
import { officeOf, statusOfItem } from './who-and-where.ts';

/** From assigned to signed: signed for, left to silence, or sent back first and ruled on. */
export async function* signForItem(scene: Scene, plot: Plot, item: ItemCase): StoryPart<void> {
  for (let returns = 1; returns <= plot.returns; returns += 1) yield* sendBack(scene, plot, item, returns);
  yield* restIn(plot, 'assigned');
  if (plot.signing === 'silent') {
    yield scene.later(5, 6);
  } else {
    yield officeWait(scene, plot, 1, 2);
  }
  if ((await statusOfItem(scene, item.itemId)) === 'assigned')
    taken(
      await signItem(scene.house, officeOf(scene, 'department_officer', item.lead), { itemId: item.itemId }),
    );
  yield* restIn(plot, 'signed');
}

async function* sendBack(scene: Scene, plot: Plot, item: ItemCase, returns: number): StoryPart<void> {
  const { house, chance } = scene;
  const { itemId } = item;
  yield scene.later(1, 1);
  const head = officeOf(scene, 'department_head', item.lead);
  taken(await returnItem(house, head, { itemId, ...chance.pick(RETURNS) }));
  yield* restIn(plot, returns === 1 ? 'returned' : 'returned_twice');
  yield officeWait(scene, plot, 1, 2);
  if (returns === 2) {
    const leader = chance.pick(scene.zone.people('leader'));
    taken(await designateItem(house, leader, { itemId, ...assignment(scene, item) }));
    return;
  }
  const triage = officeOf(scene, 'triage_admin');
  const { ruling } = plot;
  const text = chance.pick(RULING_TEXTS[ruling]);
  const like = (await offerPrecedents(house, triage, itemId))[0];
  const cited = like === undefined ? {} : citing(like, ruling);
  taken(await ruleOnReturn(house, triage, { itemId, ruling, text, ...cited }));
  if (ruling === 'reject') return;
  item.lead = otherLead(scene, item);
  taken(await assignItem(house, triage, { itemId, ...assignment(scene, item) }));
}

/** Follows the ruling most like it, or says why it is ruled otherwise. */
function citing({ itemId, version, ruling: earlier }: ListedPrecedent, ruling: string) {
  return { precedent: `${itemId}:${version}`, departure: earlier === ruling ? '' : DEPARTURE_REASON };
}

/** One that cooperates already, or else one of the same kind. */
function otherLead({ chance, zone }: Scene, item: ItemCase): ZoneCode {
  const helpers = cooperating(item);
  if (helpers.length > 0) return chance.pick(helpers);
  const { tierGroup } = departmentOf(item.lead);
  return chance.pick(
    zone.departments.filter((code) => code !== item.lead && departmentOf(code).tierGroup === tierGroup),
  );
}
