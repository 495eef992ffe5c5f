/** A calendar day in Asia/Shanghai, 'YYYY-MM-DD', years 1000 to 9999. Sorts as text. */
export type LocalDate = string;

/** A moment in UTC, ISO 8601 with a closing 'Z', as from `Date.prototype.toISOString`. */
export type Instant = string;

const DAY = 86_400_000;
const SHANGHAI_OFFSET = 8 * 3_600_000;
const DATE = /^([1-9]\d{3})-(0[1-9]|1[0-2])-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a day that exists, written 'YYYY-MM-DD'; false for 2026-02-30. */
export function isLocalDate(text: string): boolean {
  return startOf(text) !== null;
}

/** Milliseconds since 1970-01-01T00:00Z. Throws RangeError unless the text is an instant in UTC. */
export function millisOf(instant: Instant): number {
  const date = INSTANT.exec(instant)?.[1];
  if (date === undefined || !isLocalDate(date)) throw new RangeError(`not an instant in UTC: ${instant}`);
  return Date.parse(instant);
}

/** The day it is in Shanghai at an instant. Throws RangeError for a bad instant. */
export function localDateOf(instant: Instant): LocalDate {
  return dateOfMillis(millisOf(instant) + SHANGHAI_OFFSET);
}

/** Day, hour (0–23) and minute on the clocks of Shanghai. Throws RangeError for a bad instant. */
export function shanghaiTimeOf(instant: Instant): { date: LocalDate; hour: number; minute: number } {
  const local = new Date(millisOf(instant) + SHANGHAI_OFFSET);
  return { date: dateOfMillis(local.getTime()), hour: local.getUTCHours(), minute: local.getUTCMinutes() };
}

/** The moment a clock in Shanghai shows 'HH:MM' (00:00–23:59) on that day. Throws RangeError for a bad day or time. */
export function instantAt(date: LocalDate, time: string): Instant {
  if (!TIME.test(time)) throw new RangeError(`not a time HH:MM: ${time}`);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(midnightOf(date) + (hour * 60 + minute) * 60_000 - SHANGHAI_OFFSET).toISOString();
}

/** The day `n` calendar days later, or earlier where `n` is negative. Throws RangeError unless `n` is whole. */
export function addDays(date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`);
  return dateOfMillis(midnightOf(date) + n * DAY);
}

/** Calendar days from `a` to `b`: 0 for the same day, negative where `b` is earlier. Throws RangeError for a bad day. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return (midnightOf(b) - midnightOf(a)) / DAY;
}

/** ISO weekday, 1 for Monday to 7 for Sunday. Throws RangeError for a bad day. */
export function weekdayOf(date: LocalDate): number {
  return new Date(midnightOf(date)).getUTCDay() || 7;
}

function midnightOf(date: LocalDate): number {
  const millis = startOf(date);
  if (millis === null) throw new RangeError(`not a date YYYY-MM-DD: ${date}`);
  return millis;
}

/** 00:00 UTC of a day that exists; null for any other text. Clocks are reckoned day by day, so that this is asked very often. */
function startOf(text: string): number | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const millis = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(millis).getUTCDate() === Number(day) ? millis : null;
}

function dateOfMillis(millis: number): LocalDate {
  const date = new Date(millis).toISOString().slice(0, 10);
  if (!DATE.test(date)) throw new RangeError(`outside the years 1000 to 9999: ${date}`);
  return date;
}
