import {
  addDays,
  dayOf,
  instantAt,
  type Instant,
  type LocalDate,
  type WorkingCalendar,
} from '@bihuan/api/domain';
import { openChance, type Chance } from './chance.ts';
import type { DepartmentCode } from './demo-departments.ts';
import { departmentsLike } from './more-departments.ts';
import type { OfficeHours } from './office-hours.ts';
import { drawPlot, type Plot } from './plot.ts';
import type { Beginning } from './run-stories.ts';
import { tellComplaint } from './stories/complaint-story.ts';
import { tellJointTask } from './stories/joint-task-story.ts';
import { tellNoticedTask } from './stories/noticed-task-story.ts';
import { tellTask } from './stories/task-story.ts';
import { TASK_MATTERS } from './texts/task-matters.ts';

/** How often each department is complained about. */
const SHARES: Readonly<Record<DepartmentCode, number>> = {
  approval: 12,
  market: 9,
  tax: 8,
  labour: 10,
  property: 9,
  planning: 7,
  construction: 8,
  ecology: 5,
  city: 7,
  utility: 7,
  innovation: 6,
  economy: 6,
  finance: 6,
  social: 9,
};

/** The complaints of every day from `first` to `last`: one to three on a working day, at most one at a weekend. */
export function drawComplaints(
  seed: string,
  {
    calendar,
    hours,
    first,
    last,
    isLarge,
  }: {
    readonly calendar: WorkingCalendar;
    readonly hours: OfficeHours;
    readonly first: LocalDate;
    readonly last: LocalDate;
    readonly isLarge: boolean;
  },
): readonly Beginning[] {
  const beginnings: Beginning[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const chance = openChance(`${seed}/${date}`);
    const count = dayOf(calendar, date).working ? chance.pick([1, 2, 2, 3, 3]) : chance.whole(0, 1);
    for (let ordinal = 1; ordinal <= count; ordinal += 1) {
      const name = `${seed}/${date}/${ordinal}`;
      const like = chance.weighted(SHARES);
      const plot = drawPlot(chance, isLarge ? chance.pick(departmentsLike(like)) : like);
      beginnings.push(complaintBeginning(name, plot, filingMoment(chance, hours, date, plot), name));
    }
  }
  return beginnings;
}

/** How a complaint begins; those about one department are told one after the other. */
export function complaintBeginning(seed: string, plot: Plot, at: Instant, once: string | null): Beginning {
  const token = plot.channel === 'portal' ? once : null;
  return { seed, at, lane: plot.department, tell: (scene) => tellComplaint(scene, plot, token) };
}

/** Items from other sources, one a week or so. */
export function drawTasks(
  seed: string,
  hours: OfficeHours,
  first: LocalDate,
  last: LocalDate,
): readonly Beginning[] {
  const beginnings: Beginning[] = [];
  const chance = openChance(`${seed}/tasks`);
  let date = addDays(first, chance.whole(3, 10));
  for (let ordinal = 0; date <= last; ordinal += 1) {
    const task = TASK_MATTERS[ordinal % TASK_MATTERS.length];
    if (task === undefined) return beginnings;
    const drawn = drawPlot(chance, task.lead);
    const plot: Plot = { ...drawn, returns: 0, finish: Math.min(1.15, drawn.finish) };
    const at = hours.after(instantAt(date, '08:00'), chance.whole(0, 1), chance);
    beginnings.push({
      seed: `${seed}/task/${ordinal}`,
      at,
      lane: task.lead,
      tell: (scene) => tellTask(scene, plot, task),
    });
    date = addDays(date, chance.whole(4, 9));
  }
  return beginnings;
}

/** Half-days before the present; then the first of its measures is late. */
const JOINT_TASK_BEGINS = 32;

/** The one task that three departments share, far enough along that one of them is late. */
export function jointTask(seed: string, hours: OfficeHours, present: Instant): Beginning {
  const name = `${seed}/joint-task`;
  const at = hours.before(present, JOINT_TASK_BEGINS, openChance(name));
  return { seed: name, at, lane: 'approval', tell: tellJointTask };
}

/** Half-days before the present. */
const NOTICED_TASK_BEGINS = 14;

/** The one task whose strike-off is shown to the public now. */
export function noticedTask(seed: string, hours: OfficeHours, present: Instant): Beginning {
  const name = `${seed}/noticed-task`;
  const at = hours.before(present, NOTICED_TASK_BEGINS, openChance(name));
  return { seed: name, at, lane: 'city', tell: tellNoticedTask };
}

/** Online from breakfast to bedtime; at the window, by phone and by transfer in office hours. */
function filingMoment(chance: Chance, hours: OfficeHours, date: LocalDate, { channel }: Plot): Instant {
  const minutes = chance.whole(7 * 60 + 30, 22 * 60);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  if (channel === 'portal') return instantAt(date, `${hour}:${minute}`);
  return hours.after(instantAt(date, '08:00'), chance.whole(0, 1), chance);
}
