import chineseDays from 'chinese-days';
import type { CalendarDayRow } from '@bihuan/domain';

/**
 * The years whose official calendar the library holds. It answers for later years too, silently wrong, so only these are
 * taken from it. Source of each year: notice of the General Office of the State Council, 国办发明电.
 */
export const COVERED_YEARS: readonly number[] = [2025, 2026];

/** The days of a covered year that differ from "Monday to Friday are worked". Throws `RangeError` for other years. */
export function officialDays(year: number): readonly CalendarDayRow[] {
  if (!COVERED_YEARS.includes(year)) throw new RangeError(`no official calendar of ${year}`);
  const rows: CalendarDayRow[] = [];
  const day = new Date(Date.UTC(year, 0, 1));
  for (; day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1)) {
    const date = day.toISOString().slice(0, 10);
    const isWeekday = day.getUTCDay() >= 1 && day.getUTCDay() <= 5;
    const { work, name } = chineseDays.getDayDetail(date);
    if (work !== isWeekday) rows.push({ date, kind: work ? 'working' : 'rest', name: holidayName(name) });
    else if (!work && /,/.test(name)) rows.push({ date, kind: 'rest', name: holidayName(name) });
  }
  return rows;
}

/** `National Day,国庆节,3` → `国庆节`. */
function holidayName(name: string): string {
  return name.split(',')[1] ?? name;
}
