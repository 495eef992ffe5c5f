import {
  assignItem,
  completeMeasure,
  countersignItem,
  disputeMeasure,
  openItem,
  reportProgress,
  signItem,
} from '@bihuan/api';
import type { Measure } from '@bihuan/api/domain';
import { BESIDE } from '../texts/office-words.ts';
import { JOINT_TASK } from '../texts/joint-task.ts';
import { taken } from '../refused-step.ts';
import type { Scene, Story } from '../scene.ts';
import { assignment } from './item-case.ts';
import { officeOf } from './who-and-where.ts';

/**
 * A listed task from above with three departments: one cooperating department did its part in time and disputes another
 * measure, the other's measure is late and it has not said why. Nothing of it is over at the end.
 */
export async function* tellJointTask(scene: Scene): Story {
  const { house } = scene;
  const { source, basis, problem, lead, workingDays } = JOINT_TASK;
  const triage = officeOf(scene, 'triage_admin');
  const proposal = { source, basis, problem, importance: 'listed', doubleReason: BESIDE };
  const { itemId } = taken(await openItem(house, triage, proposal));
  yield scene.later(1, 1);
  taken(await countersignItem(house, officeOf(scene, 'leader'), { itemId, doubleReason: BESIDE }));
  yield scene.later(1, 1);
  const plan = assignment(
    scene,
    { ...JOINT_TASK, ...COMPLAINTLESS, title: problem, start: scene.at },
    workingDays,
  );
  taken(await assignItem(house, triage, { itemId, ...plan }));
  yield scene.later(1, 1);
  const officer = officeOf(scene, 'department_officer', lead);
  taken(await signItem(house, officer, { itemId }));
  yield scene.later(8, 8);
  const [late, inTime, disputed] = await measuresOf(scene, itemId);
  const planning = officeOf(scene, 'department_officer', 'planning');
  if (late === undefined || inTime === undefined || disputed === undefined) return;
  const done = {
    itemId,
    measureId: inTime.id,
    evidence: JOINT_TASK.evidence,
    explanation: JOINT_TASK.explanation,
  };
  taken(await completeMeasure(house, planning, done));
  yield scene.later(2, 2);
  taken(await reportProgress(house, officer, { itemId, ...JOINT_TASK.report, percent: 45 }));
  yield scene.later(4, 4);
  const dispute = { itemId, measureId: disputed.id, ...JOINT_TASK.dispute };
  taken(await disputeMeasure(house, officeOf(scene, 'department_head', 'planning'), dispute));
}

const COMPLAINTLESS = { complaint: null, isCallable: false } as const;

async function measuresOf({ house }: Scene, itemId: string): Promise<readonly Pick<Measure, 'id'>[]> {
  return house.db.prisma.measureRow.findMany({
    where: { itemId },
    orderBy: { ordinal: 'asc' },
    select: { id: true },
  });
}
