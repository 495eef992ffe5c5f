import type { LocalDate } from '@bihuan/domain';

/** The day that a column of days holds. */
export function dayOfColumn(date: Date): LocalDate {
  return date.toISOString().slice(0, 10);
}
