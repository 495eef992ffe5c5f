import {
  assessCooperation,
  assignItem,
  completeMeasure,
  countersignItem,
  fileFinding,
  givePublicNotice,
  objectToNotice,
  openItem,
  openVerification,
  reportProgress,
  requestStrikeOff,
  signItem,
} from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import { BESIDE } from '../texts/office-words.ts';
import { NOTICED_TASK } from '../texts/noticed-task.ts';
import { taken } from '../refused-step.ts';
import type { Scene, Story } from '../scene.ts';
import { assignment } from './item-case.ts';
import { officeOf } from './who-and-where.ts';

/**
 * A task of two departments that was worked off and verified: they have assessed each other's part in it, its strike-off is
 * shown to the public, and somebody has objected. It rests there.
 */
export async function* tellNoticedTask(scene: Scene): Story {
  const { house, zone } = scene;
  const { source, basis, problem, lead, workingDays, claim, evidence } = NOTICED_TASK;
  const triage = officeOf(scene, 'triage_admin');
  const proposal = { source, basis, problem, importance: 'listed', doubleReason: BESIDE };
  const { itemId, number } = taken(await openItem(house, triage, proposal));
  yield scene.later(1, 1);
  taken(await countersignItem(house, officeOf(scene, 'leader'), { itemId, doubleReason: BESIDE }));
  const task = { ...NOTICED_TASK, complaint: null, isCallable: false, title: problem, start: scene.at };
  taken(await assignItem(house, triage, { itemId, ...assignment(scene, task, workingDays) }));
  yield scene.later(1, 1);
  const officer = officeOf(scene, 'department_officer', lead);
  const cooperating = officeOf(scene, 'department_officer', 'construction');
  taken(await signItem(house, officer, { itemId }));
  yield scene.later(2, 2);
  taken(await reportProgress(house, officer, { itemId, text: claim, percent: 90 }));
  const measures = await house.db.prisma.measureRow.findMany({
    where: { itemId },
    orderBy: { ordinal: 'asc' },
  });
  for (const { id: measureId, departmentId } of measures) {
    const owner = departmentId === officer.departmentId ? officer : cooperating;
    taken(await completeMeasure(house, owner, { itemId, measureId, evidence }));
  }
  yield scene.later(1, 1);
  taken(await requestStrikeOff(house, officer, { itemId, claim }));
  const { departmentId: aboutCooperating } = cooperating;
  const said = { itemId, level: 'good' };
  taken(
    await assessCooperation(house, officer, {
      ...{ ...said, aboutId: aboutCooperating, text: NOTICED_TASK.ofCooperating },
    }),
  );
  taken(
    await assessCooperation(house, cooperating, {
      ...{ ...said, aboutId: officer.departmentId, text: NOTICED_TASK.ofLead },
    }),
  );
  yield scene.later(1, 1);
  const [inspector] = zone.people('inspector');
  const { staffId: inspectorId } = inspector as StaffActor;
  taken(await openVerification(house, triage, { itemId, inspectorId }));
  const found = { itemId, isResolved: true, text: claim };
  taken(await fileFinding(house, inspector as StaffActor, { ...found, part: 'A' }));
  yield scene.later(1, 1);
  taken(await fileFinding(house, officeOf(scene, 'assessor'), { ...found, part: 'B' }));
  yield scene.later(1, 1);
  taken(await givePublicNotice(house, triage, { itemId, text: NOTICED_TASK.notice }));
  yield scene.later(2, 2);
  const objection = { number, once: house.newId(), text: NOTICED_TASK.objection };
  taken(await objectToNotice(house, '192.0.2.27', objection));
}
