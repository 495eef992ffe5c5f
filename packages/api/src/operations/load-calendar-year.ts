import { readCalendar, saveCalendarYear } from '@bihuan/db';
import { hasRole, isLocalDate, type Actor, type CalendarDayRow } from '@bihuan/domain';
import { csvRecords, type CsvRecord } from '../complaint/import/csv-records.ts';
import { decodeText } from '../complaint/import/decode-text.ts';
import { FileFault } from '../complaint/import/file-fault.ts';
import { physicalLines } from '../complaint/import/physical-lines.ts';
import type { RowError, RowErrorCode } from '../complaint/import/row-error.ts';
import type { House } from '../house.ts';
import { forgetRules } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';

export type CalendarLoad =
  /** `isReplaced`: the year was loaded before; firm dates that rest on the earlier one stay as they are. */
  | { readonly isLoaded: true; readonly days: number; readonly isReplaced: boolean }
  /** Nothing was written; each row at fault. */
  | { readonly isLoaded: false; readonly errors: readonly RowError[] };

const HEADERS = ['date', 'kind', 'name'] as const;
type Header = (typeof HEADERS)[number];

const KINDS: ReadonlyMap<string, CalendarDayRow['kind']> = new Map([
  ['rest', 'rest'],
  ['休', 'rest'],
  ['working', 'working'],
  ['班', 'working'],
]);

/**
 * Loads the official calendar of a year from a CSV file with the columns date, kind (rest, working) and name: only the days
 * that differ from "Monday to Friday are worked". All of it or nothing. Provisional dates follow with the next sweep.
 * Refused with `file_…` where the file cannot be read.
 */
export async function loadCalendarYear(
  house: House,
  actor: Actor,
  { year, source }: { readonly year: number; readonly source: string },
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<CalendarLoad>> {
  if (actor.kind !== 'system' && !hasRole(actor, 'system_admin')) return refusal('not_authorised');
  try {
    const { rows, errors } = await readCalendarFile(year, bytes);
    if (errors.length > 0) return done({ isLoaded: false, errors });
    const { coveredYears } = await readCalendar(house.db);
    await saveCalendarYear(house.db, year, rows, source, house.now());
    forgetRules(house);
    return done({ isLoaded: true, days: rows.length, isReplaced: coveredYears.has(year) });
  } catch (error) {
    if (error instanceof FileFault) return refusal(error.code, error.data);
    throw error;
  }
}

/** The days of a year in a CSV file, and each row at fault. Throws `FileFault` where it cannot be read. */
export function readCalendarFile(year: number, bytes: AsyncIterable<Uint8Array>) {
  return readDays(year, csvRecords(physicalLines(decodeText(bytes))));
}

async function readDays(year: number, records: AsyncGenerator<CsvRecord>) {
  const first = await records.next();
  if (first.done === true) throw new FileFault('file_empty');
  const headers = (first.value.fields ?? []).map((header) => header.trim().toLowerCase());
  const missing = HEADERS.filter((header) => !headers.includes(header));
  if (missing.length > 0)
    throw new FileFault('file_without_column', { fields: missing.join(', '), headers: headers.join(', ') });
  const rows: CalendarDayRow[] = [];
  const errors: RowError[] = [];
  for await (const { line, fields } of records) {
    const no = (header: Header | '', code: RowErrorCode) => errors.push({ line, header, code });
    if (fields === null) {
      no('', 'broken_quotes');
      continue;
    }
    const text = (header: Header) => (fields[headers.indexOf(header)] ?? '').trim();
    const [date, kind, name] = [text('date'), KINDS.get(text('kind').toLowerCase()), text('name')];
    if (!isLocalDate(date) || !date.startsWith(`${year}-`)) no('date', 'not_a_date');
    else if (rows.some((row) => row.date === date)) no('date', 'already_taken');
    else if (kind === undefined) no('kind', 'not_a_choice');
    else if (name === '') no('name', 'required');
    else rows.push({ date, kind, name });
  }
  if (rows.length === 0 && errors.length === 0) throw new FileFault('file_empty');
  return { rows, errors };
}
