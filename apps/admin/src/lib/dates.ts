import { getLocale } from '@bihuan/ui/runtime';

const SHANGHAI = 'Asia/Shanghai';
const made = new Map<string, Intl.DateTimeFormat>();

/** A day in Shanghai: 2026年10月13日 · 13 Oct 2026. From `YYYY-MM-DD`. */
export function dayText(date: string): string {
  return formatter('day', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** The day of a moment on the clocks of Shanghai. From an ISO instant. */
export function dayOfMoment(instant: string): string {
  return formatter('day-of-moment', { dateStyle: 'medium', timeZone: SHANGHAI }).format(new Date(instant));
}

/** Month and day, for lists, where the year is clear. From `YYYY-MM-DD`. */
export function shortDayText(date: string): string {
  const parts = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return formatter('short-day', parts).format(new Date(`${date}T00:00:00Z`));
}

/** The name of a month, where the year is clear: 6月 · Jun. From `YYYY-MM`. */
export function monthNameText(month: string): string {
  return formatter('month-name', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** A day of the week: 周二 · Tue. From `YYYY-MM-DD`. */
export function weekdayText(date: string): string {
  return formatter('weekday', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** A moment on the clocks of Shanghai, to the minute. From an ISO instant. */
export function momentText(instant: string): string {
  return formatter('moment', {
    dateStyle: 'medium',
    timeStyle: 'short',
    hour12: false,
    timeZone: SHANGHAI,
  }).format(new Date(instant));
}

/** Month, day and time: for lists, where the year is clear. */
export function shortMomentText(instant: string): string {
  const parts = { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return formatter('short', { ...parts, hour12: false, timeZone: SHANGHAI }).format(new Date(instant));
}

function formatter(kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = getLocale();
  const key = `${locale}:${kind}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  made.set(key, known);
  return known;
}
