import type { LocalDate } from './local-date.ts';

/** Which half of a working day: mornings end at 12:00, afternoons with the day. */
export type Half = 'am' | 'pm';

/** The last half-day in which a thing is still on time. */
export type Due = {
  readonly date: LocalDate;
  readonly half: Half;
  /** True where a day it rests on lies in a year whose official calendar is not loaded; no card is issued on such a date. */
  readonly provisional: boolean;
};
