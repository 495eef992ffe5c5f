import { countProvisional, readLoadedYear, saveCalendarYear } from '@bihuan/db';
import { hasRole, type Actor, type CalendarDayRow, type LocalDate } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy, reasonOfChange } from '../configuration/record-change.ts';
import type { House } from '../house.ts';
import { parseInput, typedNumber, typedText } from '../parse-input.ts';
import { forgetRules } from '../policy/rules-in-force.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { calendarInput, type CalendarFault } from './calendar-input.ts';

const typed = {
  year: typedNumber(2000, 2200),
  /** The notice it comes from. */
  source: typedText(2, 200),
  text: typedText(1, 20_000),
};
const weighing = z.object(typed);
const changing = z.object({
  ...typed,
  reason: reasonOfChange,
  /** When the year was loaded that the sender compared with; empty where it was not. */
  seen: z.string('malformed').max(40, 'malformed').default(''),
});

export type CalendarDifference = {
  readonly date: LocalDate;
  readonly was: CalendarDayRow | null;
  readonly is: CalendarDayRow | null;
};

export type CalendarWeighed = {
  readonly year: number;
  readonly seen: string;
  readonly days: number;
  readonly differences: readonly CalendarDifference[];
  readonly outside: readonly LocalDate[];
  readonly faults: readonly CalendarFault[];
  /** Running dates that wait for a calendar; those of this year move with the next sweep. */
  readonly provisional: { readonly complaints: number; readonly items: number };
};

/** What loading a year would change; nothing is written. For system admins. */
export async function weighCalendarYear(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<CalendarWeighed>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(weighing, raw);
  if (!parsed.ok) return parsed;
  const { year, text } = parsed.value;
  const { rows, outside, faults } = await calendarInput(year, text);
  if (rows.length === 0 && faults.length === 0) return badInput({ text: 'malformed' });
  const loaded = await readLoadedYear(house.db, year);
  return done({
    ...{ year, seen: loaded?.loadedAt ?? '', days: rows.length, outside, faults },
    differences: differencesBetween(loaded?.rows ?? [], rows),
    provisional: await countProvisional(house.db),
  });
}

/**
 * Loads or replaces the official calendar of a year, all of it or nothing. Provisional dates follow with the next sweep;
 * firm ones stay. Refused as `stale` where the year was loaded since it was compared. For system admins.
 */
export async function changeCalendarYear(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly year: number }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(changing, raw);
  if (!parsed.ok) return parsed;
  const { year, source, text, reason, seen } = parsed.value;
  const { rows, faults } = await calendarInput(year, text);
  if (faults.length > 0 || rows.length === 0) return badInput({ text: 'malformed' });
  const loaded = await readLoadedYear(house.db, year);
  if ((loaded?.loadedAt ?? '') !== seen) return refusal('stale');
  const change = changeBy(house, actor, {
    ...{ subject: 'calendar', subjectId: String(year), reason },
    before: loaded && fieldsOf(loaded.source, loaded.rows),
    after: fieldsOf(source, rows),
  });
  await saveCalendarYear(house.db, year, rows, source, house.now(), change);
  forgetRules(house);
  return done({ year });
}

function fieldsOf(source: string, rows: readonly CalendarDayRow[]) {
  const listed = (kind: CalendarDayRow['kind']) =>
    rows.filter((row) => row.kind === kind).map(({ date }) => date.slice(5));
  return { source, rest: listed('rest'), working: listed('working') };
}

function differencesBetween(
  before: readonly CalendarDayRow[],
  after: readonly CalendarDayRow[],
): readonly CalendarDifference[] {
  const [was, is] = [before, after].map((rows) => new Map(rows.map((row) => [row.date, row])));
  return [...new Set([...before, ...after].map(({ date }) => date))]
    .sort()
    .map((date) => ({ date, was: was?.get(date) ?? null, is: is?.get(date) ?? null }))
    .filter(({ was: old, is: now }) => old?.kind !== now?.kind || old?.name !== now?.name);
}
