import type { Due, Instant, LocalDate } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';

const DAY = { month: 'long', day: 'numeric' } as const;
const SHORT_DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const made = new Map<string, Intl.DateTimeFormat>();

/** `10月13日（周二）`, `Tue 13 Oct`; with the year where it is not that of `today`. */
export function dayWords(date: LocalDate, today: LocalDate): string {
  const at = new Date(`${date}T00:00:00Z`);
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  if (getLocale() === 'en') return format(at, { ...SHORT_DAY, ...year }, 'UTC').replaceAll(',', '');
  return `${format(at, { ...DAY, ...year }, 'UTC')}（${format(at, { weekday: 'short' }, 'UTC')}）`;
}

/** The last half-day in which a thing is on time; mornings end at noon. */
export function dueWords({ date, half }: Due, today: LocalDate): string {
  const day = dayWords(date, today);
  return half === 'am' ? m.portal_due_am({ day }) : day;
}

/** `10月12日 09:05`, `12 October 09:05`, as clocks in Shanghai show it. */
export function momentWords(at: Instant, today: LocalDate): string {
  const moment = new Date(at);
  const year = format(moment, { year: 'numeric' }).startsWith(today.slice(0, 4))
    ? {}
    : ({ year: 'numeric' } as const);
  return `${format(moment, { ...DAY, ...year })} ${format(moment, TIME)}`;
}

/** `2026年10月`, `October 2026`, from `2026-10`. */
export function monthWords(month: string): string {
  return format(new Date(`${month}-01T00:00:00Z`), { year: 'numeric', month: 'long' }, 'UTC');
}

/** `2026年第4季度`, from `2026-Q4`. */
export function periodWords(period: string): string {
  return m.portal_period({ year: period.slice(0, 4), quarter: period.slice(6) });
}

/** Working days in steps of a half, without a sign. */
export function workingDaysWords(days: number): string {
  const size = Math.abs(days);
  if (size === 0.5) return m.portal_half_day();
  return size === 1 ? m.portal_day_one() : m.portal_days({ days: size });
}

function format(at: Date, parts: Intl.DateTimeFormatOptions, timeZone = 'Asia/Shanghai'): string {
  const locale = getLocale() === 'en' ? 'en-GB' : 'zh-CN';
  const kind = JSON.stringify([locale, timeZone, parts]);
  // Making one takes a hundred times as long as using it.
  const formatter = made.get(kind) ?? new Intl.DateTimeFormat(locale, { ...parts, timeZone });
  made.set(kind, formatter);
  return formatter.format(at);
}
