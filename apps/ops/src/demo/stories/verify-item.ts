import { fileFinding, openVerification, recordCallback } from '@bihuan/api';
import { localDateOf, type StaffActor } from '@bihuan/api/domain';
import type { Plot, Verification } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, StoryPart } from '../scene.ts';
import {
  CALLBACK_NOTES,
  CORROBORATION_TEXTS,
  THIRD_CHECK_TEXTS,
  VERIFICATION_TEXTS,
} from '../texts/office-words.ts';
import { itemWords, type ItemCase } from './item-case.ts';
import { officeWait } from './office-wait.ts';
import { restIn } from './rest-in.ts';
import { officeOf, statusOfComplaint } from './who-and-where.ts';

/** The first and the second finding of each verification, and what a third check makes of it. */
const FINDINGS: Readonly<Record<Verification, { a: boolean; b: boolean; c: boolean | null }>> = {
  resolved: { a: true, b: true, c: null },
  third_finds_resolved: { a: true, b: false, c: true },
  third_finds_unresolved: { a: true, b: false, c: false },
  unresolved: { a: false, b: false, c: null },
  false_request: { a: false, b: false, c: null },
};

/** From the request to the findings, the third included where the two disagree. */
export async function* verifyItem(
  scene: Scene,
  plot: Plot,
  item: ItemCase,
  verification: Verification,
): StoryPart<void> {
  const { house, chance, zone } = scene;
  const { itemId } = item;
  yield officeWait(scene, plot, 0, 1);
  yield* untilComplainantIsBack(scene, item);
  const inspectors = zone.people('inspector');
  const inspector = plot.isBrisk ? (inspectors[0] as StaffActor) : chance.pick(inspectors);
  const triage = officeOf(scene, 'triage_admin');
  taken(await openVerification(house, triage, { itemId, inspectorId: inspector.staffId }));
  yield* restIn(plot, 'verifying');
  const { a, b, c } = FINDINGS[verification];
  const parts = [
    () => firstFinding(scene, plot, item, inspector, a, verification === 'false_request'),
    () => secondFinding(scene, plot, item, b),
  ];
  if (chance.happens(0.4)) parts.reverse();
  for (const [index, part] of parts.entries()) {
    yield* part();
    if (index === 0) yield* restIn(plot, 'one_finding');
  }
  if (c !== null) {
    yield* restIn(plot, 'findings_disagree');
    yield* thirdCheck(scene, plot, item, inspector, c);
  }
  yield* restIn(plot, 'findings_agree');
}

/** Nobody is verified on while the complainant still owes an answer. */
async function* untilComplainantIsBack(scene: Scene, { complaint }: ItemCase): StoryPart<void> {
  if (complaint === null) return;
  while ((await statusOfComplaint(scene, complaint.complaintId)) === 'awaiting_complainant')
    yield scene.later(2, 2);
}

async function* firstFinding(
  scene: Scene,
  plot: Plot,
  item: ItemCase,
  inspector: StaffActor,
  isResolved: boolean,
  isFalseRequest: boolean,
): StoryPart<void> {
  yield officeWait(scene, plot, 0, 2);
  const texts = isFalseRequest
    ? VERIFICATION_TEXTS.false
    : VERIFICATION_TEXTS[isResolved ? 'resolved' : 'unresolved'];
  const text = itemWords(item, scene.chance.pick(texts));
  const finding = { itemId: item.itemId, part: 'A', isResolved, isFalseRequest, text };
  taken(await fileFinding(scene.house, inspector, finding));
}

/** The callback, or an assessor where nobody can be reached. */
async function* secondFinding(
  scene: Scene,
  plot: Plot,
  item: ItemCase,
  isResolved: boolean,
): StoryPart<void> {
  const { complaint } = item;
  if (complaint !== null && item.isCallable) {
    for (let call = 0; call < plot.callsInVain; call += 1) {
      yield scene.later(1, 1);
      await callInVain(scene, complaint.complaintId);
    }
    if (plot.callsInVain < 3) {
      yield officeWait(scene, plot, 0, 1);
      return callBack(scene, plot, complaint.complaintId, isResolved);
    }
    item.isCallable = false;
  }
  yield officeWait(scene, plot, 0, 2);
  const text = itemWords(
    item,
    scene.chance.pick(CORROBORATION_TEXTS[isResolved ? 'resolved' : 'unresolved']),
  );
  const assessor = officeOf(scene, 'assessor');
  taken(await fileFinding(scene.house, assessor, { itemId: item.itemId, part: 'B', isResolved, text }));
}

async function callInVain(scene: Scene, complaintId: string): Promise<void> {
  const outcome = scene.chance.pick(['no_answer', 'no_answer', 'refused', 'wrong_number'] as const);
  const note = scene.chance.pick(CALLBACK_NOTES.vain);
  taken(await recordCallback(scene.house, officeOf(scene, 'clerk'), { complaintId, outcome, note }));
}

/** A call that got through, with its three questions. */
export async function callBack(
  scene: Scene,
  plot: Plot,
  complaintId: string,
  isSolved: boolean,
): Promise<void> {
  const { chance, house } = scene;
  const isSour = plot.satisfaction === 'dissatisfied' || plot.satisfaction === 'very_dissatisfied';
  const answers = {
    outcome: 'valid',
    contacted: chance.happens(isSolved ? 0.97 : 0.74),
    solved: isSolved,
    satisfaction:
      isSolved || isSour ? plot.satisfaction : chance.pick(['dissatisfied', 'basically_satisfied'] as const),
    note: chance.pick(CALLBACK_NOTES[isSolved ? 'solved' : 'unsolved']),
  };
  taken(await recordCallback(house, officeOf(scene, 'clerk'), { complaintId, ...answers }));
}

/** A third person goes and looks, with a second inspector. */
async function* thirdCheck(
  scene: Scene,
  plot: Plot,
  item: ItemCase,
  first: StaffActor,
  isResolved: boolean,
): StoryPart<void> {
  yield scene.later(2, plot.isBrisk ? 2 : 4);
  const { house, chance, zone } = scene;
  const others = zone.people('inspector').filter(({ staffId }) => staffId !== first.staffId);
  const [third, companion] = chance.happens(0.5) ? others : [...others].reverse();
  if (third === undefined || companion === undefined)
    throw new Error('a third check needs two more inspectors');
  const visit = {
    on: localDateOf(scene.at),
    place: '政务服务中心办事大厅',
    inspectorIds: [third.staffId, companion.staffId],
  };
  const text = itemWords(item, chance.pick(THIRD_CHECK_TEXTS[isResolved ? 'resolved' : 'unresolved']));
  taken(await fileFinding(house, third, { itemId: item.itemId, part: 'C', isResolved, text, visit }));
}
