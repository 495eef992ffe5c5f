import {
  addDays,
  instantAt,
  shanghaiTimeOf,
  dayOf,
  type Instant,
  type WorkingCalendar,
} from '../calendar/index.ts';

type Hours = { readonly from: string; readonly to: string };

/** When a message may leave: at once, or where it is quiet at the end of the quiet hours. They may span midnight. */
export function afterQuiet(now: Instant, { from, to }: Hours): Instant {
  const time = timeOf(now);
  const { date } = shanghaiTimeOf(now);
  if (from <= to) return time >= from && time < to ? instantAt(date, to) : now;
  if (time >= from) return instantAt(addDays(date, 1), to);
  return time < to ? instantAt(date, to) : now;
}

/** Whether the office is open: within its hours on a working day. */
export function isOfficeOpen(now: Instant, { from, to }: Hours, calendar: WorkingCalendar): boolean {
  const time = timeOf(now);
  return dayOf(calendar, shanghaiTimeOf(now).date).working && time >= from && time < to;
}

function timeOf(now: Instant): string {
  const { hour, minute } = shanghaiTimeOf(now);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
