import {
  addDays,
  dayOf,
  instantAt,
  localDateOf,
  type Instant,
  type LocalDate,
  type WorkingCalendar,
} from '@bihuan/api/domain';
import type { Chance } from './chance.ts';

/** Half a working day: when it opens and closes. */
export type HalfDay = { readonly opens: Instant; readonly closes: Instant };

const HOURS = [
  ['09:00', '11:45'],
  ['13:40', '17:20'],
] as const;
/** Enough days off in a row for every holiday. */
const LONGEST_REST = 20;

/** The half-days that offices work, from the first day on, and what lies between moments in them. */
export type OfficeHours = {
  /** A moment `halfDays` half-days after `moment`; 0 is later in the same one, or in the next where that is over. */
  after(moment: Instant, halfDays: number, chance: Chance): Instant;
  /** A moment in the half-day `halfDays` before the one that `moment` is in or follows. */
  before(moment: Instant, halfDays: number, chance: Chance): Instant;
  /** The day `workingDays` after `date`. */
  dayAfter(date: LocalDate, workingDays: number): LocalDate;
  /** All half-days that open before `end`, oldest first. */
  until(end: Instant): readonly HalfDay[];
};

/** Opens the office hours of the days from `first` to `last` and a little beyond. */
export function openOfficeHours(calendar: WorkingCalendar, first: LocalDate, last: LocalDate): OfficeHours {
  const days: LocalDate[] = [];
  for (let date = addDays(first, -LONGEST_REST); date < addDays(last, 200); date = addDays(date, 1))
    if (dayOf(calendar, date).working) days.push(date);
  const halfDays = days.flatMap((date) =>
    HOURS.map(([opens, closes]): HalfDay => ({
      opens: instantAt(date, opens),
      closes: instantAt(date, closes),
    })),
  );
  const at = (index: number) => {
    const found = halfDays[index];
    if (found === undefined) throw new RangeError(`no half-day ${index}`);
    return found;
  };
  /** The index of the half-day that is open at the moment or opens next. */
  const openAt = (moment: Instant) => halfDays.findIndex(({ closes }) => closes > moment);
  return {
    after: (moment, count, chance) => {
      const present = openAt(moment);
      if (count > 0 && at(present).opens > moment) return within(at(present + count - 1), chance);
      if (count > 0) return within(at(present + count), chance);
      const soon = later(moment, chance.whole(8, 40));
      const { opens, closes } = at(present);
      if (soon >= opens && soon <= closes) return soon;
      return within(at(opens > moment ? present : present + 1), chance);
    },
    before: (moment, count, chance) => {
      const last = halfDays.findLastIndex(({ opens }) => opens <= moment);
      return within(at(last - count), chance);
    },
    dayAfter: (date, workingDays) => {
      const present = days.findIndex((day) => day >= date);
      const found = days[present + workingDays];
      if (found === undefined) throw new RangeError(`no working day ${workingDays} days after ${date}`);
      return found;
    },
    until: (end) => halfDays.filter(({ opens }) => opens < end && localDateOf(opens) >= first),
  };
}

function within({ opens, closes }: HalfDay, chance: Chance): Instant {
  const span = (Date.parse(closes) - Date.parse(opens)) / 60_000;
  return later(opens, chance.whole(0, Math.floor(span)));
}

function later(moment: Instant, minutes: number): Instant {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}
