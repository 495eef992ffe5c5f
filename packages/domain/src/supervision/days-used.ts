import { addDays, dayOf, instantAt, isPast, localDateOf } from '../calendar/index.ts';
import type { Instant, LocalDate, WorkingCalendar } from '../calendar/index.ts';
import { ballHolderAt } from './ball-holder.ts';
import { waitsForRuling } from './dispute-measure.ts';
import { evolveItem } from './evolve-item.ts';
import { pendingExtension } from './extend-item.ts';
import type { ItemEvent } from './item-event.ts';
import type { SupervisionItem } from './supervision-item.ts';

export const BALL_SIDES = ['lead', 'cooperating', 'complainant', 'office'] as const;
/** On which side the matter lay. */
export type BallSide = (typeof BALL_SIDES)[number];

/** What it lay there for. */
export type StretchCause =
  | 'assignment'
  | 'sign'
  | 'measures'
  | 'request'
  | 'answer'
  | 'extension'
  | 'dispute'
  | 'returned'
  | 'suspended'
  | 'verification'
  | 'disposed';

type Turn = { readonly side: BallSide; readonly departmentId: string | null; readonly why: StretchCause };

/** Working days in a row with one side; `from` and `to` are the first and the last of them. */
export type Stretch = Turn & {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly workingDays: number;
};

/** An overrun as it was charged: level 0 when the date was over, each further one a step of lateness. */
export type ChargedOverrun = {
  readonly departmentId: string;
  readonly level: number;
  readonly dueOn: LocalDate;
};

export type DaysUsed = {
  readonly total: number;
  readonly sums: Readonly<Record<BallSide, number>>;
  readonly stretches: readonly Stretch[];
  readonly overruns: readonly ChargedOverrun[];
};

/**
 * How many working days each side used, from the day after the clock of the present assignment began to today, or to the
 * strike-off. A day is of who had the matter as it began: the day on which it is handed over is still the giver's. Null where nobody was made answerable yet. Source: domain.md, Each department's own clock.
 */
export function daysUsed(
  events: readonly ItemEvent[],
  now: Instant,
  calendar: WorkingCalendar,
): DaysUsed | null {
  const assigned = events.findLastIndex(({ type }) => type === 'ItemAssigned');
  const assignment = events[assigned];
  if (assignment?.type !== 'ItemAssigned') return null;
  const stretches: Stretch[] = [];
  const sums = { lead: 0, cooperating: 0, complainant: 0, office: 0 };
  let state: SupervisionItem | null = null;
  let next = 0;
  const today = localDateOf(now);
  for (
    let date = addDays(localDateOf(assignment.assignment.clock.start), 1);
    date <= today;
    date = addDays(date, 1)
  ) {
    const begins = instantAt(date, '00:00');
    for (let event = events[next]; event !== undefined && event.at < begins; event = events[next]) {
      state = evolveItem(state, event);
      next += 1;
    }
    if (state?.status === 'struck_off') break;
    if (!dayOf(calendar, date).working) continue;
    const turn = turnOf(state, date, begins);
    sums[turn.side] += 1;
    const last = stretches.at(-1);
    if (last !== undefined && isSame(last, turn))
      stretches[stretches.length - 1] = { ...last, to: date, workingDays: last.workingDays + 1 };
    else stretches.push({ ...turn, from: date, to: date, workingDays: 1 });
  }
  const total = stretches.reduce((sum, { workingDays }) => sum + workingDays, 0);
  return { total, sums, stretches, overruns: events.slice(assigned).flatMap(overrunOf) };
}

function turnOf(state: SupervisionItem | null, date: LocalDate, moment: Instant): Turn {
  const isComplainantAsked = state !== null && state.wait !== null && date <= state.wait.until.date;
  const complainant: Turn = { side: 'complainant', departmentId: null, why: 'answer' };
  switch (state?.status) {
    case 'assigned':
      if (isComplainantAsked) return complainant;
      return ofDepartment('lead', state.assignment.leadDepartmentId, 'sign');
    case 'signed':
    case 'advancing':
    case 'rework': {
      if (isComplainantAsked) return complainant;
      const isLate = isPast(state.assignment.deadline, moment);
      if (isLate && pendingExtension(state) !== null) return ofOffice('extension');
      if (waitsForRuling(state)) return ofOffice('dispute');
      const holder = ballHolderAt(state, moment);
      const isLead = holder === state.assignment.leadDepartmentId;
      const isDone = state.measures.every(({ completedAt }) => completedAt !== null);
      return ofDepartment(isLead ? 'lead' : 'cooperating', holder, isDone ? 'request' : 'measures');
    }
    case 'returned':
      return ofOffice('returned');
    case 'suspended':
      return ofOffice('suspended');
    case 'strike_off_requested':
    case 'verifying':
      return ofOffice('verification');
    case 'struck_off':
    case 'watched':
    case 'long_running':
    case 'referred_up':
    case 'rebounded':
      return ofOffice('disposed');
    case 'proposed':
    case 'registered':
    case undefined:
      return ofOffice('assignment');
  }
}

function ofDepartment(side: BallSide, departmentId: string, why: StretchCause): Turn {
  return { side, departmentId, why };
}

function ofOffice(why: StretchCause): Turn {
  return { side: 'office', departmentId: null, why };
}

function isSame(a: Turn, b: Turn): boolean {
  return a.side === b.side && a.departmentId === b.departmentId && a.why === b.why;
}

function overrunOf(event: ItemEvent): readonly ChargedOverrun[] {
  if (event.type !== 'DeadlineCrossed' || event.deadline !== 'item') return [];
  const { departmentId, level, due } = event;
  return [{ departmentId, level, dueOn: due.date }];
}
