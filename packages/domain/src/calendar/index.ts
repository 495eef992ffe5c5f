export {
  addDays,
  daysBetween,
  instantAt,
  isLocalDate,
  localDateOf,
  millisOf,
  shanghaiTimeOf,
  weekdayOf,
} from './local-date.ts';
export type { Instant, LocalDate } from './local-date.ts';
export { countWorkingDays, dayOf, workingCalendar } from './working-calendar.ts';
export type { CalendarDay, CalendarDayRow, WorkingCalendar } from './working-calendar.ts';
export { readNotice } from './read-notice.ts';
export type { NoticeFault, ReadNotice } from './read-notice.ts';
export type { Due, Half } from './due.ts';
export { dueDate, recomputeProvisional } from './due-date.ts';
export type {
  ClosedDueDateInput,
  ClosedPause,
  DueDateInput,
  Pause,
  PausedReckoning,
  ProofLine,
  Reckoning,
} from './due-date.ts';
export { heartbeatDue, rollForward } from './heartbeat.ts';
export { endOf, isPast, workingDaysLate, workingDaysLeft } from './time-left.ts';
