import type { Due } from './due.ts';
import { addDays, isLocalDate, localDateOf } from './local-date.ts';
import type { Instant, LocalDate } from './local-date.ts';
import { dayOf } from './working-calendar.ts';
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts';

/** Whole days, `from` to `to` inclusive, that are not counted; `to` null while the pause is still open. */
export type Pause = { readonly from: LocalDate; readonly to: LocalDate | null; readonly reason: string };

/** A pause whose last day is known. */
export type ClosedPause = Pause & { readonly to: LocalDate };

/** One day of the proof, in order and without gaps from the day of the event. */
export type ProofLine = {
  readonly date: LocalDate;
  /** 'start' is the day of the event; 'paused' a working day withheld by a pause; 'due' the last counted day. */
  readonly verdict: 'start' | 'counted' | 'weekend' | 'holiday' | 'paused' | 'due';
  /** True on a weekend day worked in exchange for a holiday (调休). */
  readonly makeUp: boolean;
  /** The holiday a rest or make-up day belongs to; on a paused day the reason of the pause. */
  readonly name: string | null;
  /** Half-days used up from the start to the end of this day; on the last line all that were asked for. */
  readonly halfDaysUsed: number;
  readonly provisional: boolean;
};

export type DueDateInput = {
  readonly start: Instant;
  /** A positive multiple of 0.5. */
  readonly workingDays: number;
  readonly calendar: WorkingCalendar;
  readonly pauses?: readonly Pause[];
};

/** Input whose pauses are all over, so that there always is a due date. */
export type ClosedDueDateInput = Omit<DueDateInput, 'pauses'> & { readonly pauses?: readonly ClosedPause[] };

export type Reckoning = { readonly due: Due; readonly proof: ProofLine[] };

/** No due date while a pause is open: the proof ends on the first working day it withholds. */
export type PausedReckoning = {
  readonly due: null;
  readonly pausedSince: LocalDate;
  readonly proof: ProofLine[];
};

/**
 * The day a deadline in working days ends, with the day-by-day proof.
 *
 * The day of the event never counts, whatever the hour (民法典 art. 201: 开始的当日不计入); the count starts on the next
 * working day. A half working day ends at 12:00 of that day, a whole one with it, three with the third, and so on. Make-up
 * days count, rest days and paused days do not. The due date is provisional where any day after the start is.
 *
 * A pause still open when the deadline would run gives `due: null`; one that begins after the due date changes nothing.
 * Throws RangeError for a bad start, a number of days that is not a positive multiple of 0.5, or a pause that ends before
 * it begins.
 */
export function dueDate(input: ClosedDueDateInput): Reckoning;
export function dueDate(input: DueDateInput): Reckoning | PausedReckoning;
export function dueDate({
  start,
  workingDays,
  calendar,
  pauses = [],
}: DueDateInput): Reckoning | PausedReckoning {
  const asked = halfDaysIn(workingDays);
  pauses.forEach(requireSoundPause);

  const startDay = dayOf(calendar, localDateOf(start));
  const proof: ProofLine[] = [proofLine(startDay, 'start', 0)];
  let used = 0;
  let provisional = false;
  for (let date = addDays(startDay.date, 1); ; date = addDays(date, 1)) {
    const day = dayOf(calendar, date);
    provisional ||= day.provisional;
    if (!day.working) {
      proof.push(proofLine(day, day.reason === 'holiday' ? 'holiday' : 'weekend', used));
      continue;
    }
    const pause = pauseOn(date, pauses);
    if (pause !== undefined) {
      proof.push({ ...proofLine(day, 'paused', used), name: pause.reason });
      if (pause.to === null) return { due: null, pausedSince: pause.from, proof };
      continue;
    }
    used += 2;
    if (used >= asked) {
      proof.push(proofLine(day, 'due', asked));
      return { due: { date, half: used > asked ? 'am' : 'pm', provisional }, proof };
    }
    proof.push(proofLine(day, 'counted', used));
  }
}

/**
 * Reckons a provisional due date again under a calendar that now covers more years. `moved` tells whether the day
 * changed (the half never does); a date that stands comes back with `provisional` false all the same, once every year it rests on is covered.
 * A due date that is not provisional is final and comes back as it is, so that it moves at most once per year published.
 * Takes no open pause: a clock standing still has no due date to move. Throws as `dueDate`.
 */
export function recomputeProvisional(
  input: Omit<ClosedDueDateInput, 'calendar'>,
  oldDue: Due,
  newCalendar: WorkingCalendar,
): Reckoning & { readonly moved: boolean } {
  const { due, proof } = dueDate({ ...input, calendar: newCalendar });
  if (!oldDue.provisional) return { moved: false, due: oldDue, proof };
  return { moved: due.date !== oldDue.date, due, proof };
}

function halfDaysIn(workingDays: number): number {
  const halfDays = workingDays * 2;
  if (!Number.isInteger(halfDays) || halfDays <= 0) {
    throw new RangeError(`not a positive multiple of half a working day: ${workingDays}`);
  }
  return halfDays;
}

function requireSoundPause({ from, to }: Pause): void {
  if (!isLocalDate(from) || (to !== null && (!isLocalDate(to) || to < from))) {
    throw new RangeError(`not a pause: ${from} to ${to}`);
  }
}

function pauseOn(date: LocalDate, pauses: readonly Pause[]): Pause | undefined {
  const covering = pauses.filter(({ from, to }) => from <= date && (to === null || date <= to));
  const open = covering.filter(({ to }) => to === null).sort((a, b) => (a.from < b.from ? -1 : 1));
  return open[0] ?? covering[0];
}

function proofLine(day: CalendarDay, verdict: ProofLine['verdict'], halfDaysUsed: number): ProofLine {
  const { date, name, provisional } = day;
  return { date, verdict, makeUp: day.reason === 'make_up', name, halfDaysUsed, provisional };
}
