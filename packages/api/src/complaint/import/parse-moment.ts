import { instantAt, isLocalDate, type Instant } from '@bihuan/domain';

const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;
const LOCAL =
  /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?:[T\s]+(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})秒?|分)?(?:\.\d+)?)?$/;

/**
 * A moment as spreadsheets and platforms write it: `2019-04-24T15:40:04+08:00`, `2019-04-24 15:40`, `2019/4/24 15:40:04`,
 * `2019年4月24日 15时40分`, or only the day. Without a zone it is the time in Shanghai; a day alone is its beginning.
 * Null where it is no moment.
 */
export function parseMoment(text: string): Instant | null {
  if (ZONED.test(text)) {
    const millis = Date.parse(text.replace(' ', 'T'));
    // Date.parse takes the 30th of February for the 2nd of March.
    return Number.isNaN(millis) || !isLocalDate(text.slice(0, 10)) ? null : new Date(millis).toISOString();
  }
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = LOCAL.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isLocalDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const start = instantAt(date, `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
  return new Date(Date.parse(start) + Number(second) * 1000).toISOString();
}
