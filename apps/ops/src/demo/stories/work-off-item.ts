import {
  answerDirective,
  completeMeasure,
  decideExtension,
  giveDirective,
  rejectReport,
  reportProgress,
  requestExtension,
  requestStrikeOff,
  resumeItem,
  suspendItem,
} from '@bihuan/api';
import { addDays, localDateOf, type Instant } from '@bihuan/api/domain';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, StoryPart } from '../scene.ts';
import {
  CLAIMS,
  DIRECTIVE_ANSWER,
  EXTENSION_REASON,
  LATE_EXPLANATION,
  PROGRESS_REPORTS,
  REPEATED_REPORT,
} from '../texts/department-words.ts';
import {
  DIRECTIVE,
  EXTENSION_GRANTED,
  EXTENSION_REFUSED,
  REPORT_REJECTED,
  RESUMPTION_REASONS,
  SUSPENSION_REASONS,
} from '../texts/office-words.ts';
import { itemWords, type ItemCase } from './item-case.ts';
import { officeWait } from './office-wait.ts';
import { restIn } from './rest-in.ts';
import { officeOf } from './who-and-where.ts';

type Act = { readonly at: Instant; readonly play: (done: number) => Promise<void> };

const DAY = 86_400_000;
const HEARTBEAT_DAYS = 10;
/** Half-days that verification and answer need after the department is done. */
const RESERVE = 4;

/** From signed to the request to strike off: reports, measures, now and then a suspension. */
export async function* workOffItem(scene: Scene, plot: Plot, item: ItemCase): StoryPart<void> {
  yield officeWait(scene, plot, 1, 2);
  await report(scene, plot, item, 0, 15);
  yield* restIn(plot, 'advancing');
  if (plot.isSuspended) yield* suspend(scene, plot, item);
  if (plot.reports === 'late' && !plot.isBrisk) yield* extend(scene, plot, item);
  const finish = finishOf(scene, plot, item);
  const acts = [...(await measures(scene, plot, item, finish)), ...reports(scene, plot, item, finish)];
  acts.sort((one, other) => one.at.localeCompare(other.at));
  for (const [index, { at, play }] of acts.entries()) {
    if (at > scene.at) yield at;
    await play((index + 1) / (acts.length + 1));
  }
  yield finish > scene.at ? finish : scene.later(0, 0);
  await request(scene, item);
  yield* restIn(plot, 'strike_off_requested');
}

/** Says that everything is done. */
export async function request(scene: Scene, item: ItemCase): Promise<void> {
  const claim = itemWords(item, scene.chance.pick(CLAIMS));
  const officer = officeOf(scene, 'department_officer', item.lead);
  taken(await requestStrikeOff(scene.house, officer, { itemId: item.itemId, claim }));
}

async function* suspend(scene: Scene, plot: Plot, { itemId, lead }: ItemCase): StoryPart<void> {
  const { house, chance } = scene;
  yield officeWait(scene, plot, 1, 3);
  const reviewOn = addDays(localDateOf(scene.at), chance.whole(10, 25));
  const reason = chance.pick(SUSPENSION_REASONS);
  taken(await suspendItem(house, officeOf(scene, 'leader'), { itemId, reason, reviewOn }));
  yield* restIn(plot, 'suspended');
  yield scene.later(8, 24);
  taken(
    await resumeItem(house, officeOf(scene, 'triage_admin'), {
      itemId,
      reason: chance.pick(RESUMPTION_REASONS),
    }),
  );
  const dueOn = addDays(localDateOf(scene.at), 5);
  const told = { itemId, departmentId: await leadIdOf(scene, itemId), text: DIRECTIVE, dueOn };
  taken(await giveDirective(house, officeOf(scene, 'leader'), told));
  yield scene.later(2, 6);
  const stream = await house.db.prisma.event.findFirstOrThrow({
    where: { streamId: itemId, type: 'DirectiveGiven' },
    orderBy: { version: 'desc' },
  });
  const { directiveId } = stream.data as { readonly directiveId: string };
  const officer = officeOf(scene, 'department_officer', lead);
  taken(await answerDirective(house, officer, { itemId, directiveId, text: DIRECTIVE_ANSWER }));
}

/** The department wants more time; who is only a little behind gets it. */
async function* extend(scene: Scene, plot: Plot, { itemId, lead }: ItemCase): StoryPart<void> {
  const { house } = scene;
  const item = await house.db.prisma.supervisionItem.findUniqueOrThrow({ where: { id: itemId } });
  const isDue = (item.deadlineOn?.toISOString() ?? '').slice(0, 10) <= localDateOf(scene.at);
  const asked = await house.db.prisma.event.count({
    where: { streamId: itemId, type: 'ExtensionRequested' },
  });
  if (isDue || item.status === 'suspended' || asked >= 2) return;
  const head = officeOf(scene, 'department_head', lead);
  taken(await requestExtension(house, head, { itemId, workingDays: 2, reason: EXTENSION_REASON }));
  yield scene.later(1, 2);
  const isGranted = plot.finish < 1.2;
  const text = isGranted ? EXTENSION_GRANTED : EXTENSION_REFUSED;
  const granted = await house.db.prisma.event.count({
    where: { streamId: itemId, type: 'ExtensionDecided', data: { path: ['isGranted'], equals: true } },
  });
  const decider = officeOf(scene, granted === 0 ? 'triage_admin' : 'leader');
  taken(await decideExtension(house, decider, { itemId, isGranted, text }));
}

/** When the department will say that it is done: after its share of the time there is, never at once. */
function finishOf(scene: Scene, plot: Plot, { start, workingDays }: ItemCase): Instant {
  if (plot.isBrisk) return scene.later(2, 2);
  const planned = scene.hours.after(
    start,
    Math.max(1, Math.round((workingDays * 2 - RESERVE) * plot.finish)),
    scene.chance,
  );
  const earliest = officeWait(scene, plot, 0, 1);
  return planned > earliest ? planned : earliest;
}

/** The measures that are open, completed one after the other on the way to the end. */
async function measures(scene: Scene, plot: Plot, item: ItemCase, finish: Instant): Promise<readonly Act[]> {
  const { prisma } = scene.house.db;
  const open = await prisma.measureRow.findMany({
    where: { itemId: item.itemId, completedAt: null },
    orderBy: { ordinal: 'asc' },
  });
  const officers = scene.zone.people('department_officer');
  return open.map(({ id: measureId, departmentId, text }, index): Act => {
    const at = plot.isBrisk ? scene.later(1, 1) : share(scene, finish, (index + 0.7) / open.length);
    const evidence = item.steps.find(([measure]) => measure === text)?.[1] ?? '办理记录';
    return {
      at,
      play: async () => {
        const officer = officers.find((one) => one.departmentId === departmentId);
        if (officer === undefined) throw new Error(`nobody works in department ${departmentId}`);
        taken(
          await completeMeasure(scene.house, officer, {
            itemId: item.itemId,
            measureId,
            evidence,
            explanation: LATE_EXPLANATION,
          }),
        );
      },
    };
  });
}

/** A report for every ten days on the way, each a little late where the department is careless. */
function reports(scene: Scene, plot: Plot, item: ItemCase, finish: Instant): readonly Act[] {
  const acts: Act[] = [];
  const lateness = plot.reports === 'late' ? 2 : -1;
  for (let due = Date.parse(scene.at); ;) {
    due += (HEARTBEAT_DAYS + lateness) * DAY;
    const at = scene.hours.after(new Date(due).toISOString(), 0, scene.chance);
    if (at >= finish) return acts;
    const ordinal = acts.length + 1;
    acts.push({ at, play: (done) => report(scene, plot, item, ordinal, Math.round(15 + 80 * done)) });
    if (plot.reports !== 'repeated' || ordinal > 1) continue;
    acts.push({ at: scene.hours.after(at, 1, scene.chance), play: () => sendBack(scene, item) });
  }
}

/** The office sends back what only says again what was said before. */
async function sendBack(scene: Scene, { itemId }: ItemCase): Promise<void> {
  const { house } = scene;
  const { id: reportId } = await house.db.prisma.reportRow.findFirstOrThrow({
    where: { itemId },
    orderBy: { at: 'desc' },
  });
  const weak = { itemId, reportId, fault: 'no_substance', text: REPORT_REJECTED };
  taken(await rejectReport(house, officeOf(scene, 'triage_admin'), weak));
}

async function leadIdOf({ house }: Scene, itemId: string): Promise<string | null> {
  return (await house.db.prisma.supervisionItem.findUniqueOrThrow({ where: { id: itemId } }))
    .leadDepartmentId;
}

async function report(
  scene: Scene,
  plot: Plot,
  item: ItemCase,
  ordinal: number,
  percent: number,
): Promise<void> {
  const words = PROGRESS_REPORTS[Math.min(ordinal, PROGRESS_REPORTS.length - 1)] ?? PROGRESS_REPORTS[0];
  const { text, obstacles, nextStep } = plot.reports === 'repeated' && ordinal > 0 ? REPEATED_REPORT : words;
  const officer = officeOf(scene, 'department_officer', item.lead);
  taken(
    await reportProgress(scene.house, officer, {
      itemId: item.itemId,
      text: itemWords(item, text),
      percent: plot.reports === 'repeated' ? 30 : percent,
      obstacles,
      nextStep: itemWords(item, nextStep),
    }),
  );
}

/** The moment at a share of the way from now to `end`, in office hours. */
function share({ at, hours, chance }: Scene, end: Instant, part: number): Instant {
  const moment = Date.parse(at) + (Date.parse(end) - Date.parse(at)) * part;
  const put = hours.after(new Date(moment).toISOString(), 0, chance);
  return put < end ? put : end;
}
