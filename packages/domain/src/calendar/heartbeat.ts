import type { Due } from './due.ts';
import { addDays } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { dayOf } from './working-calendar.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The day itself where it is worked, else the next working day (民法典 art. 203). Throws RangeError for a bad day. */
export function rollForward(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  let rolled = date;
  while (!dayOf(calendar, rolled).working) rolled = addDays(rolled, 1);
  return rolled;
}

/**
 * When the next progress report is due: `everyDays` calendar days after the last report or the signing, rolled forward off
 * rest days, to the end of that day. Provisional where the day it falls on or the day it rolls to is. Throws RangeError for
 * a bad day or a number of days that is not whole and positive.
 */
export function heartbeatDue(lastReportOrSigned: LocalDate, calendar: WorkingCalendar, everyDays = 10): Due {
  if (!Number.isInteger(everyDays) || everyDays <= 0)
    throw new RangeError(`not a positive number of days: ${everyDays}`);
  const nominal = addDays(lastReportOrSigned, everyDays);
  const date = rollForward(nominal, calendar);
  const provisional = dayOf(calendar, nominal).provisional || dayOf(calendar, date).provisional;
  return { date, half: 'pm', provisional };
}
