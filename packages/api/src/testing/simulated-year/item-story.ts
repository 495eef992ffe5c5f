import { localDateOf, SOURCES } from '@bihuan/domain';
import { answerDirective } from '../../supervision/answer-directive.ts';
import { assignItem } from '../../supervision/assign-item.ts';
import { completeMeasure } from '../../supervision/complete-measure.ts';
import { countersignItem } from '../../supervision/countersign-item.ts';
import { decideExtension } from '../../supervision/decide-extension.ts';
import { giveDirective } from '../../supervision/give-directive.ts';
import { openItem } from '../../supervision/open-item.ts';
import { rejectReport } from '../../supervision/reject-report.ts';
import { reportProgress } from '../../supervision/report-progress.ts';
import { requestExtension } from '../../supervision/request-extension.ts';
import { resumeItem } from '../../supervision/resume-item.ts';
import { returnItem } from '../../supervision/return-item.ts';
import { ruleOnReturn } from '../../supervision/rule-on-return.ts';
import { signItem } from '../../supervision/sign-item.ts';
import { suspendItem } from '../../supervision/suspend-item.ts';
import { endStory } from './end-story.ts';
import type { Scene, Story } from './scene.ts';
import type { YearDepartment } from './settle-people.ts';
import { workingDayAfter } from './working-hours.ts';

/** The matters of a year are alike, and the guard against doubles asks why each is one of its own. */
const DOUBLE = { doubleReason: '与在办事项对象不同，须单独督办' };

const TASKS = SOURCES.filter((source) => source !== 'complaint');

/** What the stories beside an item know of it. */
export type Life = {
  readonly itemId: string;
  readonly lead: YearDepartment;
  /** Working days given. */
  readonly given: number;
  /** Nobody works on it any more. */
  isOver: boolean;
};

/** The whole life of one item: opened, assigned, worked on well or badly, verified, disposed of, looked back at. */
export async function* tellItem(scene: Scene): Story {
  const { house, people, chance, serial } = scene;
  const importance = chance.pick('importance', ['normal', 'normal', 'normal', 'normal', 'key', 'listed']);
  const opened = await openItem(house, people.triage, {
    source: chance.pick('source', TASKS),
    basis: `园区会议纪要第 ${serial} 号`,
    problem: `第 ${serial} 项任务需要牵头部门推进落实`,
    importance,
    ...DOUBLE,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const { itemId } = opened.value;
  if (importance !== 'normal') {
    yield scene.later(1);
    yield* scene.until(1, () => countersignItem(house, people.leader, { itemId, ...DOUBLE }));
  }
  yield scene.later(chance.whole('assigned', 0, 1));
  const [lead, first, second] = rotated(people.departments, serial);
  const cooperating = [first, second].slice(0, chance.whole('cooperating', 0, 2));
  const given = chance.pick('given', [5, 5, 15, 30]);
  const life: Life = { itemId, lead, given, isOver: false };
  const today = localDateOf(scene.now);
  const measures = [lead, ...cooperating].map(({ id }, index) => ({
    text: `举措${index + 1}`,
    departmentId: id,
    dueOn: workingDayAfter(today, Math.max(1, Math.floor(given * 0.8)), scene.calendar),
  }));
  const cooperatingDepartmentIds = cooperating.map(({ id }) => id);
  const assignment = {
    itemId,
    ...DOUBLE,
    leadDepartmentId: lead.id,
    cooperatingDepartmentIds,
    measures,
    workingDays: given,
  };
  if (!(yield* scene.until(3, () => assignItem(house, people.triage, assignment)))) return;
  yield* tellSigning(scene, life);
  beginBesides(scene, life, [lead, ...cooperating]);
  yield scene.later(Math.max(1, Math.round(given * pace(scene, 'request'))));
  yield* endStory(scene, life);
}

/** Signed at once, late, or never, so that silence signs; or sent back first. */
async function* tellSigning(scene: Scene, { itemId, lead }: Life) {
  const { house, people, chance } = scene;
  const manner = chance.pick('signing', ['prompt', 'prompt', 'prompt', 'late', 'silent', 'returned']);
  if (manner === 'silent') return;
  if (manner === 'returned') {
    yield scene.later(1);
    const reason = { cause: 'facts_unclear', reason: '情况不清，请补充材料', legalBasis: '职责清单第 7 项' };
    yield* scene.until(1, () => returnItem(house, lead.head, { itemId, ...reason }));
    yield scene.later(1);
    const ruling = { ruling: 'reject', text: '材料已补齐，请继续办理', departure: '情况与此前不同' };
    yield* scene.until(1, () => ruleOnReturn(house, people.triage, { itemId, ...ruling }));
  }
  yield scene.later(manner === 'late' ? chance.whole('late', 2, 3) : 1);
  yield* scene.until(1, () => signItem(house, lead.officer, { itemId }));
}

function beginBesides(scene: Scene, life: Life, departments: readonly YearDepartment[]): void {
  const { chance } = scene;
  for (const [index, department] of departments.entries())
    scene.beside(`measure-${index}`, scene.later(chance.whole(`work-${index}`, 0, 1)), (beside) =>
      tellMeasure(beside, life, department, index),
    );
  scene.beside('reports', scene.later(1), (beside) => tellReports(beside, life));
  if (chance.happens('extends', 0.25))
    scene.beside('extension', scene.later(Math.floor(life.given * 0.9)), (beside) =>
      tellExtension(beside, life),
    );
  if (chance.happens('suspended', 0.06))
    scene.beside('suspension', scene.later(Math.ceil(life.given / 2)), (beside) =>
      tellSuspension(beside, life),
    );
  if (chance.happens('directive', 0.1))
    scene.beside('directive', scene.later(2), (beside) => tellDirective(beside, life));
}

async function* tellMeasure(
  scene: Scene,
  { itemId, given }: Life,
  { officer }: YearDepartment,
  index: number,
): Story {
  const { house } = scene;
  yield scene.later(Math.max(1, Math.round(given * 0.9 * pace(scene, 'measure'))));
  const row = await house.db.prisma.measureRow.findFirst({
    where: { itemId, ordinal: index + 1 },
    select: { id: true },
  });
  const done = {
    itemId,
    measureId: row?.id ?? '',
    evidence: '办结材料一份',
    explanation: '现场协调用了更多时间',
  };
  yield* scene.until(80, () => completeMeasure(house, officer, done));
}

async function* tellReports(scene: Scene, life: Life): Story {
  const { house, chance, people } = scene;
  const { itemId, lead } = life;
  for (let nth = 1; !life.isOver && nth < 40; nth += 1) {
    const text = chance.happens(`repeats-${nth}`, 0.2) ? '正在推进' : `第 ${nth} 次推进：已协调现场`;
    const percent = Math.min(95, nth * 15);
    const isTaken = yield* scene.until(1, () =>
      reportProgress(house, lead.officer, { itemId, text, percent }),
    );
    if (isTaken && chance.happens(`weak-${nth}`, 0.12)) {
      yield scene.later(1);
      const last = await house.db.prisma.reportRow.findFirst({ where: { itemId }, orderBy: { at: 'desc' } });
      const weak = { itemId, reportId: last?.id ?? '', fault: 'no_substance', text: '没有说明具体进展' };
      yield* scene.until(1, () => rejectReport(house, people.triage, weak));
    }
    yield scene.later(chance.whole(`next-${nth}`, 3, 9));
  }
}

async function* tellExtension(scene: Scene, { itemId, lead }: Life): Story {
  const { house, people, chance } = scene;
  const asked = { itemId, workingDays: chance.pick('days', [1, 2.5, 5]), reason: '需要等待检测报告' };
  if (!(yield* scene.until(1, () => requestExtension(house, lead.head, asked)))) return;
  yield scene.later(chance.whole('decided', 1, 4));
  const decision = { itemId, isGranted: chance.happens('granted', 0.7), text: '已核实检测排期' };
  yield* scene.until(1, () => decideExtension(house, people.leader, decision));
}

async function* tellSuspension(scene: Scene, { itemId }: Life): Story {
  const { house, people, chance } = scene;
  const days = chance.whole('days', 4, 20);
  const reviewOn = localDateOf(scene.later(days));
  const suspended = { itemId, reason: '等待诉讼结果', reviewOn };
  if (!(yield* scene.until(1, () => suspendItem(house, people.leader, suspended)))) return;
  yield scene.later(days);
  yield* scene.until(1, () => resumeItem(house, people.triage, { itemId, reason: '诉讼已有结果' }));
}

async function* tellDirective(scene: Scene, { itemId, lead }: Life): Story {
  const { house, people, chance } = scene;
  const dueOn = localDateOf(scene.later(3));
  const given = { itemId, departmentId: lead.id, text: '请说明进展和下一步', dueOn };
  if (!(yield* scene.until(1, () => giveDirective(house, people.leader, given)))) return;
  const directive = await house.db.prisma.event.findFirstOrThrow({
    where: { streamId: itemId, type: 'DirectiveGiven' },
    orderBy: { version: 'desc' },
  });
  const { directiveId } = directive.data as { directiveId: string };
  yield scene.later(chance.whole('answered', 1, 6));
  const answer = { itemId, directiveId, text: '已按批示落实' };
  yield* scene.until(5, () => answerDirective(house, lead.officer, answer));
}

/** How much of the time given is used: mostly less than all, now and then far more. */
function pace({ chance }: Scene, what: string): number {
  return chance.happens(`${what}-slow`, 0.2)
    ? 1.2 + 2 * chance.fraction(`${what}-slowness`)
    : 0.3 + 0.7 * chance.fraction(`${what}-pace`);
}

function rotated(
  departments: readonly YearDepartment[],
  by: number,
): [YearDepartment, YearDepartment, YearDepartment] {
  const [a, b, c] = departments.map((_, index) => departments[(index + by) % departments.length]);
  if (a === undefined || b === undefined || c === undefined) throw new Error('too few departments');
  return [a, b, c];
}
