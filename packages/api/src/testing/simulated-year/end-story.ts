import { addDays, localDateOf } from '@bihuan/domain';
import { inquire, lookBack } from '../../supervision/look-back.ts';
import { fileFinding } from '../../supervision/file-finding.ts';
import { makeLongRunning } from '../../supervision/make-long-running.ts';
import { openVerification } from '../../supervision/open-verification.ts';
import { referUp } from '../../supervision/refer-up.ts';
import { requestStrikeOff } from '../../supervision/request-strike-off.ts';
import { sendToRework } from '../../supervision/send-to-rework.ts';
import { strikeOff } from '../../supervision/strike-off.ts';
import { takeUpAgain } from '../../supervision/take-up-again.ts';
import { watchItem } from '../../supervision/watch-item.ts';
import type { Life } from './item-story.ts';
import type { Scene, Story, StoryPart } from './scene.ts';
import { at, workingDayAfter } from './working-hours.ts';

/** From the strike-off request on, as often round as the findings send it back. */
export async function* endStory(scene: Scene, life: Life): Story {
  const { house, people, chance } = scene;
  const { itemId, lead } = life;
  for (let round = 1; round <= 3; round += 1) {
    const claim = '举措均已完成，申请销号';
    if (!(yield* scene.until(80, () => requestStrikeOff(house, lead.officer, { itemId, claim })))) return;
    const verdict = yield* tellVerification(scene, itemId, round);
    yield scene.later(1);
    if (verdict === 'resolved' && (round === 3 || chance.happens(`struck-off-${round}`, 0.9))) {
      if (!(yield* scene.until(3, () => strikeOff(house, people.triage, { itemId })))) return;
      life.isOver = true;
      return yield* tellLookBacks(scene, itemId);
    }
    if (verdict === 'unresolved' && chance.happens(`rework-${round}`, 0.7)) {
      const reason = '现场情况与申请不符';
      if (!(yield* scene.until(3, () => sendToRework(house, people.triage, { itemId, reason })))) return;
      yield scene.later(chance.whole(`worked-again-${round}`, 2, 9));
    } else if (!(yield* tellWaiting(scene, itemId, round))) return;
  }
}

/** Two findings, and a third where they disagree; what they come to. */
async function* tellVerification(
  scene: Scene,
  itemId: string,
  round: number,
): StoryPart<'resolved' | 'unresolved'> {
  const { house, people, chance } = scene;
  const says = (part: string, isResolved: boolean) => ({
    ...{ itemId, part, isResolved, text: isResolved ? '现场已办妥' : '现场没有办妥' },
    isFalseRequest: !isResolved && part === 'A' && chance.happens(`false-${round}`, 0.2),
  });
  const isWorse = (what: string, probability: number) =>
    round < 3 && chance.happens(`${what}-${round}`, probability);
  const isUnresolved = isWorse('unresolved', 0.14);
  const disagrees = isWorse('disagrees', 0.12);
  yield scene.later(1);
  const inspectorId = people.inspector.staffId;
  yield* scene.until(3, () => openVerification(house, people.triage, { itemId, inspectorId }));
  yield scene.later(chance.whole(`A-${round}`, 1, 5));
  yield* scene.until(3, () => fileFinding(house, people.inspector, says('A', !isUnresolved)));
  yield scene.later(chance.whole(`B-${round}`, 0, 1));
  yield* scene.until(3, () => fileFinding(house, people.assessor, says('B', isUnresolved === disagrees)));
  if (!disagrees) return isUnresolved ? 'unresolved' : 'resolved';
  yield scene.later(2);
  const isResolved = chance.happens(`third-${round}`, 0.5);
  const on = localDateOf(scene.now);
  const visit = { on, place: '项目现场', inspectorIds: [people.third.staffId, people.fourth.staffId] };
  yield* scene.until(3, () => fileFinding(house, people.third, { ...says('C', isResolved), visit }));
  return isResolved ? 'resolved' : 'unresolved';
}

/** Watched, long-running or referred up for a while, asked after once, then taken up again. */
async function* tellWaiting(scene: Scene, itemId: string, round: number): StoryPart<boolean> {
  const { house, people, chance } = scene;
  const reviewOn = addDays(localDateOf(scene.now), 30);
  const disposals = [
    () => watchItem(house, people.triage, { itemId, focus: '防止问题反弹', reviewOn }),
    () => makeLongRunning(house, people.triage, { itemId, plan: '纳入年度改革任务' }),
    () => referUp(house, people.triage, { itemId, brief: '两项规定冲突', to: '市政府' }),
  ];
  if (!(yield* scene.until(3, chance.pick(`waiting-${round}`, disposals)))) return false;
  yield scene.later(chance.whole(`inquired-${round}`, 10, 20));
  yield* scene.until(1, () => inquire(house, people.inspector, { itemId, text: '已有初步方案' }));
  yield scene.later(chance.whole(`taken-up-${round}`, 3, 12));
  const reason = '条件已具备';
  if (!(yield* scene.until(1, () => takeUpAgain(house, people.triage, { itemId, reason })))) return false;
  yield scene.later(chance.whole(`asked-again-${round}`, 1, 6));
  return true;
}

/** After 30 and 90 days; one that does not hold is taken up again and stays with the department. */
async function* tellLookBacks(scene: Scene, itemId: string): Story {
  const { house, people, chance, calendar } = scene;
  for (const days of [30, 60]) {
    yield at(workingDayAfter(addDays(localDateOf(scene.now), days - 1), 1, calendar), scene.serial % 400);
    const isHolding = !chance.happens(`rebounds-${days}`, 0.06);
    const looked = { itemId, isHolding, text: isHolding ? '没有反弹' : '问题再次出现' };
    if (!(yield* scene.until(3, () => lookBack(house, people.third, looked)))) return;
    if (isHolding) continue;
    yield scene.later(1);
    yield* scene.until(1, () => takeUpAgain(house, people.triage, { itemId, reason: '问题再次出现' }));
    return;
  }
}
