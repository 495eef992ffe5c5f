import { addDays, type LocalDate } from '../calendar/index.ts';
import type { PeriodRule } from '../policy/period-policy.ts';

/** A quarter that is appraised, first and last day among it. */
export type AppraisalPeriod = {
  /** E.g. `2026-Q3`. */
  readonly id: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
};

/** How quarters were and will be bounded, the oldest rule first. Before the first rule calendar months hold. */
export type PeriodSchedule = readonly PeriodRule[];

export const CALENDAR_QUARTERS: PeriodSchedule = [];

const PERIOD = /^\d{4}-Q[1-4]$/;

export function isPeriodId(text: string): boolean {
  return PERIOD.test(text);
}

/** The period a date falls into. Quarters follow each other without gap and overlap, whatever the rules were. */
export function periodOn(date: LocalDate, schedule: PeriodSchedule): AppraisalPeriod {
  const inCalendar = quarterOf(date);
  const period = periodAt(inCalendar, schedule);
  return date > period.lastDay ? periodAt(inCalendar + 1, schedule) : period;
}

/** A period by its id (`2026-Q3`). Throws `RangeError` where it is none. */
export function periodNamed(id: string, schedule: PeriodSchedule): AppraisalPeriod {
  return periodAt(ordinalOfPeriod(id), schedule);
}

/** The period `steps` after another; negative: before it. */
export function periodAfter(
  id: string,
  steps: number,
  schedule: PeriodSchedule = CALENDAR_QUARTERS,
): AppraisalPeriod {
  return periodAt(ordinalOfPeriod(id) + steps, schedule);
}

/** Quarters counted from the year 0, so that periods can be put in order. */
export function ordinalOfPeriod(id: string): number {
  if (!isPeriodId(id)) throw new RangeError(`no period: ${id}`);
  return Number(id.slice(0, 4)) * 4 + Number(id.slice(6)) - 1;
}

export type PeriodRefusal =
  /** A rule begins with a period, so that none is cut in two. */
  | 'not_a_period_start'
  /** That period is frozen, or one after it is. */
  | 'period_frozen';

/**
 * What stands against a rule that bounds periods from a day on; null where nothing does. `lastFrozen`: the latest period whose sheet
 * is frozen.
 */
export function periodRuleFault(
  effectiveFrom: LocalDate,
  schedule: PeriodSchedule,
  lastFrozen: string | null,
): PeriodRefusal | null {
  const period = periodOn(effectiveFrom, schedule);
  if (period.firstDay !== effectiveFrom) return 'not_a_period_start';
  const isFrozen = lastFrozen !== null && ordinalOfPeriod(period.id) <= ordinalOfPeriod(lastFrozen);
  return isFrozen ? 'period_frozen' : null;
}

function periodAt(ordinal: number, schedule: PeriodSchedule): AppraisalPeriod {
  return {
    id: `${String(Math.floor(ordinal / 4)).padStart(4, '0')}-Q${(ordinal % 4) + 1}`,
    firstDay: addDays(lastDayOf(ordinal - 1, schedule), 1),
    lastDay: lastDayOf(ordinal, schedule),
  };
}

function lastDayOf(ordinal: number, schedule: PeriodSchedule): LocalDate {
  const rule = schedule.findLast(({ effectiveFrom }) => firstBoundBy(effectiveFrom) <= ordinal);
  const closingDay = rule?.closingDay ?? null;
  if (closingDay === null) return addDays(dayIn(ordinal + 1, 0, 1), -1);
  return dayIn(ordinal, 2, closingDay);
}

/** The quarter that begins on a day: the one its month lies in, or, where it closes in its third month, the next. */
function firstBoundBy(effectiveFrom: LocalDate): number {
  const ordinal = quarterOf(effectiveFrom);
  const isThirdMonth = Number(effectiveFrom.slice(5, 7)) % 3 === 0;
  return isThirdMonth ? ordinal + 1 : ordinal;
}

function quarterOf(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 4 + Math.ceil(Number(date.slice(5, 7)) / 3) - 1;
}

function dayIn(ordinal: number, month: number, day: number): LocalDate {
  const year = String(Math.floor(ordinal / 4)).padStart(4, '0');
  const padded = (number: number) => String(number).padStart(2, '0');
  return `${year}-${padded((ordinal % 4) * 3 + month + 1)}-${padded(day)}`;
}
