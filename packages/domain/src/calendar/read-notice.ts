import { addDays, isLocalDate, type LocalDate } from './local-date.ts';
import type { CalendarDayRow } from './working-calendar.ts';

export type NoticeFault = {
  /** From 1. */
  readonly line: number;
  /** `not_a_date`: no such day · `count_differs`: “共N天” is not what the days come to · `already_taken`: a day named twice */
  readonly code: 'not_a_date' | 'count_differs' | 'already_taken';
};

export type ReadNotice = {
  readonly rows: readonly CalendarDayRow[];
  /** Days that the notice names of other years. */
  readonly outside: readonly LocalDate[];
  readonly faults: readonly NoticeFault[];
};

const HOLIDAY = /^\s*[一二三四五六七八九十]+、\s*([^：:\s]{2,12})\s*[：:]\s*(.+)$/;
const RANGE =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:（[^）]*）)?(?:\s*至\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g;

/**
 * The days of a year from the text of its official notice (国务院办公厅关于部分节假日安排的通知): one holiday a line,
 * “三、清明节：4月4日（周六）至6日（周一）放假，共3天。” and “2月14日（周六）上班”. Lines that tell of no holiday are passed over.
 */
export function readNotice(year: number, text: string): ReadNotice {
  const rows: CalendarDayRow[] = [];
  const outside: LocalDate[] = [];
  const faults: NoticeFault[] = [];
  text.split(/\r?\n/).forEach((content, index) => {
    const [, name = '', rest = ''] = HOLIDAY.exec(content) ?? [];
    if (name === '') return;
    const line = index + 1;
    for (const sentence of rest.split(/[。；;]/)) {
      const kind = sentence.includes('上班') ? 'working' : 'rest';
      if (kind === 'rest' && !sentence.includes('放假')) continue;
      const dates = daysOf(year, sentence);
      if (dates === null) {
        faults.push({ line, code: 'not_a_date' });
        continue;
      }
      const told = /共\s*(\d+)\s*天/.exec(sentence)?.[1];
      if (kind === 'rest' && told !== undefined && Number(told) !== dates.length)
        faults.push({ line, code: 'count_differs' });
      for (const date of dates) {
        if (!date.startsWith(`${year}-`)) outside.push(date);
        else if (rows.some((row) => row.date === date)) faults.push({ line, code: 'already_taken' });
        else rows.push({ date, kind, name });
      }
    }
  });
  return { rows: rows.sort((a, b) => a.date.localeCompare(b.date)), outside, faults };
}

/** Every day that a sentence names; null where one of them does not exist. */
function daysOf(year: number, sentence: string): readonly LocalDate[] | null {
  const dates: LocalDate[] = [];
  for (const [, from, month = '', day = '', toYear, toMonth, toDay] of sentence.matchAll(RANGE)) {
    const first = dateOf(from ?? String(year), month, day);
    const last =
      toDay === undefined ? first : dateOf(toYear ?? yearAfter(first, year), toMonth ?? month, toDay);
    if (!isLocalDate(first) || !isLocalDate(last) || last < first || last > addDays(first, 20)) return null;
    for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  }
  return dates;
}

/** A range that begins in December of the year before ends in the year of the notice. */
function yearAfter(first: LocalDate, year: number): string {
  return first.startsWith(`${year - 1}-`) ? String(year) : first.slice(0, 4);
}

function dateOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
