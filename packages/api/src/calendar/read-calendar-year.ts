import { readLoadedYear } from '@bihuan/db';
import {
  addDays,
  dayOf,
  localDateOf,
  type Actor,
  type CalendarDay,
  type Instant,
  type LocalDate,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedNumber } from '../parse-input.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';

export type CalendarYearView = {
  readonly year: number;
  /** Years that can be looked at: those loaded, the present one and the next. */
  readonly years: readonly number[];
  readonly today: LocalDate;
  /** Null while the official notice is not loaded: all its dates are provisional. */
  readonly loaded: { readonly source: string; readonly loadedAt: Instant } | null;
  readonly days: readonly CalendarDay[];
  readonly counts: { readonly working: number; readonly holidays: number; readonly makeUp: number };
};

const schema = z.object({ year: typedNumber(2000, 2200).optional() });

/** A year of the official calendar, day by day. For everybody who works here. */
export async function readCalendarYear(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<CalendarYearView>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const today = localDateOf(house.now());
  const present = Number(today.slice(0, 4));
  const year = parsed.value.year ?? present;
  const calendar = await calendarOf(house);
  const loaded = await readLoadedYear(house.db, year);
  const days: CalendarDay[] = [];
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1))
    days.push(dayOf(calendar, date));
  return done({
    year,
    years: [...new Set([...calendar.coveredYears, present, present + 1, year])].sort((a, b) => a - b),
    today,
    loaded: loaded && { source: loaded.source, loadedAt: loaded.loadedAt },
    days,
    counts: {
      working: days.filter(({ working }) => working).length,
      holidays: days.filter(({ reason }) => reason === 'holiday').length,
      makeUp: days.filter(({ reason }) => reason === 'make_up').length,
    },
  });
}
