import {
  addDays,
  dayOf,
  instantAt,
  type Instant,
  type LocalDate,
  type WorkingCalendar,
} from '../calendar/index.ts';

/** A period that is reported on, `YYYY-MM`: named after the month it ends in. */
export type BulletinMonth = string;

export type MonthWindow = {
  readonly month: BulletinMonth;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** First moment, and the first one after it. */
  readonly from: Instant;
  readonly until: Instant;
};

const MONTH = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/;

export function isBulletinMonth(text: string): boolean {
  return MONTH.test(text);
}

/** Days and moments of a month, in Shanghai. `startsOn`: day of the calendar month, 1 to 28. Throws RangeError for another. */
export function monthWindow(month: BulletinMonth, startsOn: number): MonthWindow {
  if (!isBulletinMonth(month)) throw new RangeError(`not a month YYYY-MM: ${month}`);
  if (!Number.isInteger(startsOn) || startsOn < 1 || startsOn > 28)
    throw new RangeError(`a period cannot start on day ${startsOn}`);
  const day = String(startsOn).padStart(2, '0');
  const firstDay = `${startsOn === 1 ? month : monthBefore(month)}-${day}`;
  const endDay = `${startsOn === 1 ? monthAfter(month) : month}-${day}`;
  return {
    month,
    firstDay,
    lastDay: addDays(endDay, -1),
    from: instantAt(firstDay, '00:00'),
    until: instantAt(endDay, '00:00'),
  };
}

/** The last month that is over on a day. */
export function lastEndedMonth(today: LocalDate, startsOn: number): BulletinMonth {
  const present = today.slice(0, 7);
  return [present, monthBefore(present)].find(
    (month) => monthWindow(month, startsOn).lastDay < today,
  ) as string;
}

/** The day on which the draft is made: the `nth` working day after the last day of the month. */
export function draftDay({ lastDay }: MonthWindow, nth: number, calendar: WorkingCalendar): LocalDate {
  let date = lastDay;
  for (let left = nth; left > 0;) {
    date = addDays(date, 1);
    if (dayOf(calendar, date).working) left -= 1;
  }
  return date;
}

export function monthBefore(month: BulletinMonth): BulletinMonth {
  return ofOrdinal(ordinalOf(month) - 1);
}

export function monthAfter(month: BulletinMonth): BulletinMonth {
  return ofOrdinal(ordinalOf(month) + 1);
}

function ordinalOf(month: BulletinMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function ofOrdinal(ordinal: number): BulletinMonth {
  return `${Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, '0')}`;
}
