import { readNotice, type CalendarDayRow, type LocalDate } from '@bihuan/domain';
import { FileFault } from '../complaint/import/file-fault.ts';
import { readCalendarFile } from '../operations/load-calendar-year.ts';

/** A line that cannot be right. */
export type CalendarFault = {
  readonly line: number;
  readonly code: 'not_a_date' | 'count_differs' | 'already_taken' | 'malformed';
};

export type CalendarInput = {
  readonly rows: readonly CalendarDayRow[];
  /** Days of other years, which are left out. */
  readonly outside: readonly LocalDate[];
  readonly faults: readonly CalendarFault[];
};

/** The days of a year as typed: the text of the official notice, or lines of CSV under `date,kind,name`. */
export async function calendarInput(year: number, text: string): Promise<CalendarInput> {
  if (!/^\s*"?date\b/i.test(text)) return readNotice(year, text);
  try {
    const { rows, errors } = await readCalendarFile(year, bytesOf(text));
    const faults = errors.map(({ line, code }): CalendarFault => ({
      line,
      code: code === 'not_a_date' || code === 'already_taken' ? code : 'malformed',
    }));
    return { rows, outside: [], faults };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { rows: [], outside: [], faults: [{ line: 1, code: 'malformed' }] };
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
